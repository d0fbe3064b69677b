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
        Gates = new GateText(FactorName, ConditionName, id => Factors.GetValueOrDefault(id)?.Unit);
    }

    public ResolvedRuleSet Resolved { get; }

    public RuleSet Set => Resolved.RuleSet;

    public Assessment Assessment { get; }

    public Dictionary<string, Factor> Factors { get; }

    /// <summary>Gates in words.</summary>
    public GateText Gates { get; }

    public string FactorName(string id) => Text("factors", id, "name", Factors.GetValueOrDefault(id)?.Name ?? id);

    public string ConditionName(string id) => Text("conditions", id, "name", Set.Conditions.FirstOrDefault(c => c.Id == id)?.Name ?? id);

    public string Text(string section, string id, string field, string fallback) => localizer.Text(section, id, field, fallback);

    public string? OptionalText(string section, string id, string field, string? fallback) => localizer.OptionalText(section, id, field, fallback);

    /// <summary>Which document says an entry, where more than one was composed.</summary>
    public string? From(string section, string id) =>
        Resolved.Documents.Length > 1 && Resolved.Provenance.TryGetValue(new EntryKey(section, id), out var document)
            ? $"From {document.Id} {document.Version}."
            : null;

    /// <summary>A line for each source.</summary>
    public IEnumerable<string> Sources(string heading, ImmutableArray<string> ids) =>
        ids.Select(id => evidence.TryGetValue(id, out var entry) ? $"{heading}: {Citations.Of(entry)} ({id})" : $"{heading}: {id}");

    /// <summary>The lines that say something.</summary>
    public static ImmutableArray<string> Lines(params IEnumerable<string?> lines) => [.. lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => l!)];

    /// <summary>A number with up to three digits behind the point.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>An index with one digit behind the point.</summary>
    public static string Index(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A certainty in words.</summary>
    public static string Word(Certainty certainty) => certainty == Certainty.VeryLow ? "very low" : certainty.ToString().ToLowerInvariant();
}
