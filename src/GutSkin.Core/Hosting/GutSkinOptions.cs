namespace GutSkin.Core;

/// <summary>
/// What a host configures of the scoring service, for example from its <c>GutSkin</c> section of settings. Rule sets that code
/// adds (<see cref="GutSkinBuilder"/>) come after the files named here.
/// </summary>
public sealed class GutSkinOptions
{
    /// <summary>Whether the built-in rule set is the base. Default: true.</summary>
    public bool BuiltInRuleSet { get; set; } = true;

    /// <summary>The paths of further rule sets, overlays in the order given. Default: none.</summary>
    public IList<string> RuleSetFiles { get; } = [];

    /// <summary>Whether those files are watched and read again when they change. Default: false.</summary>
    public bool ReloadOnChange { get; set; }

    /// <summary>Whether counts and durations are told to whoever listens, without health data (<see cref="ObservedScoringService"/>). Default: false.</summary>
    public bool Observe { get; set; }
}
