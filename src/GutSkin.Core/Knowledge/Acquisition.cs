namespace GutSkin.Core;

/// <summary>How an answer is come by.</summary>
public enum Acquisition
{
    /// <summary>A person can answer it.</summary>
    Ask,

    /// <summary>It takes a measurement or a laboratory.</summary>
    Measure,
}
