using System.Collections.Immutable;
using System.Globalization;

namespace GutSkin.Core;

/// <summary>What every explanation needs: the rule set, the assessment, names in its language, gates in words.</summary>
internal sealed class ExplainContext
{
    private readonly Localizer localizer;
    private readonly Dictionary<string, Evidence> evidence;

    public ExplainContext(ResolvedRuleSet resolved, Assessment assessment)
    {
        Resolved = resolved;
        Assessment = assessment;
        localizer = new Localizer(resolved.RuleSet, assessment.Culture);
        Factors = resolved.RuleSet.Factors.ToDictionary(f => f.Id, StringComparer.Ordinal);
        evidence = resolved.RuleSet.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
        IsGerman = assessment.Culture is { } culture
            && (culture.Equals("de", StringComparison.OrdinalIgnoreCase) || culture.StartsWith("de-", StringComparison.OrdinalIgnoreCase));
        Gates = new GateText(
            FactorName, ConditionName, id => Factors.GetValueOrDefault(id)?.Unit, IsGerman ? GateWords.German : GateWords.English, ChoiceName);
    }

    /// <summary>Whether the assessment's culture is German; every other language reads English sentences.</summary>
    public bool IsGerman { get; }

    public ResolvedRuleSet Resolved { get; }

    public RuleSet Set => Resolved.RuleSet;

    public Assessment Assessment { get; }

    public Dictionary<string, Factor> Factors { get; }

    /// <summary>Gates in words.</summary>
    public GateText Gates { get; }

    public string FactorName(string id) => Text("factors", id, "name", Factors.GetValueOrDefault(id)?.Name ?? id);

    public string ConditionName(string id) => Text("conditions", id, "name", Set.Conditions.FirstOrDefault(c => c.Id == id)?.Name ?? id);

    public string ChoiceName(string factor, string choice) => OptionalText("factors", factor, "choices." + choice, null) ?? choice;

    /// <summary>A sentence in the language of the assessment: both stand side by side, so that neither is forgotten.</summary>
    public string Say(string english, string german) => IsGerman ? german : english;

    public string Text(string section, string id, string field, string fallback) => localizer.Text(section, id, field, fallback);

    public string? OptionalText(string section, string id, string field, string? fallback) => localizer.OptionalText(section, id, field, fallback);

    /// <summary>Which document says an entry, where more than one was composed.</summary>
    public string? From(string section, string id) =>
        Resolved.Documents.Length > 1 && Resolved.Provenance.TryGetValue(new EntryKey(section, id), out var document)
            ? Say($"From {document.Id} {document.Version}.", $"Aus {document.Id} {document.Version}.")
            : null;

    /// <summary>Why something was left out.</summary>
    public string Why(ConsideredEntry entry) => Text("considered", $"{entry.Factor}/{entry.Condition}", "why", entry.Why);

    /// <summary>A line for each source.</summary>
    public IEnumerable<string> Sources(ImmutableArray<string> ids) => Sources(Say("Source", "Quelle"), ids);

    /// <summary>A line for each source, under a heading.</summary>
    public IEnumerable<string> Sources(string heading, ImmutableArray<string> ids) =>
        ids.Select(id => evidence.TryGetValue(id, out var entry) ? $"{heading}: {Citations.Of(entry)} ({id})" : $"{heading}: {id}");

    /// <summary>The lines that say something.</summary>
    public static ImmutableArray<string> Lines(params IEnumerable<string?> lines) => [.. lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => l!)];

    /// <summary>A number with up to three digits behind the point.</summary>
    public string Number(double value) => Own(value.ToString("0.###", CultureInfo.InvariantCulture));

    /// <summary>A number with all its digits.</summary>
    public string Exact(double value) => Own(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>An index with one digit behind the point.</summary>
    public string Index(double value) => Own(value.ToString("0.#", CultureInfo.InvariantCulture));

    /// <summary>A certainty in words.</summary>
    public string Word(Certainty certainty) => certainty switch
    {
        Certainty.VeryLow => Say("very low", "sehr niedrig"),
        Certainty.Low => Say("low", "niedrig"),
        Certainty.Moderate => Say("moderate", "mittel"),
        _ => Say("high", "hoch"),
    };

    /// <summary>A kind of safety rule in words.</summary>
    public string Word(SafetyKind kind) => Say(Keywords.SafetyKind.WordOf(kind), kind switch
    {
        SafetyKind.RedFlag => "Warnzeichen",
        SafetyKind.Contraindication => "Gegenanzeige",
        _ => "Vorsichtshinweis",
    });

    public string YesOrNo(bool value) => value ? Say("yes", "ja") : Say("no", "nein");

    private string Own(string number) => IsGerman ? number.Replace('.', ',') : number;
}
