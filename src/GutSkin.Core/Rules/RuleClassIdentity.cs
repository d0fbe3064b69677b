namespace GutSkin.Core;

/// <summary>Which class computed a rule: what the JSON of a rule set cannot hold.</summary>
/// <param name="Id">The id of the rule.</param>
/// <param name="Version">The version the class declares.</param>
/// <param name="Type">The full name of the class.</param>
public sealed record RuleClassIdentity(string Id, string Version, string Type);
