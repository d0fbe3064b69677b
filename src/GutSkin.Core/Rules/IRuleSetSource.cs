namespace GutSkin.Core;

/// <summary>Where the text of a rule set comes from. Fetching from elsewhere is the application's work: it hands in the bytes.</summary>
public interface IRuleSetSource
{
    /// <summary>What diagnostics call it: a file name, a resource name.</summary>
    string Name { get; }

    /// <summary>Reads the text.</summary>
    /// <returns>UTF-8 JSON, with or without a byte-order mark.</returns>
    ReadOnlyMemory<byte> Read();
}
