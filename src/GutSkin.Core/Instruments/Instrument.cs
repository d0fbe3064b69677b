using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.Instruments;

/// <summary>
/// A severity score or questionnaire total: what it asks for, its formula, its bands and where they are from. Each has a class of its own
/// with a typed input (<see cref="Easi"/>, <see cref="Dlqi"/> …); both ways run the same formula. No wording of a questionnaire is part of it.
/// </summary>
public sealed class Instrument
{
    private FrozenDictionary<string, InstrumentItem>? byId;

    internal Instrument()
    {
    }

    /// <summary>The id, for example <c>easi</c>.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Who fills it in.</summary>
    public string Assessor { get; internal init; } = "";

    /// <summary>From which age on it is meant for; null where that is not said.</summary>
    public int? FromAge { get; internal init; }

    /// <summary>The ids of the conditions it measures; empty for a measure of something else.</summary>
    public ImmutableArray<string> Conditions { get; internal init; } = [];

    /// <summary>The id of the factor that its total answers; null for a measure of severity.</summary>
    public string? Factor { get; internal init; }

    /// <summary>The unit of the total where it answers a factor, in UCUM spelling.</summary>
    public string? Unit { get; internal init; }

    /// <summary>The time that the answers speak of, as an ISO 8601 duration (<c>P1W</c>); null where it is the day itself.</summary>
    public string? Recall { get; internal init; }

    /// <summary>What it asks for, in its own order.</summary>
    public ImmutableArray<InstrumentItem> Items { get; internal init; } = [];

    /// <summary>The formula.</summary>
    public string Formula { get; internal init; } = "";

    /// <summary>The least total.</summary>
    public decimal Min { get; internal init; }

    /// <summary>The greatest total; null = unbounded.</summary>
    public decimal? Max { get; internal init; }

    /// <summary>The smallest distance of two totals; null where an answer is continuous.</summary>
    public decimal? Resolution { get; internal init; }

    /// <summary>Which totals are better.</summary>
    public BetterWhen BetterWhen { get; internal init; }

    /// <summary>The band sets in use; the first is taken where none is named.</summary>
    public ImmutableArray<BandSet> BandSets { get; internal init; } = [];

    /// <summary>The published minimal important differences; the first is taken where none is named. Empty where none was seen.</summary>
    public ImmutableArray<MinimalDifference> Differences { get; internal init; } = [];

    /// <summary>What a missing item does.</summary>
    public string MissingItems { get; internal init; } = "";

    /// <summary>What is known of the terms of use.</summary>
    public string License { get; internal init; } = "";

    /// <summary>What else one must know to use it; null where there is nothing.</summary>
    public string? Note { get; internal init; }

    /// <summary>The evidence ids of its sources, in the order of the numbers in the documentation of its class.</summary>
    public ImmutableArray<string> References { get; internal init; } = [];

    /// <summary>To how many decimals the field writes the total; null where it is exact.</summary>
    internal int? Decimals { get; init; }

    /// <summary>The formula, run on answers that were checked.</summary>
    internal Func<ItemValues, Computation> Compute { get; init; } = static _ => default;

    /// <summary>What is odd about answers that are allowed: an item and a sentence each.</summary>
    internal Func<ItemValues, IEnumerable<(string Item, string Message)>> Oddities { get; init; } = static _ => [];

    /// <summary>The item that an element of an array answers (name, position from 0), where the format has arrays.</summary>
    internal Func<string, int, string>? ArrayItem { get; init; }

    /// <summary>Scores answers.</summary>
    /// <param name="items">The answers by the id of their item; yes is 1, no is 0.</param>
    /// <param name="bandSet">The id of a band set; null = the first.</param>
    /// <returns>The score with what is odd, or everything that is wrong: every item with the numbers it may be, never the number given.</returns>
    public ReadResult<InstrumentScore> Score(IReadOnlyDictionary<string, decimal> items, string? bandSet = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var score = AnswerScoring.Score(this, items, bandSet, (item, code, message, hint) => faults.Add(new Diagnostic
        {
            Code = code,
            Severity = DiagnosticCodes.SeverityOf(code),
            Path = item is null ? "$" : $"$['{item}']",
            Message = message,
            Hint = hint,
        }));
        return new ReadResult<InstrumentScore>(score, faults.ToImmutable());
    }

    /// <summary>Scores answers written as JSON: an object of the items, their dots as objects in objects or as they are.</summary>
    /// <param name="json">The text.</param>
    /// <param name="bandSet">The id of a band set; null = the first.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The score with what is odd, or everything that is wrong, with its place.</returns>
    public ReadResult<InstrumentScore> Read(string json, string? bandSet = null, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return AnswerReader.Read(this, JsonTreeParser.Parse(json, JsonDialect.Strict), bandSet, file);
    }

    /// <summary>Scores answers written as JSON: an object of the items, their dots as objects in objects or as they are.</summary>
    /// <param name="utf8">The text in UTF-8, with or without a byte order mark.</param>
    /// <param name="bandSet">The id of a band set; null = the first.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The score with what is odd, or everything that is wrong, with its place.</returns>
    public ReadResult<InstrumentScore> Read(ReadOnlyMemory<byte> utf8, string? bandSet = null, string? file = null) =>
        AnswerReader.Read(this, JsonTreeParser.Parse(utf8, JsonDialect.Strict), bandSet, file);

    /// <summary>A band set.</summary>
    /// <param name="id">Its id, or the evidence id of its source.</param>
    /// <returns>The set; null where the instrument has none of that id.</returns>
    public BandSet? FindBandSet(string id) =>
        BandSets.FirstOrDefault(b => b.Id == id) ?? BandSets.FirstOrDefault(b => b.Source == id);

    /// <summary>An item.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The item; null where the instrument has none of that id.</returns>
    public InstrumentItem? FindItem(string id) =>
        LazyInitializer.EnsureInitialized(ref byId, () => Items.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>The name.</summary>
    /// <returns>The id and the name.</returns>
    public override string ToString() => $"{Id}: {Name}";
}

/// <summary>Which totals of an instrument are better.</summary>
[JsonConverter(typeof(KebabEnumConverter<BetterWhen>))]
public enum BetterWhen
{
    /// <summary>Less is better, as in every measure of severity.</summary>
    Lower,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Neither end is better.</summary>
    Neither,
}

/// <summary>One thing that an instrument asks for: its id, and which numbers it may be.</summary>
public sealed class InstrumentItem
{
    internal InstrumentItem(string id, decimal min, decimal max, decimal? step = null) => (Id, Min, Max, Step) = (id, min, max, step);

    /// <summary>The id, for example <c>head.erythema</c>; in JSON the dot may be written as an object in an object.</summary>
    public string Id { get; }

    /// <summary>The least number allowed.</summary>
    public decimal Min { get; }

    /// <summary>The greatest number allowed.</summary>
    public decimal Max { get; }

    /// <summary>The distance of the numbers allowed, counted from <see cref="Min"/>; null where every number of the range is.</summary>
    public decimal? Step { get; }

    /// <summary>Whether the answer is yes or no: true or false in JSON, 1 or 0 as a number.</summary>
    public bool IsYesNo { get; internal init; }

    /// <summary>Whether there is no score without it (in the form it belongs to).</summary>
    public bool IsRequired { get; internal init; } = true;

    /// <summary>
    /// The form it belongs to, where an instrument can be filled in in more than one way (ten items, or their total);
    /// null = it belongs to all of them.
    /// </summary>
    public string? Form { get; internal init; }

    /// <summary>The item that this one may be given instead of, for example a percentage instead of an area score; null for most.</summary>
    public string? InsteadOf { get; internal init; }

    /// <summary>What it is for, where that is not plain; null for most.</summary>
    public string? Note { get; internal init; }

    /// <summary>The numbers allowed, in words, for example <c>0 to 3 in steps of 0.5</c>.</summary>
    public string Allowed
    {
        get
        {
            if (IsYesNo)
                return "true or false";
            string range = string.Create(CultureInfo.InvariantCulture, $"{Min} to {Max}");
            return Step switch
            {
                null => range,
                1 => $"whole numbers from {range}",
                { } step => string.Create(CultureInfo.InvariantCulture, $"{range} in steps of {step}"),
            };
        }
    }

    /// <summary>What this item's number says of the item that it is given instead of.</summary>
    internal Func<decimal, decimal> Convert { get; init; } = static value => value;

    /// <summary>The id and the numbers allowed.</summary>
    /// <returns>For example <c>itch: whole numbers from 0 to 4</c>.</returns>
    public override string ToString() => $"{Id}: {Allowed}";

    /// <summary>Items <c>prefix1</c> to <c>prefixN</c> of one scale of whole numbers.</summary>
    internal static IEnumerable<InstrumentItem> Numbered(string prefix, int count, int min, int max, string? form = null) =>
        Enumerable.Range(1, count).Select(i => new InstrumentItem(string.Create(CultureInfo.InvariantCulture, $"{prefix}{i}"), min, max, 1) { Form = form });

    /// <summary>Items of one scale of whole numbers.</summary>
    internal static IEnumerable<InstrumentItem> Of(int min, int max, params string[] ids) => ids.Select(id => new InstrumentItem(id, min, max, 1));

    /// <summary>A question of yes or no.</summary>
    internal static InstrumentItem YesNo(string id, string? note = null) => new(id, 0, 1, 1) { IsYesNo = true, Note = note };
}

/// <summary>The answers to one instrument, with a property an item. Whether they are in range is checked when they are scored.</summary>
public abstract record InstrumentInput
{
    private protected InstrumentInput()
    {
    }

    /// <summary>The instrument that these are answers to.</summary>
    internal abstract Instrument Of { get; }

    /// <summary>The answers by item; null = not answered.</summary>
    internal abstract IEnumerable<(string Item, decimal? Value)> Answers { get; }

    /// <summary>Says of what it is, never an answer.</summary>
    /// <returns>A text without health data.</returns>
    public sealed override string ToString() => $"answers to {Of.Id}";

    /// <summary>Scores the answers as <see cref="Instrument.Score(IReadOnlyDictionary{string, decimal}, string?)"/> does.</summary>
    internal ReadResult<InstrumentScore> Score(string? bandSet)
    {
        var items = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (item, value) in Answers)
        {
            if (value is { } answer)
                items.Add(item, answer);
        }

        return Of.Score(items, bandSet);
    }
}
