using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GutSkin.Core;
using GutSkin.Core.Testing;
using GutSkin.Microbiome;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GutSkin.Tool.Tests;

/// <summary>The examples in the documentation comments compile without a warning and run; the types that everybody meets have one.</summary>
[Collection("Console")] // both read what a program writes to the one console of the process
public sealed class ExamplesTests
{
    private static readonly string[] Everyday =
    [
        "ScoringService", "IScoringService", "ScoringServiceExtensions", "ObservedScoringService", "ReloadableScoringService", "PersonProfile", "PersonProfileBuilder",
        "ProfileJson", "Assessment", "AssessmentReports", "NextQuestion", "Consultation", "CohortColumns", "ScoringBuffer", "Plans", "Comparisons", "Quantity",
        "FormFields", "FactorAnswers", "RuleSetWords", "GutSkinBuilder", "RuleSets.RuleSetComposer", "RuleSets.RuleSetJson", "RuleSets.RuleSetBuilder", "RuleSets.Gates",
        "Authoring.RuleSetLinter", "Authoring.RuleSetDiff", "Instruments.InstrumentCatalog",
    ];

    private static readonly Assembly[] Packages = [typeof(ScoringService).Assembly, typeof(RuleSetAssert).Assembly, typeof(TaxonomicProfile).Assembly];

    [Fact]
    public void Everyday_types_have_an_example() =>
        Examples().Select(e => e.Member).Should().Contain(Everyday.Select(t => $"T:GutSkin.Core.{t}"));

    [Fact]
    public void Every_example_compiles_and_runs()
    {
        // Those that show a test's or an application's own types stand for themselves.
        var examples = Examples().Where(e => !e.Code.Contains("[Fact]", StringComparison.Ordinal) && !e.Code.Contains("ResultPage", StringComparison.Ordinal)).ToList();
        var source = new StringBuilder("""
            using System; using System.Collections.Generic; using System.Linq;
            using GutSkin.Core; using GutSkin.Core.Authoring; using GutSkin.Core.Instruments; using GutSkin.Core.RuleSets; using GutSkin.Core.Testing; using GutSkin.Microbiome;
            using Microsoft.Extensions.DependencyInjection;
            public static class Examples
            {

            """);
        for (int i = 0; i < examples.Count; i++)
            source.Append(System.Globalization.CultureInfo.InvariantCulture, $"public static void Example{i}()\n{{\n{examples[i].Code}\n}}\n");
        source.Append("}\n");
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var compilation = CSharpCompilation.Create(
            "Examples",
            [CSharpSyntaxTree.ParseText(source.ToString(), new CSharpParseOptions(LanguageVersion.CSharp14))],
            trusted.Split(Path.PathSeparator).Concat(Packages.Select(p => p.Location)).Distinct().Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var bytes = new MemoryStream();
        compilation.Emit(bytes).Diagnostics.Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .Select(d => $"{d} of {Of(source.ToString(), d)}").Should().BeEmpty();

        var type = Assembly.Load(bytes.ToArray()).GetType("Examples")!;
        var before = Console.Out;
        try
        {
            for (int i = 0; i < examples.Count; i++)
            {
                using var output = new StringWriter();
                Console.SetOut(output);
                type.GetMethod($"Example{i}")!.Invoke(null, null);
                if (examples[i].Code.Contains("Console.", StringComparison.Ordinal))
                    output.ToString().Should().NotBeEmpty(examples[i].Member);
            }
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    private static string Of(string source, Microsoft.CodeAnalysis.Diagnostic diagnostic) => source.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];

    private static IEnumerable<(string Member, string Code)> Examples() =>
        from package in Packages
        let file = Path.ChangeExtension(package.Location, ".xml")
        from member in XDocument.Load(file).Descendants("member")
        from code in member.Descendants("example").Descendants("code")
        select ((string)member.Attribute("name")!, Regex.Replace(code.Value, "(?m)^ {12}", "").Trim('\n'));
}
