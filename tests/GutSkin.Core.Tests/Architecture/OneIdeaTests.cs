namespace GutSkin.Core.Tests.Architecture;

/// <summary>A file is one idea: a small helper that one file alone uses stands in that file.</summary>
public class OneIdeaTests
{
    private const int Small = 30;

    [Fact]
    public void A_small_internal_type_with_one_user_does_not_stand_alone()
    {
        var users = SourceTree.Core.Uses().Distinct().GroupBy(u => u.To).ToDictionary(g => g.Key, g => g.Select(u => u.From).ToList());
        var alone = SourceTree.Core.Types().GroupBy(t => t.File)
            .Where(g => !g.Key.EndsWith(".g.cs", StringComparison.Ordinal))
            .Where(g => g.All(t => !t.Type.Modifiers.Any(m => m.Text == "public")))
            .Where(g => g.First().Type.SyntaxTree.GetText().Lines.Count < Small)
            .Where(g => users.GetValueOrDefault(g.Key) is null or { Count: 1 })
            .Select(g => $"{g.Key} is used by {string.Join(", ", users.GetValueOrDefault(g.Key) ?? ["none"])}");

        alone.Should().BeEmpty();
    }
}
