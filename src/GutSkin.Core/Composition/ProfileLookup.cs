using System.Collections.Frozen;

namespace GutSkin.Core;

/// <summary>What a profile may speak of: the factors, conditions and screens of a rule set, ready for many profiles.</summary>
internal sealed class ProfileLookup
{
    private ProfileLookup(IEnumerable<Factor> factors, IEnumerable<string> conditions, IEnumerable<string> screens)
    {
        Factors = factors.ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);
        Conditions = conditions.ToFrozenSet(StringComparer.Ordinal);
        Screens = screens.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The factors by id.</summary>
    public FrozenDictionary<string, Factor> Factors { get; }

    /// <summary>The ids of conditions and states.</summary>
    public FrozenSet<string> Conditions { get; }

    /// <summary>The ids of screens.</summary>
    public FrozenSet<string> Screens { get; }

    /// <summary>The lookup of a composed rule set.</summary>
    public static ProfileLookup Of(RuleSet ruleSet) =>
        new(ruleSet.Factors, ruleSet.Conditions.Select(c => c.Id), ruleSet.Screens.Select(s => s.Id));

    /// <summary>The lookup of a rule set being composed.</summary>
    public static ProfileLookup Of(MergeState state) =>
        new(state.Factors.Entries.Select(f => f.Entry), state.Conditions.Ids, state.Screens.Ids);
}
