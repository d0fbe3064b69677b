using GutSkin.Fhir.Codes;

namespace GutSkin.Fhir.Tests;

/// <summary>The package sees only what everyone sees of the core, its surface is a committed text file, and every code says where it was seen.</summary>
public class ArchitectureTests
{
    private static readonly System.Reflection.Assembly Package = typeof(FhirReader).Assembly;

    [Fact]
    public void Public_types_are_immutable() => PublicSurface.Mutable(Package).Should().BeEmpty();

    [Fact]
    public void No_static_field_can_be_changed() => PublicSurface.MutableStatics(Package).Should().BeEmpty();

    [Fact]
    public void It_depends_on_the_framework_the_core_and_the_Firely_SDK() =>
        Package.GetReferencedAssemblies().Select(a => a.Name).Where(n => !n!.StartsWith("System", StringComparison.Ordinal))
            .Should().BeSubsetOf(["GutSkin.Core", "Hl7.Fhir.R4", "Hl7.Fhir.Base", "Hl7.Fhir.Conformance"]);

    [Fact]
    public void The_core_does_not_know_the_package() =>
        typeof(PersonProfile).Assembly.GetReferencedAssemblies().Select(a => a.Name).Should().NotContain(n => n!.Contains("Fhir", StringComparison.Ordinal));

    [Fact]
    public void Every_code_was_seen_somewhere_and_stands_for_factors_that_exist()
    {
        var file = CodeFile.Shipped;
        file.Codes.Should().OnlyContain(r => r.Seen != null && file.Sources.ContainsKey(r.Seen) && r.Display != null);
        file.Codes.Select(r => (r.Of, r.System, r.Code)).Should().OnlyHaveUniqueItems();
        foreach (var (row, factor) in file.Codes.SelectMany(r => r.Factors.Select(f => (r, f))))
        {
            var known = Clinic.RuleSet.FindFactor(factor);
            known.Should().NotBeNull(factor);
            if (row.Of != CodeUse.Observation)
                known!.Kind.Should().Be(FactorKind.Boolean, factor);
            row.Answers.Values.Where(a => !(known!.Choices.Contains(a) || (known.Kind == FactorKind.Boolean && (a == "true" || a == "false")))).Should().BeEmpty();
        }
    }

    [Fact]
    public void Every_reason_has_a_sentence_and_every_code_its_severity()
    {
        Enum.GetValues<FhirReason>().Select(r => r.Text()).Should().OnlyContain(t => t.EndsWith('.')).And.OnlyHaveUniqueItems();
        FhirDiagnostics.All.Select(d => d.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        FhirDiagnostics.All.Should().OnlyContain(d => d.Code.StartsWith("GS50", StringComparison.Ordinal) == (d.Severity == DiagnosticSeverity.Error));
    }
}
