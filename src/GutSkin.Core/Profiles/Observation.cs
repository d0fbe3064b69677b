namespace GutSkin.Core;

/// <summary>What is recorded of one factor: a value, or that the person would rather not say.</summary>
public sealed class Observation
{
    internal Observation(FactorValue? value, string? unit, DateOnly? on, string? source, bool declined)
    {
        Value = value;
        Unit = unit;
        On = on;
        Source = source;
        IsDeclined = declined;
    }

    /// <summary>The value, in <see cref="Unit"/>; null where the answer was declined.</summary>
    public FactorValue? Value { get; }

    /// <summary>The unit of the value; null = the factor's own.</summary>
    public string? Unit { get; }

    /// <summary>The day it was made on; null = the profile's <see cref="PersonProfile.AsOf"/>.</summary>
    public DateOnly? On { get; }

    /// <summary>Where it comes from, for example <c>lab</c>; null where that was not said.</summary>
    public string? Source { get; }

    /// <summary>Whether the person would rather not say: missing, and not asked again.</summary>
    public bool IsDeclined { get; }

    /// <summary>Says whether there is a value, never the value.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => IsDeclined ? "declined" : "recorded";
}
