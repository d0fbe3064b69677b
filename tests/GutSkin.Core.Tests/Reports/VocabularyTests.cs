using System.Text.RegularExpressions;
using GutSkin.Core.Reports.Building;
using GutSkin.Core.Reports.Model;

namespace GutSkin.Core.Tests.Reports;

/// <summary>An index and a band: no report speaks of risk, probability or diagnosis, or says that something treats, cures or prevents.</summary>
public sealed partial class VocabularyTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_report_of_a_sample_uses_a_word_that_claims(string name)
    {
        foreach (string? culture in new[] { null, "de" })
            Claims(Samples.Assess(name, culture)).Should().BeEmpty();
    }

    [Fact]
    public void No_fixed_word_claims()
    {
        foreach (var words in new[] { WordTable.English, WordTable.German })
        {
            foreach (var (name, text) in words.Sentences.Map.Where(t => t.Key != "defaultDisclaimer"))
                Claim().Matches(text).Should().BeEmpty("{0} is {1}", name, text);
        }
    }

    [Fact]
    public void The_disclaimer_says_that_it_is_no_diagnosis()
    {
        WordTable.English.DefaultDisclaimer.Should().Contain("not a diagnosis");
        WordTable.German.DefaultDisclaimer.Should().Contain("keine Diagnose");
    }

    /// <summary>Everything but the disclaimer and the titles of the sources.</summary>
    private static List<string> Claims(Assessment assessment)
    {
        var report = ReportBuilder.Build(assessment, ReportDetail.Full);
        return [.. report.Sections.Where(s => s.Id is not ("sources" or "disclaimer")).SelectMany(ReportTexts.Of).Where(t => Claim().IsMatch(t))];
    }

    [GeneratedRegex(@"\b(risks?|probabilit\w*|probable|diagnos\w*|treats?|cures?|cured|heals?|prevents?|likelihood|Risik\w*|Wahrscheinlich\w*|wahrscheinlich\w*|Diagnos\w*|heilt|heilen|verhindert|behandelt|vorbeugt)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
