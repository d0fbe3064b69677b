namespace GutSkin.Core.RuleSets;

/// <summary>The entries of a rule set by id, each section when it is first asked for. Of an id that is there twice the first counts.</summary>
internal sealed class EntryIndex(RuleSet set)
{
    // Frozen collections would be read a little faster, but take longer to make than all of a first assessment's scoring. Two threads
    // that ask at once make the same index twice; either will do.

    /// <summary>The factors.</summary>
    public Dictionary<string, Factor> Factors => field ??= ById(set.Factors.AsSpan(), static f => f.Id);

    /// <summary>The conditions and states.</summary>
    public Dictionary<string, SkinCondition> Conditions => field ??= ById(set.Conditions.AsSpan(), static c => c.Id);

    /// <summary>The screens.</summary>
    public Dictionary<string, Screen> Screens => field ??= ById(set.Screens.AsSpan(), static s => s.Id);

    /// <summary>The forms.</summary>
    public Dictionary<string, Form> Forms => field ??= ById(set.Forms.AsSpan(), static f => f.Id);

    /// <summary>The scoring rules.</summary>
    public Dictionary<string, ScoringRule> Rules => field ??= ById(set.Rules.AsSpan(), static r => r.Id);

    /// <summary>The interventions.</summary>
    public Dictionary<string, Intervention> Interventions => field ??= ById(set.Interventions.AsSpan(), static i => i.Id);

    /// <summary>The safety rules.</summary>
    public Dictionary<string, SafetyRule> Safety => field ??= ById(set.Safety.AsSpan(), static s => s.Id);

    /// <summary>The mechanisms.</summary>
    public Dictionary<string, Mechanism> Mechanisms => field ??= ById(set.Mechanisms.AsSpan(), static m => m.Id);

    /// <summary>The sources, which are read for it where they have not been.</summary>
    public Dictionary<string, Evidence> Evidence => field ??= ById(set.Evidence.AsSpan(), static e => e.Id);

    /// <summary>The condition that a word which is no id was most likely meant to be: by its other names, else by its spelling; null where none comes near.</summary>
    public string? ConditionMeantBy(string word) =>
        SkinCondition.MeantBy(word, set.Conditions) ?? Values.Ids.Nearest(word, Conditions.Keys);

    private static Dictionary<string, T> ById<T>(ReadOnlySpan<T> entries, Func<T, string> idOf)
    {
        var byId = new Dictionary<string, T>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries)
            byId.TryAdd(idOf(entry), entry);
        return byId;
    }
}
