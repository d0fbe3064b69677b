using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GutSkin.Core;

namespace GutSkin.Fhir.Reading;

/// <summary>The line of the result for one resource, while it is being made.</summary>
internal sealed partial class ResourceSlot(string? type, string? id, string path)
{
    /// <summary>The type; one that FHIR could not have is not repeated.</summary>
    public string Type { get; } = type is not null && TypeName().IsMatch(type) ? type : "Resource";

    public string? Id { get; } = id is not null && LogicalId().IsMatch(id) ? id : null;

    public string Path { get; } = path;

    public FhirReason? Reason { get; set; }

    public List<FactorSlot> Factors { get; } = [];

    /// <summary>Whether it says of a screen that nothing else of it applies.</summary>
    public bool ClosesScreen { get; set; }

    /// <summary>The name in messages and as a source: <c>Observation/id</c>.</summary>
    public string Name => Id is null ? Type : $"{Type}/{Id}";

    /// <summary>A place inside the resource, as the place in the document.</summary>
    public string At(string inside) => inside.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? Path + inside[dot..] : Path;

    public FhirResourceUse ToUse()
    {
        var outcome = ClosesScreen ? FhirOutcome.Used : Factors.Count == 0 ? FhirOutcome.NotMapped : Factors.Max(f => f.Outcome);
        var reason = outcome == FhirOutcome.Used ? null : Reason ?? Factors.Select(f => f.Reason).FirstOrDefault(r => r is not null);
        return new FhirResourceUse
        {
            Type = Type, Id = Id, Path = Path, Outcome = outcome, Reason = reason ?? (outcome == FhirOutcome.NotMapped ? FhirReason.NoFactor : null),
            Factors = [.. Factors.Select(f => new FhirFactorUse { Factor = f.Factor, Path = f.Path, Outcome = f.Outcome, Reason = f.Reason })],
        };
    }

    [GeneratedRegex("^[A-Z][A-Za-z]{1,63}$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}$")]
    private static partial Regex LogicalId();
}

/// <summary>What a resource says about one factor, while it is being decided what becomes of it.</summary>
internal sealed class FactorSlot(string factor, string path)
{
    public string Factor { get; } = factor;

    public string Path { get; } = path;

    public FhirOutcome Outcome { get; private set; } = FhirOutcome.Mapped;

    public FhirReason? Reason { get; private set; }

    public void Refuse(FhirReason reason) => (Outcome, Reason) = (FhirOutcome.Mapped, reason);

    public void Use() => (Outcome, Reason) = (FhirOutcome.Used, null);
}

/// <summary>A value that may go into the profile.</summary>
internal sealed record Candidate
{
    public required ResourceSlot Resource { get; init; }

    public required FactorSlot Slot { get; init; }

    /// <summary>The value, in <see cref="Unit"/>; null = the person declined to say, or <see cref="IsOther"/>.</summary>
    public FactorValue? Value { get; init; }

    /// <summary>Whether it is an answer for which the factor has no word (a former smoker, of whom nobody knows since when): older answers are over all the same.</summary>
    public bool IsOther { get; init; }

    /// <summary>The unit as the rule set spells it; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The value in the factor's own unit, to be compared with others.</summary>
    public FactorValue? Comparable { get; init; }

    /// <summary>How far two values may differ and still be the same one, reported in two units.</summary>
    public double Tolerance { get; init; }

    public Moment? When { get; init; }

    public Moment? Issued { get; init; }

    /// <summary>The last day for which it holds, where it says so; after it the record says nothing.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the record holds as long as it is in the list (a diagnosis, an allergy, a medicine taken), so that a newer one does not replace it.</summary>
    public bool Standing { get; init; }

    /// <summary>Whether it speaks for the day of the profile, if it is not older than a year on it.</summary>
    public bool Current { get; init; }
}

/// <summary>A screen that a questionnaire's answers close: what was shown and not answered is no.</summary>
internal sealed record AnsweredScreen(string Screen, ImmutableArray<string> Items, Moment? When);
