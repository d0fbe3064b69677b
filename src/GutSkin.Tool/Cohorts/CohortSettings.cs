namespace GutSkin.Tool;

/// <summary>How a cohort is scored. Neither threads nor the size of the chunks change a byte of what is written.</summary>
internal sealed record CohortSettings
{
    /// <summary>How many threads work: one reads, the others score and write; a single one does it all. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many rows are under way together. Default: 4,096, whose numbers fit in a core's cache.</summary>
    public int ChunkRows { get; init; } = 4096;

    /// <summary>Which rows are scored. Default: all.</summary>
    public Shard Shard { get; init; } = Shard.All;

    /// <summary>Whether factors that the rule set does not know are left out.</summary>
    public bool IgnoreUnknown { get; init; }

    /// <summary>Whether lines of JSON are written, and not a table.</summary>
    public bool WriteJsonLines { get; init; }
}
