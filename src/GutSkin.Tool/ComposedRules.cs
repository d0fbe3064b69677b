using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>The rule set in force, or everything that is wrong with its documents.</summary>
/// <param name="Value">The rule set; null where there is an error.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record ComposedRules(ResolvedRuleSet? Value, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is no error.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;
}
