using System.Collections.Concurrent;
using System.Collections.Immutable;
using GutSkin.Cohorts.Reading;

namespace GutSkin.Cohorts;

/// <summary>
/// Reads people from CSV as programs write it, from JSON lines, and from Parquet, block by block in bounded memory:
/// <c>await foreach (var people in CohortReader.Open("people.csv").GetValueOrThrow())</c>. Several files are one cohort and must have the
/// same columns. Rows that fail are told in their block; the rest goes on. Read through once, by one reader at a time.
/// </summary>
public sealed class CohortReader : IAsyncEnumerable<CohortBatch>, IDisposable
{
    private readonly CohortReadOptions options;
    private readonly ImmutableArray<string> paths;
    // No bag: what lies in one is held by every thread that put something in, and what lies here leads back to the reader.
    private readonly ConcurrentStack<CohortBatch> idle = [];
    private readonly Place place = new();
    private BlockSource? source;
    private int nextPath = 1;
    private long bytesBefore;

    private CohortReader(ImmutableArray<string> paths, CohortReadOptions options, BlockSource source, CohortFormat format, ImmutableArray<Diagnostic> notices)
    {
        this.paths = paths;
        this.options = options;
        this.source = source;
        Format = format;
        Notices = notices;
        HasIds = source.HasIds;
        Names = source.Names is { } names ? [.. names] : [];
        Length = paths.IsEmpty ? null : paths.Sum(p => new FileInfo(p).Length);
    }

    /// <summary>The form that is read.</summary>
    public CohortFormat Format { get; }

    /// <summary>What was noticed: separators, columns left out, shapes.</summary>
    public ImmutableArray<Diagnostic> Notices { get; }

    /// <summary>The names of the columns; empty for profiles of JSON.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether people have ids.</summary>
    public bool HasIds { get; }

    /// <summary>The rule set in force.</summary>
    public ResolvedRuleSet RuleSet => options.Service.RuleSet;

    /// <summary>How many bytes the files have; null for a stream.</summary>
    public long? Length { get; }

    /// <summary>How many bytes were read.</summary>
    public long BytesRead => bytesBefore + (source?.BytesRead ?? 0);

    /// <summary>How many rows there were so far, those of other parts included.</summary>
    public long Rows => place.Rows;

    /// <summary>How many blocks there were so far, those of other parts included.</summary>
    public long Blocks => place.Blocks;

    /// <summary>The blocks that an earlier run did, by number: they are counted and not handed out. Default: none.</summary>
    public Func<long, bool> Skip { get; set; } = static _ => false;

    /// <summary>Opens one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null = the defaults.</param>
    /// <returns>The reader, or everything that is wrong with the file's form and header.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReadResult<CohortReader> Open(string path, CohortReadOptions? options = null) => Open([path], options);

    /// <summary>Opens several files as one cohort, in the order given.</summary>
    /// <param name="paths">The files, at least one; see <see cref="CohortFiles.Find"/> for folders and patterns.</param>
    /// <param name="options">How they are read; null = the defaults.</param>
    /// <returns>The reader, or everything that is wrong with the first file's form and header.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ReadResult<CohortReader> Open(IEnumerable<string> paths, CohortReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ImmutableArray<string> all = [.. paths];
        if (all.IsEmpty)
            throw new ArgumentException("A cohort is at least one file.", nameof(paths));
        options = Checked(options);
        var (source, format, diagnostics) = OpenFile(all[0], all.Length > 1 ? all[0] : null, options);
        return Result(all, options, source, format, diagnostics, all[0]);
    }

    /// <summary>Opens a stream, for example standard input. Parquet needs one that can seek.</summary>
    /// <param name="stream">The stream; it is read to its end and disposed.</param>
    /// <param name="name">What diagnostics call it; its ending says the form where neither the options nor its bytes do.</param>
    /// <param name="options">How it is read; null = the defaults.</param>
    /// <returns>The reader, or everything that is wrong with the form and header.</returns>
    public static ReadResult<CohortReader> Open(Stream stream, string name, CohortReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        options = Checked(options);
        var (source, format, diagnostics) = OpenStream(stream, name, null, options, null);
        return Result([], options, source, format, diagnostics, name);
    }

    /// <summary>The names of a file's columns, whatever they mean; empty for profiles of JSON and for what is no cohort.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The names.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<string> HeaderOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var (head, whole) = ContentCheck.Peek(stream);
        if (ContentCheck.IsParquet(head))
            return [.. ParquetSource.NamesOf(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))];
        return ContentCheck.Refuse(head) is not null || FormatOf(head, path, null) == CohortFormat.JsonLines ? [] : [.. TableSource.NamesOf(whole, head)];
    }

    /// <summary>Reads the blocks one after the other. A block is good until it is disposed.</summary>
    /// <param name="cancellationToken">Ends the reading between two blocks.</param>
    /// <returns>The blocks.</returns>
    /// <exception cref="InvalidInputException">The rest cannot be read: a file that is cut, a row without an end, columns that change between files.</exception>
    public async IAsyncEnumerator<CohortBatch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await Task.Run(ReadPrepared, cancellationToken).ConfigureAwait(false) is not { } batch)
                yield break;
            yield return batch;
        }

        CohortBatch? ReadPrepared()
        {
            var batch = ReadBlock();
            batch?.Prepare();
            return batch;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        source?.Dispose();
        source = null;
    }

    /// <summary>The next block as it was read, to be prepared by any thread; null after the last.</summary>
    internal CohortBatch? ReadBlock()
    {
        ObjectDisposedException.ThrowIf(source is null, this);
        while (true)
        {
            if (!idle.TryPop(out var batch))
            {
                batch = source.CreateBatch();
                batch.Return = idle.Push;
            }

            if (source.Fill(batch, place, options.Shard, Skip))
                return batch;
            idle.Clear();
            if (nextPath >= paths.Length)
                return null;
            bytesBefore += source.BytesRead;
            string path = paths[nextPath++];
            var (next, format, diagnostics) = OpenFile(path, path, options);
            if (next is null)
                throw new InvalidInputException([.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d with { File = path })]);
            var changed = SchemaChange(path, next, format);
            source.Dispose();
            source = next;
            if (changed is not null)
                throw new InvalidInputException([changed]);
        }
    }

    private Diagnostic? SchemaChange(string path, BlockSource next, CohortFormat format)
    {
        if (format != Format)
            return CohortDiagnostics.Error(CohortDiagnostics.SchemaChanges, "The files have different forms.", $"{CohortDiagnostics.Quote(paths[0])} is {NameOf(Format)}, this is {NameOf(format)}.", path);
        string[] now = next.Names ?? [];
        if (now.SequenceEqual(Names))
            return null;
        string[] gone = [.. Names.Except(now).Select(CohortDiagnostics.Quote)], added = [.. now.Except(Names).Select(CohortDiagnostics.Quote)];
        if (gone.Length + added.Length == 0)
            return null;
        string difference = string.Join("; ", new[] { gone.Length > 0 ? $"it lacks {string.Join(", ", gone)}" : null, added.Length > 0 ? $"it has besides {string.Join(", ", added)}" : null }.OfType<string>());
        return CohortDiagnostics.Error(CohortDiagnostics.SchemaChanges, $"The columns differ from those of {CohortDiagnostics.Quote(paths[0])}: {difference}.", "Score files with the same columns together.", path);
    }

    private static string NameOf(CohortFormat format) => format switch { CohortFormat.Csv => "CSV", CohortFormat.JsonLines => "JSON lines", _ => "Parquet" };

    private static CohortReadOptions Checked(CohortReadOptions? options)
    {
        options ??= new CohortReadOptions();
        if (options.BlockRows is < 1 or > 65_536)
            throw new ArgumentOutOfRangeException(nameof(options), "A block has 1 to 65,536 rows.");
        if (options.Shard.Index < 1 || options.Shard.Index > options.Shard.Of)
            throw new ArgumentOutOfRangeException(nameof(options), "A shard is one of its parts.");
        return options;
    }

    private static ReadResult<CohortReader> Result(
        ImmutableArray<string> paths, CohortReadOptions options, BlockSource? source, CohortFormat format, List<Diagnostic> diagnostics, string name)
    {
        ImmutableArray<Diagnostic> named = [.. diagnostics.Select(d => d with { File = d.File ?? name })];
        return source is null ? ReadResult.Failed<CohortReader>(named) : ReadResult.Of(new CohortReader(paths, options, source, format, named), named);
    }

    private static (BlockSource? Source, CohortFormat Format, List<Diagnostic> Diagnostics) OpenFile(string path, string? file, CohortReadOptions options)
    {
        FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var stream = Open();
        var opened = OpenStream(stream, path, file, options, Open);
        if (opened.Source is null)
            stream.Dispose();
        return opened;
    }

    private static (BlockSource? Source, CohortFormat Format, List<Diagnostic> Diagnostics) OpenStream(
        Stream stream, string name, string? file, CohortReadOptions options, Func<Stream>? open)
    {
        var (head, whole) = ContentCheck.Peek(stream);
        var format = FormatOf(head, name, options.Format);
        if (format == CohortFormat.Parquet)
        {
            if (!ContentCheck.IsParquet(head))
                return (null, format, [ContentCheck.Refuse(head) ?? CohortDiagnostics.Error(head.Length == 0 ? CohortDiagnostics.Empty : CohortDiagnostics.ParquetDamaged, head.Length == 0 ? "The file is empty." : "The file does not begin as Parquet does.", "Is its ending right?")]);
            if (open is null && !whole.CanSeek)
                return (null, format, [CohortDiagnostics.Error(CohortDiagnostics.ParquetDamaged, "Parquet cannot be read from a pipe: it is read from its end.", "Give the file by name.")]);
            if (open is not null)
                stream.Dispose();
            byte[]? copy = open is null ? ReadAll(whole) : null;
            var parquet = ParquetSource.Open(open ?? (() => new MemoryStream(copy!, writable: false)), options, file);
            return (parquet.Source, format, parquet.Diagnostics);
        }

        if (format == CohortFormat.JsonLines)
        {
            var json = JsonSource.Open(whole, head, options, file);
            return (json.Source, format, json.Diagnostics);
        }

        var table = TableSource.Open(whole, head, options, file);
        return (table.Source, format, table.Diagnostics);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static CohortFormat FormatOf(ReadOnlySpan<byte> head, string name, CohortFormat? given)
    {
        if (ContentCheck.IsParquet(head))
            return CohortFormat.Parquet;
        if (given is { } format)
            return format;
        if (CohortFiles.FormatOf(name) is { } named)
            return named;
        head = head.TrimStart("\uFEFF \t\r\n"u8);
        return head.Length > 0 && head[0] is (byte)'{' or (byte)'[' ? CohortFormat.JsonLines : CohortFormat.Csv;
    }
}

/// <summary>Files of people by name.</summary>
public static class CohortFiles
{
    /// <summary>The form that a file's ending names.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The form; null where the ending names none.</returns>
    public static CohortFormat? FormatOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" or ".TAB" or ".TXT" => CohortFormat.Csv,
            ".JSONL" or ".NDJSON" or ".JSON" => CohortFormat.JsonLines,
            ".PARQUET" or ".PQ" => CohortFormat.Parquet,
            _ => null,
        };
    }

    /// <summary>
    /// The files that a word means: a file itself; of a folder all cohorts in it; of a pattern with <c>*</c> and <c>?</c> in its last part all that fit.
    /// Results, their errors and notes (<c>….errors.jsonl</c>, <c>….run.json</c>), and what begins with a point or an underscore, are none.
    /// </summary>
    /// <param name="path">The word.</param>
    /// <returns>The files in the ordinal order of their names; empty where there are none.</returns>
    public static ImmutableArray<string> Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
            return Among(Directory.EnumerateFiles(path).Where(f => FormatOf(f) is not null));
        string name = Path.GetFileName(path);
        if (File.Exists(path) || !name.AsSpan().ContainsAny('*', '?'))
            return File.Exists(path) ? [path] : [];
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } given ? given : ".";
        return Directory.Exists(folder) ? Among(Directory.EnumerateFiles(folder, name)) : [];
    }

    private static ImmutableArray<string> Among(IEnumerable<string> files) =>
    [
        .. files.Where(f => Path.GetFileName(f) is var n && n[0] is not ('.' or '_') && !n.EndsWith(".errors.jsonl", StringComparison.Ordinal) && !n.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
