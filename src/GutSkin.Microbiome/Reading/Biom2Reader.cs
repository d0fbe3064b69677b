using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using PureHDF;
using PureHDF.Selections;
using PureHDF.VOL.Native;

namespace GutSkin.Microbiome;

/// <summary>
/// BIOM 2.0 and 2.1 (HDF5): ids of rows and samples, the matrix by samples (and by rows), the taxonomy beside the row ids
/// (http://biom-format.org/documentation/format_versions/biom-2.1.html). Read in blocks: one sample costs its own amounts and the rows
/// it has amounts of, whatever the size of the file.
/// </summary>
internal sealed class Biom2Reader(GuardedStream stream, TableBuilder builder)
{
    private const ulong MaxRows = 10_000_000;
    private const ulong MaxSamples = 1_000_000;
    private const int Block = 32 * 1024;
    private const int StringBlock = 2048;
    private const int RowsAtATime = 8 * StringBlock;
    private const int MaxGap = 16;
    private readonly FileFaults bag = builder.Bag;
    private readonly BiomTaxonomy taxonomy = new();
    private readonly RowTaxa taxa = new(builder);
    private readonly List<(int Sample, long Row, double Value)> wanted = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private int next;
    private ulong rows;
    private ulong samples;

    public void Read()
    {
        try
        {
            bool more;
            using (var file = Open())
                more = ReadAmounts(file);
            // An open file keeps all texts that were read from it, so it is opened anew from time to time.
            wanted.Sort((a, b) => a.Row.CompareTo(b.Row));
            for (ulong at = 0; more && at < rows && !bag.IsFull; at += RowsAtATime)
            {
                using var file = Open();
                ReadRows(file, at, Math.Min(rows, at + RowsAtATime));
            }

            if (more && !bag.HasErrors)
                taxa.Finish();
        }
        catch (Exception)
        {
            // What the stream throws is the caller's; whatever else goes wrong in a damaged file is a fault of the file.
            if (stream.Failure is { } failure)
                ExceptionDispatchInfo.Throw(failure);
            Damage("The HDF5 file is damaged or cut off.");
        }
    }

    private NativeFile Open()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            KeepForAheadOfTime();
        stream.Position = 0;
        return H5File.Open(stream, leaveOpen: true);
    }

    private bool ReadAmounts(NativeFile file)
    {
        if (!file.LinkExists("observation/ids") || !file.LinkExists("sample/ids") || !(file.LinkExists("sample/matrix/data") || file.LinkExists("observation/matrix/data")))
            return Damage("The HDF5 file is no BIOM table: it lacks observation/ids, sample/ids or a matrix.");
        var rowIds = (NativeDataset)file.Dataset("observation/ids");
        var sampleIds = (NativeDataset)file.Dataset("sample/ids");
        (rows, samples) = (Length(rowIds), Length(sampleIds));
        if (rows > MaxRows || samples > MaxSamples)
        {
            bag.Add(MicrobiomeDiagnostics.TooLarge, 1, 1, "The table has more than ten million rows or a million samples.");
            return false;
        }

        if (rows == 0 || samples == 0)
        {
            bag.Add(MicrobiomeDiagnostics.NoAbundances, 1, 1, "The table has no rows or no samples.");
            return false;
        }

        var names = new List<string?>((int)samples);
        for (ulong at = 0; at < samples; at += StringBlock)
            names.AddRange(Strings(sampleIds, at, Math.Min(StringBlock, samples - at)));
        if (!builder.Select(names, 1) || bag.HasErrors)
            return false;
        bool bySample = file.LinkExists("sample/matrix/data");
        return ReadMatrix(file, bySample ? "sample" : "observation", bySample);
    }

    // A compressed sparse matrix: where each line begins, then the indices and amounts of all. One sample is a line of its own.
    private bool ReadMatrix(NativeFile file, string axis, bool bySample)
    {
        var entries = new Entries((NativeDataset)file.Dataset($"{axis}/matrix/data"), (NativeDataset)file.Dataset($"{axis}/matrix/indices"));
        var starts = (NativeDataset)file.Dataset($"{axis}/matrix/indptr");
        ulong lines = bySample ? samples : rows;
        if (!entries.Fit || Length(starts) != lines + 1)
            return Damage("The matrix does not fit its indices.");
        long[] bounds = new long[Block + 1];
        int one = bySample && builder.Single ? builder.Kept.Single().Column : -1;
        for (ulong line = one < 0 ? 0 : (ulong)one; line < lines && !bag.IsFull;)
        {
            int some = one < 0 ? (int)Math.Min(Block, lines - line) : 1;
            Whole(starts, line, bounds.AsSpan(0, some + 1));
            if (line == 0 && bounds[0] != 0)
                return Damage("The lines of the matrix are not in order.");
            for (int i = 0; i < some; i++)
            {
                if (bounds[i] < 0 || bounds[i + 1] < bounds[i] || bounds[i + 1] > entries.Count)
                    return Damage("The lines of the matrix are not in order.");
                for (long at = bounds[i]; at < bounds[i + 1]; at++)
                {
                    if (!TakeEntry(entries, at, (int)line + i, bySample))
                        return false;
                }
            }

            line += (ulong)some;
            if (one >= 0)
                break;
            if (line == lines && bounds[some] != entries.Count)
                return Damage("The last line of the matrix is not the end of its data.");
        }

        return !bag.HasErrors;
    }

    private bool TakeEntry(Entries entries, long at, int line, bool bySample)
    {
        var (index, value) = entries.At(at);
        if (index >= 0 && (ulong)index < (bySample ? rows : samples))
            return Take(bySample ? line : (int)index, bySample ? index : line, value);
        bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, 1, 1, $"The matrix has an index that its {(bySample ? "rows" : "samples")} do not reach.");
        return false;
    }

    private bool Take(int sample, long row, double value)
    {
        if (!builder.Keeps(sample) || value == 0)
            return true;
        if (!double.IsFinite(value) || value > DelimitedLine.MaxAmount)
            bag.Add(MicrobiomeDiagnostics.NotFinite, 1, 1, $"Row {row}, sample {sample}: the number is not finite, or far too large.");
        else if (value < 0)
            bag.Add(MicrobiomeDiagnostics.Negative, 1, 1, $"Row {row}, sample {sample}: the number is below 0.", "Abundances are 0 or more.");
        else if (builder.Single)
            wanted.Add((sample, row, value));
        else if (!builder.Put(sample, (int)row, value))
            bag.Add(MicrobiomeDiagnostics.DuplicateCell, 1, 1, $"Row {row}, sample {sample} is there twice.");
        return !bag.IsFull;
    }

    // All rows of a table; of one sample those it has amounts of.
    private void ReadRows(NativeFile file, ulong from, ulong to)
    {
        var rowIds = (NativeDataset)file.Dataset("observation/ids");
        var properties = Properties(file);
        var described = Described(file);
        for (ulong at = from, some; at < to && !bag.IsFull; at += some)
        {
            some = Math.Min(StringBlock, to - at);
            if (builder.Single)
            {
                if (next == wanted.Count || (ulong)wanted[next].Row >= to)
                    return;
                (at, some) = Near(to);
            }

            string[] names = Strings(rowIds, at, some);
            var texts = properties.ConvertAll(p => (p.Name, p.Width, Texts: Strings(p.Dataset, at, some, p.Width)));
            for (int i = 0; i < names.Length && !bag.IsFull; i++)
            {
                if (builder.Single && (next == wanted.Count || (ulong)wanted[next].Row != at + (ulong)i))
                    continue;
                long row = (long)at + i;
                taxonomy.Clear();
                described?.MoveTo(row, taxonomy);
                AddRow(names[i], texts, i);
                for (bool again = false; next < wanted.Count && wanted[next].Row == row; next++, again = true)
                {
                    if (again || !builder.Put(wanted[next].Sample, builder.Rows - 1, wanted[next].Value))
                        bag.Add(MicrobiomeDiagnostics.DuplicateCell, 1, 1, $"Row {row} of the sample is there twice.");
                }
            }
        }
    }

    // The next rows that are wanted, with few between them.
    private (ulong From, ulong Count) Near(ulong limit)
    {
        long from = wanted[next].Row, last = from;
        for (int i = next + 1; i < wanted.Count && wanted[i].Row < (long)limit && wanted[i].Row - last <= MaxGap && wanted[i].Row - from < StringBlock; i++)
            last = wanted[i].Row;
        return ((ulong)from, (ulong)(last - from) + 1);
    }

    private void AddRow(string id, List<(string Name, int Width, string[] Texts)> properties, int at)
    {
        if (!ids.Add(id))
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, 1, 1, $"The row {FileFaults.Quote(id)} is there twice.");
        foreach (var (name, width, texts) in properties)
        {
            string[] own = texts[(at * width)..((at + 1) * width)];
            if (width == 1 && own[0].AsSpan().TrimStart() is ['[' or '{', ..])
                taxonomy.Read(new JsonText(new TextSource(new StringReader($"{{\"{name}\":{own[0]}}}")), new FileFaults(null)));
            else
                taxonomy.Add(name, own);
        }

        taxa.Add(id, taxonomy.Lineage);
    }

    // Datasets of texts, a line a row: taxonomy with a column a rank, or one a property.
    private List<(string Name, int Width, NativeDataset Dataset)> Properties(NativeFile file)
    {
        var found = new List<(string, int, NativeDataset)>();
        if (!file.LinkExists("observation/metadata") || file.Get("observation/metadata") is not IH5Group group)
            return found;
        foreach (var child in group.Children())
        {
            if (child is not NativeDataset dataset || !BiomTaxonomy.IsTold(dataset.Name) || dataset.Type.Class is not (H5DataTypeClass.VariableLength or H5DataTypeClass.String))
                continue;
            ulong[] sizes = dataset.Space.Dimensions;
            if (sizes.Length is 1 or 2 && sizes[0] == rows && (sizes.Length == 1 || sizes[1] is > 0 and <= 64))
                found.Add((dataset.Name, sizes.Length == 1 ? 1 : (int)sizes[1], dataset));
        }

        return found;
    }

    // BIOM 2.0 has the descriptions of all rows as one text.
    private static DescribedRows? Described(NativeFile file) =>
        file.LinkExists("observation/metadata") && file.Get("observation/metadata") is NativeDataset { Type.Class: H5DataTypeClass.VariableLength or H5DataTypeClass.String } text
            && text.Space.Dimensions is [1] && Strings(text, 0, 1) is [var json] && json.AsSpan().TrimStart() is ['[', ..]
        ? new DescribedRows(json) : null;

    // The library under this makes its readers of numbers from their type while it runs. A program that was compiled ahead of time has them only
    // where the compiler sees them named, each with its type.
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The types are constants, so the compiler makes the code; .ci/native-tool and .ci/arm64 read HDF5 with it.")]
    private static void KeepForAheadOfTime()
    {
        const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static;
        const string Decoder = "PureHDF.VOL.Native.DatatypeMessage, PureHDF", Decode = "GetDecodeInfoForUnmanagedMemory", Holds = nameof(RuntimeHelpers.IsReferenceOrContainsReferences);
        _ = typeof(RuntimeHelpers).GetMethod(Holds)!.MakeGenericMethod(typeof(int));
        _ = typeof(RuntimeHelpers).GetMethod(Holds)!.MakeGenericMethod(typeof(long));
        _ = typeof(RuntimeHelpers).GetMethod(Holds)!.MakeGenericMethod(typeof(float));
        _ = typeof(RuntimeHelpers).GetMethod(Holds)!.MakeGenericMethod(typeof(double));
        _ = Type.GetType(Decoder)!.GetMethod(Decode, Hidden)!.MakeGenericMethod(typeof(int));
        _ = Type.GetType(Decoder)!.GetMethod(Decode, Hidden)!.MakeGenericMethod(typeof(long));
        _ = Type.GetType(Decoder)!.GetMethod(Decode, Hidden)!.MakeGenericMethod(typeof(float));
        _ = Type.GetType(Decoder)!.GetMethod(Decode, Hidden)!.MakeGenericMethod(typeof(double));
    }

    private static ulong Length(NativeDataset dataset) => dataset.Space.Dimensions is { Length: > 0 } sizes ? sizes[0] : 0;

    private static string[] Strings(NativeDataset dataset, ulong from, ulong count, int width = 0)
    {
        Selection selection = dataset.Space.Dimensions.Length == 2
            ? new HyperslabSelection(2, [from, 0], [count, (ulong)width])
            : new HyperslabSelection(from, count);
        string?[] texts = dataset.Read<string?[]>(selection);
        return [.. texts.Select(t => t?.TrimEnd('\0') ?? "")];
    }

    private static void Whole(NativeDataset dataset, ulong from, Span<long> target)
    {
        var selection = new HyperslabSelection(from, (ulong)target.Length);
        if (dataset.Type.Size == 8)
        {
            dataset.Read(target, selection);
            return;
        }

        var narrow = new int[target.Length];
        dataset.Read(narrow.AsSpan(), selection);
        for (int i = 0; i < narrow.Length; i++)
            target[i] = narrow[i];
    }

    private static void Numbers(NativeDataset dataset, ulong from, Span<double> target)
    {
        var selection = new HyperslabSelection(from, (ulong)target.Length);
        if (dataset.Type.Class == H5DataTypeClass.FloatingPoint && dataset.Type.Size == 8)
        {
            dataset.Read(target, selection);
        }
        else if (dataset.Type.Class == H5DataTypeClass.FloatingPoint)
        {
            var narrow = new float[target.Length];
            dataset.Read(narrow.AsSpan(), selection);
            for (int i = 0; i < narrow.Length; i++)
                target[i] = narrow[i];
        }
        else
        {
            var whole = new long[target.Length];
            Whole(dataset, from, whole);
            for (int i = 0; i < whole.Length; i++)
                target[i] = whole[i];
        }
    }

    private bool Damage(string message)
    {
        bag.Add(
            MicrobiomeDiagnostics.BiomHdf5,
            1,
            1,
            message,
            "Copy it again, whole; or convert it: biom convert -i table.biom -o table.json.biom --table-type=\"OTU table\" --to-json");
        return false;
    }

    /// <summary>Goes through a JSON list of the descriptions of rows.</summary>
    private sealed class DescribedRows
    {
        private readonly JsonText json;
        private bool first = true;
        private long next;

        public DescribedRows(string text)
        {
            json = new JsonText(new TextSource(new StringReader(text)), new FileFaults(null));
            json.Take('[');
        }

        /// <summary>Reads the description of a row; rows come in order, and those between are passed over.</summary>
        public void MoveTo(long row, BiomTaxonomy taxonomy)
        {
            for (; next <= row && json.NextElement(ref first); next++)
            {
                if (!(next == row ? taxonomy.Read(json) : json.Skip()))
                    return;
            }
        }
    }

    /// <summary>The indices and amounts of a matrix, read forward a block at a time.</summary>
    private sealed class Entries(NativeDataset data, NativeDataset indices)
    {
        private readonly long[] index = new long[Block];
        private readonly double[] value = new double[Block];
        private long from;
        private long to;

        public long Count { get; } = (long)Length(data);

        /// <summary>Whether there is an index for each amount.</summary>
        public bool Fit => Length(indices) == Length(data);

        public (long Index, double Value) At(long position)
        {
            if (position < from || position >= to)
            {
                (from, to) = (position, Math.Min(Count, position + Block));
                int some = (int)(to - from);
                Whole(indices, (ulong)from, index.AsSpan(0, some));
                Numbers(data, (ulong)from, value.AsSpan(0, some));
            }

            return (index[position - from], value[position - from]);
        }
    }
}
