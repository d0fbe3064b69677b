using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>A screen that was answered: the yes/no factors that it showed, without an entry of their own, are false.</summary>
/// <param name="Screen">The id of the screen.</param>
/// <param name="On">The day it was answered; null = the profile's <see cref="PersonProfile.AsOf"/>.</param>
public sealed record ScreenAnswer(string Screen, DateOnly? On = null)
{
    /// <summary>The ids of the factors that were shown; null = all that the screen lists.</summary>
    public ImmutableArray<string>? Items { get; init; }

    /// <inheritdoc/>
    public bool Equals(ScreenAnswer? other) =>
        other is not null && Screen == other.Screen && On == other.On
        && Items.HasValue == other.Items.HasValue && (Items ?? []).AsSpan().SequenceEqual((other.Items ?? []).AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Screen, On, Items?.Length);
}
