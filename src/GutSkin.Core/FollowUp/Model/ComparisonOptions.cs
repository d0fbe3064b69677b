using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>How two assessments are compared.</summary>
public sealed partial record ComparisonOptions
{
    /// <summary>The defaults: nothing measured.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>How profiles are assessed.</summary>
    public AssessmentOptions Assessing { get; init; } = AssessmentOptions.Default;

    /// <summary>What instruments measured at both times, see <see cref="SeverityChange.Of"/>; shown beside the indices.</summary>
    public ImmutableArray<SeverityChange> Severity { get; init; } = [];
}
