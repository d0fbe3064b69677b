using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>The typed name of a factor that takes a choice.</summary>
public sealed class ChoiceFactor : FactorKey
{
    /// <summary>Names a factor.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="choices">The ids of its choices.</param>
    public ChoiceFactor(string id, params ReadOnlySpan<string> choices)
        : base(id) => Choices = [.. choices];

    /// <summary>The ids of its choices, in order.</summary>
    public ImmutableArray<string> Choices { get; }
}
