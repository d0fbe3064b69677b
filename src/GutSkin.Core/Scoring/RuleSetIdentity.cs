using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Which rule set made an assessment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">The SHA-256 of its canonical JSON, the rules written as classes included.</param>
public sealed record RuleSetIdentity(string Id, string Version, string Sha256)
{
    /// <summary>The rules that classes compute, by id; absent where there are none. Without the same classes nobody can score the same again.</summary>
    public ImmutableArray<RuleClassIdentity>? Classes { get; init; }
}
