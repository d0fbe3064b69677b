using System.Collections.Immutable;

namespace GutSkin.Cohorts;

/// <summary>
/// A block of people, read and checked, with what failed among them. Holds health data. Dispose it, and its memory is used for a later
/// block; one thread at a time uses it.
/// </summary>
public abstract class CohortBatch : IDisposable
{
    private readonly List<CohortFailure> failures = [];
    private char[] ids = new char[4096];
    private int[] idEnds = [];
    private long[] rows = [];
    private string?[] groups = [];

    private protected CohortBatch()
    {
    }

    /// <summary>The number of the block over the whole cohort, from 0.</summary>
    public long Block { get; internal set; }

    /// <summary>How many people are in it; those that failed are not.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that failed.</summary>
    public IReadOnlyList<CohortFailure> Failures => failures;

    /// <summary>Factors that were left out, as the rule set does not know them.</summary>
    public virtual IReadOnlyCollection<string> LeftOut => [];

    internal Action<CohortBatch>? Return { get; set; }

    /// <summary>The id of a person; empty where there is none.</summary>
    /// <param name="person">Which, from 0.</param>
    /// <returns>The id.</returns>
    public ReadOnlySpan<char> IdOf(int person)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)person, (uint)Count, nameof(person));
        int start = person == 0 ? 0 : idEnds[person - 1];
        return ids.AsSpan(start, idEnds[person] - start);
    }

    /// <summary>The number of a person's row over the whole cohort, from 1.</summary>
    /// <param name="person">Which, from 0.</param>
    /// <returns>The number.</returns>
    public long RowOf(int person)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)person, (uint)Count, nameof(person));
        return rows[person];
    }

    /// <summary>The group of a person; null where nobody is grouped, or the cell is empty.</summary>
    /// <param name="person">Which, from 0.</param>
    /// <returns>The group.</returns>
    public string? GroupOf(int person)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)person, (uint)Count, nameof(person));
        return groups[person];
    }

    /// <summary>What is known of a person, as a profile to be assessed.</summary>
    /// <param name="person">Which, from 0.</param>
    /// <returns>The profile.</returns>
    public abstract PersonProfile ProfileOf(int person);

    /// <summary>Counts, never answers.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"CohortBatch {Block}: {Count} people, {failures.Count} failed");

    /// <summary>Gives its memory back to the reader.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref returned, null)?.Invoke(this);
        GC.SuppressFinalize(this);
    }

    private Action<CohortBatch>? returned;

    /// <summary>Begins a new block.</summary>
    internal virtual void Begin(long block)
    {
        Block = block;
        Count = 0;
        failures.Clear();
        returned = Return;
    }

    /// <summary>Does what any thread can do: decodes, checks.</summary>
    internal abstract void Prepare();

    /// <summary>Scores everyone: points and bounds of each condition in the order of the rule set's scores.</summary>
    internal abstract void Score(IScoringService service, double[][] into);

    private protected void Fail(CohortFailure failure) => failures.Add(failure);

    private protected void Add(long row, ReadOnlySpan<char> id, string? group)
    {
        int start = Count == 0 ? 0 : idEnds[Count - 1];
        if (Count == rows.Length)
        {
            int size = Math.Max(256, Count * 2);
            Array.Resize(ref rows, size);
            Array.Resize(ref idEnds, size);
            Array.Resize(ref groups, size);
        }

        if (ids.Length - start < id.Length)
            Array.Resize(ref ids, Math.Max(ids.Length * 2, start + id.Length));
        id.CopyTo(ids.AsSpan(start));
        idEnds[Count] = start + id.Length;
        rows[Count] = row;
        groups[Count] = group;
        Count++;
    }
}
