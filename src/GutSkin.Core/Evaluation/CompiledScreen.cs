namespace GutSkin.Core;

/// <summary>A screen over slots.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Slots">The slots of its factors, in order.</param>
/// <param name="Gate">Not asked where this node is false.</param>
internal sealed record CompiledScreen(Screen Screen, int[] Slots, int Gate);
