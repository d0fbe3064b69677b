using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Names, units and sources by id, in the report's language where the rule set has them; the id itself where nothing is known.</summary>
internal sealed class Names
{
    private readonly RuleSet? set;
    private readonly Localizer? localizer;
    private readonly Dictionary<string, Factor> factors;
    private readonly Dictionary<string, ScoringRule> rules;
    private readonly Dictionary<string, Intervention> interventions;
    private readonly Dictionary<string, Evidence> evidence;

    public Names(Assessment assessment)
    {
        set = assessment.Knowledge?.RuleSet;
        localizer = set is null ? null : new Localizer(set, assessment.Culture);
        factors = ById(set?.Factors ?? [], f => f.Id);
        rules = ById(set?.Rules ?? [], r => r.Id);
        interventions = ById(set?.Interventions ?? [], i => i.Id);
        evidence = ById(set?.Evidence ?? [], e => e.Id);
    }

    public Factor? Factor(string id) => factors.GetValueOrDefault(id);

    public Intervention? Intervention(string id) => interventions.GetValueOrDefault(id);

    public Evidence? Evidence(string id) => evidence.GetValueOrDefault(id);

    public IEnumerable<Intervention> Interventions => set?.Interventions ?? [];

    public string OfFactor(string id) => Text("factors", id, "name", Factor(id)?.Name);

    public string OfRule(string id) => Text("rules", id, "title", rules.GetValueOrDefault(id)?.Title);

    public string OfIntervention(string id) => Text("interventions", id, "name", Intervention(id)?.Name);

    public string OfMechanism(string id) => Text("mechanisms", id, "name", set?.Mechanisms.FirstOrDefault(m => m.Id == id)?.Name);

    public string OfRuleSet() => set is null ? "" : Text("ruleSet", set.Id, "title", set.Title);

    public string? Of(Intervention intervention, string field, string? fallback) =>
        Optional("interventions", intervention.Id, field, fallback);

    public string? Population(Contribution contribution) =>
        Optional("rules", contribution.Rule, "population", contribution.Population);

    public string OfChoice(string factor, string choice, ReportWords words) =>
        Optional("factors", factor, "choices." + choice, null)
        ?? (words.Choices.TryGetValue(choice, out string? word) ? word : CleanText.Of(choice.Replace('-', ' ')));

    /// <summary>A screen's title or a factor's name: what an <c>ask</c> list names.</summary>
    public string OfAsk(string id) =>
        set?.Screens.FirstOrDefault(s => s.Id == id) is { } screen ? Text("screens", id, "title", screen.Title) : OfFactor(id);

    /// <summary>The group of a factor: as given, or what stands before the first dot of its id.</summary>
    public string GroupOf(string? factor)
    {
        if (factor is null)
            return "";
        int dot = factor.IndexOf('.', StringComparison.Ordinal);
        return Factor(factor)?.Group ?? (dot > 0 ? factor[..dot] : "");
    }

    private string Text(string section, string id, string field, string? own) =>
        CleanText.Of(localizer?.OptionalText(section, id, field, own) ?? id);

    private string? Optional(string section, string id, string field, string? own) =>
        (localizer?.OptionalText(section, id, field, own) ?? own) is { } text ? CleanText.Of(text) : null;

    private static Dictionary<string, T> ById<T>(ImmutableArray<T> entries, Func<T, string> idOf)
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
            byId.TryAdd(idOf(entry), entry);
        return byId;
    }
}
