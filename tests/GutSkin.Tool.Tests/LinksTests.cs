using System.Text.RegularExpressions;

namespace GutSkin.Tool.Tests;

/// <summary>A relative link in any page of the repository leads to something that is there; the index of samples names every one.</summary>
public sealed partial class LinksTests
{
    [Fact]
    public void No_link_leads_nowhere()
    {
        var dead = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string page in Pages())
        {
            string text = Code().Replace(File.ReadAllText(page), "");
            foreach (Match link in Link().Matches(text))
            {
                string target = Uri.UnescapeDataString(link.Groups["target"].Value.Split('#')[0]);
                if (!Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
                    dead.Add($"{Path.GetRelativePath(Repository.Root, page)}: {target}");
            }
        }

        dead.Should().BeEmpty();
    }

    [Fact]
    public void The_index_of_samples_names_every_one()
    {
        string index = Repository.Read("samples/README.md");
        Directory.GetDirectories(Repository.Path("samples")).Select(d => Path.GetFileName(d)).Where(n => char.IsAsciiDigit(n[0]))
            .Should().OnlyContain(name => index.Contains(name, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetDirectories(Repository.Path("src")).Select(d => Path.Combine(d, "README.md")).Where(File.Exists))
            .Concat(new[] { "docs", "samples" }.SelectMany(f => Directory.GetFiles(Repository.Path(f), "*.md", SearchOption.AllDirectories)))
            // The start page of the site stands elsewhere when it is built; .ci/docs looks at its links.
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}site{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[[^\]]*\]\((?![a-z]+:|#)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
