using GutSkin.Cohorts.Reading;
using GutSkin.Cohorts.Writing;

namespace GutSkin.Cohorts;

/// <summary>Puts Parquet files of scores together that the parts of one cohort gave: the bytes are those of a run in one piece.</summary>
public static class ParquetParts
{
    /// <summary>Joins parts. A row group of each is in memory at a time.</summary>
    /// <param name="parts">The parts, each a stream that can be sought; they are read and disposed.</param>
    /// <param name="order">Which part the next people are of, and how many, until all are named.</param>
    /// <param name="to">Where the whole goes; it stays open.</param>
    /// <exception cref="InvalidInputException">A part is damaged, has other columns than the first, or fewer people than the order names.</exception>
    public static void Join(IReadOnlyList<Stream> parts, IEnumerable<(int Part, long People)> order, Stream to)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(to);
        var readers = new List<ParquetGroupReader>();
        try
        {
            foreach (var part in parts)
                readers.Add(Guarded(() => new ParquetGroupReader(part)));
            var first = readers[0];
            foreach (var reader in readers)
            {
                if (!reader.Fields.Select(f => (f.Name, f.ClrType)).SequenceEqual(first.Fields.Select(f => (f.Name, f.ClrType))))
                    throw Refused(CohortDiagnostics.SchemaChanges, "The parts have different columns.", "Join what one command wrote, with the same --columns.");
            }

            using var whole = new ParquetGroups(to, first.Fields, first.Notes, ParquetScoreWriter.GroupRows);
            foreach (var (part, people) in order)
                Take(readers[part], people, whole);
            whole.Complete();
        }
        finally
        {
            foreach (var reader in readers)
                reader.Dispose();
        }
    }

    private static void Take(ParquetGroupReader from, long people, ParquetGroups to)
    {
        while (people > 0)
        {
            if (from.Left == 0 && !Guarded(from.Next))
                throw Refused(CohortDiagnostics.ParquetDamaged, "A part has fewer people than its note counts.", "Score it again.");
            int taken = (int)Math.Min(Math.Min(people, from.Left), to.Left);
            from.CopyTo(to.Columns, to.Count, taken);
            to.Added(taken);
            people -= taken;
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (ParquetSource.IsDamage(error))
        {
            throw Refused(CohortDiagnostics.ParquetDamaged, "A part is no whole Parquet file of scores.", "Score it again.");
        }
    }

    private static InvalidInputException Refused(string code, string message, string hint) => new([CohortDiagnostics.Error(code, message, hint)]);
}
