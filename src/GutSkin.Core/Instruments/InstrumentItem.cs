using System.Globalization;

namespace GutSkin.Core.Instruments;

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
