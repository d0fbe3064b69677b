using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Format;

/// <summary>What a rule set says of the entries an assessment names: looked up by both ways of the compact form.</summary>
internal static class CompactFacts
{
    /// <summary>An entry that must be there.</summary>
    /// <exception cref="MissingEntryException">The rule set has no such entry.</exception>
    public static T Find<T>(IReadOnlyDictionary<string, T> entries, string id) => entries.TryGetValue(id, out var entry) ? entry : throw new MissingEntryException(id);

    /// <summary>A compiled intervention.</summary>
    public static CompiledIntervention Intervention(CompiledRuleSet rules, string id) =>
        Array.Find(rules.Advice.Interventions, i => i.Intervention.Id == id) ?? throw new MissingEntryException(id);

    /// <summary>What an intervention's indication says.</summary>
    public static ActiveIndication Indication(Intervention intervention, int place, RuleSetWords words)
    {
        if (place < 0 || place >= intervention.Indications.Length)
            throw new MissingEntryException(intervention.Id);
        var indication = intervention.Indications[place];
        return new ActiveIndication
        {
            Condition = indication.Condition,
            Direction = indication.Direction,
            Strength = indication.Strength,
            Text = words.Raw("interventions", intervention.Id, string.Create(CultureInfo.InvariantCulture, $"{TextFields.Indications}.{place}"), indication.Text)!,
            Evidence = indication.Evidence,
        };
    }

    /// <summary>The ids of the factors that a question shows where nothing hides one.</summary>
    public static ImmutableArray<string> Items(CompiledRuleSet rules, QuestionKind asks, string id) => asks switch
    {
        QuestionKind.Screen => Find(rules.Resolved.Index.Screens, id).Factors,
        QuestionKind.Form => Find(rules.Resolved.Index.Forms, id).Items,
        _ => [id],
    };
}

/// <summary>A compact assessment names what its rule set lacks.</summary>
internal sealed class MissingEntryException(string id) : Exception("missing entry")
{
    /// <summary>The id that nothing has.</summary>
    public string Id => id;
}
