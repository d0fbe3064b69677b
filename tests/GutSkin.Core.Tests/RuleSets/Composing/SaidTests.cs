using System.Text;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>What is said of every faulty rule set and overlay of the tests, word for word: <c>said.txt</c> (GUTSKIN_UPDATE=1 writes it anew).</summary>
public class SaidTests
{
    [Fact]
    public void Every_fault_is_told_in_the_words_of_the_page()
    {
        var page = new StringBuilder();
        foreach (var (name, changes) in LintCases.All)
            Tell(name, MarkedJson.Parse(LintBase.With(changes)).Text);
        foreach (var (name, overlays) in OverlayCases.All)
            Tell(name, [LintBase.Json, .. overlays.Select(o => MarkedJson.Parse(o).Text)]);
        Golden.Check(page.ToString(), "tests", "GutSkin.Core.Tests", "RuleSets", "Composing", "said.txt");

        void Tell(string name, params string[] documents) => page.Append("# ").Append(name).Append('\n').Append(Told(LintCases.Compose(documents).Diagnostics)).Append('\n');
    }

    /// <summary>Diagnostics, each on a line with its place, and its hint on the next.</summary>
    public static string Told(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var told in diagnostics)
            text.Append(FormattableString.Invariant($"{told.File}({told.Line},{told.Column}) {told.Path}\n  {told.Severity} {told.Code}: {told.Message}\n  {told.Hint}\n"));
        return text.ToString();
    }
}
