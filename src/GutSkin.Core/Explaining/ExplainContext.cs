using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Words;

namespace GutSkin.Core.Explaining;

/// <summary>What every explanation needs: the rule set, the assessment, names in its language, gates in words.</summary>
internal sealed class ExplainContext
{
    public ExplainContext(ResolvedRuleSet resolved, Assessment assessment)
    {
        Resolved = resolved;
        Assessment = assessment;
        Names = new RuleSetWords(resolved, assessment.Culture, assessment.Words ?? WordTable.For(assessment.Culture));
        Gates = new GateText(Words, Names);
    }

    public ResolvedRuleSet Resolved { get; }

    public RuleSet Set => Resolved.Data;

    public Assessment Assessment { get; }

    public RuleSetWords Names { get; }

    public WordTable Words => Names.Language;

    public NumberWords Numbers => Names.Numbers;

    /// <summary>Gates in words.</summary>
    public GateText Gates { get; }

    /// <summary>Which document says an entry, where more than one was composed.</summary>
    public string? From(string section, string id) =>
        Resolved.Documents.Length > 1 && Resolved.Provenance.TryGetValue(new EntryKey(section, id), out var document)
            ? WordTable.Fill(Words.FromDocument, document.Id, document.Version)
            : null;

    /// <summary>Why something was left out.</summary>
    public string Why(ConsideredEntry entry) => Names.Text("considered", $"{entry.Factor}/{entry.Condition}", "why", entry.Why);

    /// <summary>A line for each source.</summary>
    public IEnumerable<string> Sources(ImmutableArray<string> ids) => Sources(Words.Source, ids);

    /// <summary>A line for each source, as a sentence has it.</summary>
    public IEnumerable<string> Sources(string sentence, ImmutableArray<string> ids) =>
        ids.Select(id => WordTable.Fill(sentence, Names.FindEvidence(id) is { } entry ? $"{CleanText.Of(Citations.Of(entry))} ({id})" : id));

    /// <summary>The lines that say something.</summary>
    public static ImmutableArray<string> Lines(params IEnumerable<string?> lines) => [.. lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => l!)];

    /// <summary>A number that a rule or an answer gives, all its digits, in the unit of its factor.</summary>
    public string Amount(double value, string? unit) => Numbers.InUnit(Numbers.Exact(value), unit, value == 1);

    /// <summary>A value of a factor: an answer, or what a change makes of it.</summary>
    public string Value(string factor, FactorValue value) =>
        value.Kind == FactorValueKind.Number ? Amount(value.AsNumber, Names.Unit(factor)) : Names.Answer(factor, value);
}
