namespace GutSkin.Core.Testing;

/// <summary>
/// An expectation that does not hold: its message is what a test run shows. Every test framework takes it for a failed test, so that this
/// package depends on none of them.
/// </summary>
public sealed class GutSkinAssertionException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public GutSkinAssertionException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What was expected, and what was found.</param>
    public GutSkinAssertionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with what led to it.</summary>
    /// <param name="message">What was expected, and what was found.</param>
    /// <param name="innerException">What led to it.</param>
    public GutSkinAssertionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
