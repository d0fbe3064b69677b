namespace GutSkin.Core.Instruments;

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
