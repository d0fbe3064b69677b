using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>One entry that two rule sets do not have in common.</summary>
/// <param name="Section">The section it stands in, for example <c>rules</c>; <c>ruleSet</c> for what a rule set says of itself.</param>
/// <param name="Id">Its id; for a considered entry factor and condition, for a test its name.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Details">What changed, a line each, in words: <c>certainty low → moderate</c>; for one added or removed its name.</param>
public sealed record EntryChange(string Section, string Id, EntryChangeKind Kind, ImmutableArray<string> Details);
