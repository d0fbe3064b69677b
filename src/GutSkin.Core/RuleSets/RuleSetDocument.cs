using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>One rule set document, read or written in C#, with what is already known to be wrong with it.</summary>
public sealed class RuleSetDocument
{
    internal RuleSetDocument(RuleSet? ruleSet, ImmutableArray<Diagnostic> diagnostics, string? file)
    {
        RuleSet = ruleSet;
        Diagnostics = diagnostics;
        File = file;
    }

    /// <summary>What could be read; incomplete where <see cref="Diagnostics"/> has an error, null where the text is not JSON.</summary>
    public RuleSet? RuleSet { get; }

    /// <summary>What is wrong with the document's form. Composition adds what is wrong with its meaning.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The file or name it was read from; null where it has none.</summary>
    public string? File { get; }

    /// <summary>A rule set written in C# as a document.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>The document.</returns>
    public static RuleSetDocument From(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return new RuleSetDocument(ruleSet, [], null);
    }
}

/// <summary>Where the text of a rule set comes from. Fetching from elsewhere is the application's work: it hands in the bytes.</summary>
public interface IRuleSetSource
{
    /// <summary>What diagnostics call it: a file name, a resource name.</summary>
    string Name { get; }

    /// <summary>Reads the text.</summary>
    /// <returns>UTF-8 JSON, with or without a byte-order mark.</returns>
    ReadOnlyMemory<byte> Read();
}
