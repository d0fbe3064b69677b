using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Profiles.Checking;

/// <summary>What a profile may speak of: the factors, conditions and screens of a rule set, ready for many profiles.</summary>
internal sealed class ProfileLookup
{
    // Frozen collections would be read a little faster, but take longer to make than all of a first assessment's scoring.
    private ProfileLookup(int factors)
    {
        Factors = new Dictionary<string, Factor>(factors, StringComparer.Ordinal);
    }

    /// <summary>The factors by id.</summary>
    public Dictionary<string, Factor> Factors { get; }

    /// <summary>The ids of conditions and states.</summary>
    public HashSet<string> Conditions { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of screens.</summary>
    public HashSet<string> Screens { get; } = new(StringComparer.Ordinal);

    /// <summary>The lookup of a composed rule set.</summary>
    public static ProfileLookup Of(RuleSet ruleSet)
    {
        var lookup = new ProfileLookup(ruleSet.Factors.Length);
        foreach (var factor in ruleSet.Factors)
            lookup.Factors[factor.Id] = factor;
        foreach (var condition in ruleSet.Conditions)
            lookup.Conditions.Add(condition.Id);
        foreach (var screen in ruleSet.Screens)
            lookup.Screens.Add(screen.Id);
        return lookup;
    }

    /// <summary>The lookup of a rule set being composed.</summary>
    public static ProfileLookup Of(IEnumerable<Factor> factors, IEnumerable<string> conditions, IEnumerable<string> screens)
    {
        var lookup = new ProfileLookup(0);
        foreach (var factor in factors)
            lookup.Factors[factor.Id] = factor;
        lookup.Conditions.UnionWith(conditions);
        lookup.Screens.UnionWith(screens);
        return lookup;
    }
}
