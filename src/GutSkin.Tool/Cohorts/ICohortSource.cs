namespace GutSkin.Tool;

/// <summary>Where people come from.</summary>
internal interface ICohortSource : IDisposable
{
    /// <summary>How many bytes have been read, for the progress bar.</summary>
    long BytesRead { get; }

    /// <summary>Makes the format of what is written, where it stands alone: for its header.</summary>
    ScoreFormat CreateFormat();

    /// <summary>Makes an empty chunk.</summary>
    CohortChunk CreateChunk();

    /// <summary>Fills a chunk of this source's.</summary>
    /// <returns>Whether there may be more.</returns>
    bool Fill(CohortChunk chunk);
}
