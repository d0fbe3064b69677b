namespace GutSkin.Core.Tests.Architecture;

/// <summary>Rooms (folders) of the library depend one way: each may use those above it in the list, never one below.</summary>
public class LayeringTests
{
    internal static readonly string[] Rooms =
    [
        "Values",
        "Diagnostics",
        "Gates",
        "Json",
        "Profiles",
        "RuleSets",
        "Profiles/Format",
        "RuleSets/Format",
        "Profiles/Checking",
        "RuleSets/Composing",
        "RuleSets/Checking",
        "RuleSets/Resolving",
        "Data",
        "Words",
        "Engine/Vectors",
        "Engine/Compiling",
        "Engine/Person",
        "Engine/Cohort",
        "Instruments",
        "Instruments/Diary",
        "Assessments",
        "Assessments/Building",
        "Assessments/Format",
        "Explaining",
        "Reports/Model",
        "Reports/Building",
        "Reports/Rendering",
        "Reports",
        "Auditing",
        "Scoring",
        "FollowUp/Model",
        "FollowUp/Building",
        "FollowUp",
        "Consultations",
        "Authoring/Differences",
        "Authoring/Linting",
        "Authoring/Testing",
        "Schemas",
        "Hosting",
    ];

    [Fact]
    public void Every_room_uses_only_those_above_it()
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        // A type names the converter of its documented form in an attribute: its code does not know it.
        foreach (var (from, to) in SourceTree.Core.Uses(inAttributes: false))
        {
            if (Array.IndexOf(Rooms, SourceTree.RoomOf(to)) > Array.IndexOf(Rooms, SourceTree.RoomOf(from)))
                faults.Add($"{from} uses {to}");
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public void Every_source_file_is_in_a_listed_room() =>
        SourceTree.Core.Paths.Select(SourceTree.RoomOf).Distinct().Should().BeSubsetOf(Rooms);

    [Fact]
    public void Internal_types_are_in_the_namespace_of_their_room()
    {
        var faults = SourceTree.Core.Types()
            .Where(t => SourceTree.Core.Types().Where(o => o.File == t.File).All(o => !o.Type.Modifiers.Any(m => m.Text == "public")))
            .Where(t => !NamespaceOf(t.Type).Equals(NamespaceOf(SourceTree.RoomOf(t.File)), StringComparison.Ordinal))
            .Select(t => $"{t.File}: {NamespaceOf(t.Type)}");

        faults.Should().BeEmpty();
    }

    [Fact]
    public void No_source_file_is_over_400_lines() =>
        SourceTree.Files(Repository.Path("src"))
            .Where(f => !f.EndsWith(".g.cs", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Count() > 400)
            .Should().BeEmpty();

    // Gates are part of what an author writes; a namespace of their name would hide the class Gates.
    private static string NamespaceOf(string room) => room == "Gates" ? "GutSkin.Core.RuleSets" : "GutSkin.Core." + room.Replace('/', '.');

    private static string NamespaceOf(Microsoft.CodeAnalysis.SyntaxNode type) =>
        type.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>().First().Name.ToString();
}
