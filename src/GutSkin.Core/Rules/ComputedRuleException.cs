namespace GutSkin.Core;

/// <summary>
/// A rule written as a class does what a rule must not: it throws, reads what it has not declared, or returns no burden. A fault in
/// code, found while scoring. The message names the rule, its class and the factors it reads, and never an answer; for that
/// reason the exception it threw is named and not passed on.
/// </summary>
public sealed class ComputedRuleException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ComputedRuleException()
        : this("A rule written as a class failed.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong, without an answer in it.</param>
    public ComputedRuleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong, without an answer in it.</param>
    /// <param name="innerException">What led to it.</param>
    public ComputedRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The id of the rule.</summary>
    public string? Rule { get; init; }
}
