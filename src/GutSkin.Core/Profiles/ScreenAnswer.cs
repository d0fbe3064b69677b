namespace GutSkin.Core;

/// <summary>A screen that was answered: its yes/no factors without an entry of their own are false.</summary>
/// <param name="Screen">The id of the screen.</param>
/// <param name="On">The day it was answered; null = the profile's <see cref="PersonProfile.AsOf"/>.</param>
public sealed record ScreenAnswer(string Screen, DateOnly? On = null);
