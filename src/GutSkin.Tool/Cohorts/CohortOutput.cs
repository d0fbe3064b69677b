using System.Buffers;
using System.Security.Cryptography;
using GutSkin.Cohorts;

namespace GutSkin.Tool;

/// <summary>
/// Where scores go: into OUT.part, which becomes OUT when it is whole, with OUT.errors.jsonl and OUT.run.json beside it; or directly to
/// standard output, a pipe or a device, with errors on standard error. A run that was stopped is gone on with from the last note.
/// </summary>
internal sealed class CohortOutput : IDisposable
{
    /// <summary>After how many blocks the first note is written; the others after some time.</summary>
    private const int BlocksToFirstNote = 32;

    /// <summary>What a run that is killed may lose: a note names all blocks, and a state may be large, so neither is written all the time.</summary>
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(2), BetweenStates = TimeSpan.FromSeconds(5);

    private readonly RunNote note;
    private readonly string? path, part;
    private readonly bool canGoOn;
    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> failures = new();
    private FileStream? errors;
    private long lastKept = System.Diagnostics.Stopwatch.GetTimestamp();
    private bool isOver;

    /// <summary>Begins the output, or goes on with it.</summary>
    /// <param name="path">OUT; null or <c>-</c> = standard output.</param>
    /// <param name="inputs">The files that are read; none of them can be OUT.</param>
    /// <param name="note">What is done.</param>
    /// <param name="canGoOn">Whether a run that is stopped may be gone on with.</param>
    public CohortOutput(string? path, IEnumerable<string> inputs, RunNote note, bool canGoOn)
    {
        this.note = note;
        this.canGoOn = canGoOn;
        if (path is null or InputFile.StandardInput)
        {
            stream = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            return;
        }

        string place = OutputPlace.Of(path, inputs);
        if (PendingFile.Try(path, () => OutputPlace.OpenDirect(place)) is { } direct)
        {
            stream = direct;
            return;
        }

        this.path = place;
        part = place + ".part";
        stream = PendingFile.Try(path, () => OpenPart(path));
        Earlier = Resume();
        if (Earlier is null)
            ((FileStream)stream).SetLength(0);
    }

    /// <summary>What an earlier run had done; null where there is nothing to go on with.</summary>
    public RunNote? Earlier { get; }

    /// <summary>Where scores are written.</summary>
    public Stream Stream => stream;

    /// <summary>Writes what it takes to go on, besides the bytes of the scores.</summary>
    public Action<Stream>? SaveState { get; set; }

    /// <summary>Where the errors are, in words.</summary>
    public string ErrorsName => path is null ? "standard error" : ErrorsPath;

    /// <summary>Whether there is something to go on with when the run is stopped now.</summary>
    public bool IsKept => part is not null && canGoOn && note.Blocks.Count > 0;

    private string ErrorsPath => path + ".errors.jsonl";

    private string NotePath => path + ".run.json";

    private string PartErrorsPath => part + ".errors";

    private string PartNotePath => part + ".json";

    private string StatePath(string name) => $"{part}.{name}";

    /// <summary>Takes note of a block whose scores were written, and writes what failed.</summary>
    public void Add(CohortProgress block)
    {
        note.Blocks.Add([block.Block, block.Scored]);
        note.Scored += block.Scored;
        note.Failed += block.Failures.Count;
        if (block.Failures.Count > 0)
        {
            failures.ResetWrittenCount();
            foreach (var failure in block.Failures)
                failure.WriteTo(failures);
            if (part is null)
                Std.Error.Write(System.Text.Encoding.UTF8.GetString(failures.WrittenSpan));
            else
                PendingFile.Try(ErrorsPath, () =>
                {
                    errors ??= new FileStream(PartErrorsPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
                    errors.Write(failures.WrittenSpan);
                    return 0;
                });
        }

        var since = System.Diagnostics.Stopwatch.GetElapsedTime(lastKept);
        if (note.Blocks.Count == BlocksToFirstNote || since >= (note.State is null ? BetweenNotes : BetweenStates))
            Keep();
    }

    /// <summary>What an earlier run wrote by <see cref="SaveState"/>.</summary>
    public Stream OpenState() => Earlier?.State is { } state ? new MemoryStream(File.ReadAllBytes(StatePath(state)), writable: false) : Stream.Null;

    /// <summary>Writes down what was done so far, so that a run that ends here is gone on with.</summary>
    public void Keep()
    {
        if (part is null || !canGoOn)
            return;
        PendingFile.Try(path!, () =>
        {
            using var state = new MemoryStream();
            SaveState?.Invoke(state);
            stream.Flush();
            errors?.Flush();
            note.Bytes = stream.Length;
            note.ErrorBytes = errors?.Length ?? 0;

            // A state has a name of its own each time: the note that goes with the state before is good until it is replaced.
            string? before = note.State;
            note.State = state.Length == 0 ? null : $"state-{note.Blocks.Count}";
            if (note.State is { } name)
                Write(StatePath(name), state.GetBuffer().AsMemory(0, (int)state.Length));
            Write(PartNotePath, note.ToJson());
            if (before is not null && before != note.State)
                File.Delete(StatePath(before));
            lastKept = System.Diagnostics.Stopwatch.GetTimestamp();
            return 0;
        });

        static void Write(string place, ReadOnlyMemory<byte> bytes)
        {
            using var file = new PendingFile(place);
            file.Write(bytes);
            file.Commit();
        }
    }

    /// <summary>Puts the files in their places; errors of an earlier run go.</summary>
    /// <param name="rows">The rows of the whole cohort.</param>
    public void Commit(long rows)
    {
        if (part is null)
        {
            PendingFile.Try("standard output", () =>
            {
                stream.Flush();
                return 0;
            });
            isOver = true;
            return;
        }

        PendingFile.Try(path!, () =>
        {
            var file = (FileStream)stream;
            file.Flush(flushToDisk: true);
            string? state = note.State;
            note.State = null;
            note.Rows = rows;
            note.Bytes = file.Length;
            note.ErrorBytes = errors?.Length ?? 0;
            file.Position = 0;
            note.Sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
            errors?.Flush(flushToDisk: true);
            errors?.Dispose();
            if (errors is null)
                File.Delete(ErrorsPath);
            else
                File.Move(PartErrorsPath, ErrorsPath, overwrite: true);
            using (var beside = new PendingFile(NotePath))
            {
                beside.Write(note.ToJson());
                beside.Commit();
            }

            File.Move(part, path!, overwrite: true);
            file.Dispose();
            File.Delete(PartNotePath);
            if (state is not null)
                File.Delete(StatePath(state));
            isOver = true;
            return 0;
        });
    }

    /// <summary>Leaves what was written for the same command to go on with.</summary>
    public void Stop()
    {
        Keep();
        isOver = true;
    }

    /// <summary>Removes what was not put in its place.</summary>
    public void Dispose()
    {
        try
        {
            errors?.Dispose();
            stream.Dispose();
        }
        catch (IOException)
        {
            // The first failure is the one to report.
        }

        if (isOver || part is null)
            return;
        foreach (string file in (string[])[part, PartErrorsPath, PartNotePath, .. note.State is { } state ? [StatePath(state)] : Array.Empty<string>()])
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // As above.
            }
        }
    }

    private FileStream OpenPart(string given)
    {
        while (true)
        {
            FileStream opened;
            try
            {
                opened = new FileStream(part!, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1 << 16);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(part))
            {
                throw ToolFailure.Outside($"cannot write '{given}': another process is writing it ('{Path.GetFileName(part)}' is in use)");
            }

            // Between opening and locking, another process may have put it in its place.
            if (File.Exists(part))
                return opened;
            opened.Dispose();
        }
    }

    private RunNote? Resume()
    {
        if (!canGoOn || RunNote.Read(PartNotePath) is not { } earlier || stream.Length < earlier.Bytes || (earlier.State is { } state && !File.Exists(StatePath(state))))
            return null;
        if (note.DifferenceTo(earlier, sameShard: true) is { } difference)
        {
            isOver = true;
            stream.Dispose();
            throw new ToolFailure(ExitCode.InputErrors, $"'{Path.GetFileName(part)}' is the beginning of a run with {difference}: results are not mixed. Delete it and '{Path.GetFileName(PartNotePath)}', or write to another file");
        }

        var errorFile = new FileInfo(PartErrorsPath);
        if ((errorFile.Exists ? errorFile.Length : 0) < earlier.ErrorBytes)
            return null;
        stream.SetLength(earlier.Bytes);
        stream.Seek(0, SeekOrigin.End);
        if (earlier.ErrorBytes > 0)
        {
            errors = new FileStream(PartErrorsPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            errors.SetLength(earlier.ErrorBytes);
            errors.Seek(0, SeekOrigin.End);
        }

        note.Blocks.AddRange(earlier.Blocks);
        (note.Scored, note.Failed, note.State) = (earlier.Scored, earlier.Failed, earlier.State);
        return earlier;
    }
}

/// <summary>What kind of place an output names.</summary>
internal static class OutputPlace
{
    /// <summary>The file itself: a symbolic link is followed, so that it goes on pointing there. What is read is refused.</summary>
    public static string Of(string path, IEnumerable<string> inputs)
    {
        string place = Resolve(PendingFile.Try(path, () => Path.GetFullPath(path)));
        if (Directory.Exists(place))
            throw ToolFailure.Outside($"cannot write '{path}': it is a directory");
        if (inputs.Any(i => Resolve(Path.GetFullPath(i)) == place))
            throw ToolFailure.Usage($"'{path}' is read and cannot be written at the same time: name another file with -o");
        return place;
    }

    /// <summary>Opens a device or a pipe, which is written as it comes and never replaced.</summary>
    /// <returns>The stream; null for a regular file, or none.</returns>
    public static FileStream? OpenDirect(string place)
    {
        if (!File.Exists(place))
            return null;
        if (IsDevice(place))
            return new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 1 << 16);
        if (OperatingSystem.IsWindows() || new FileInfo(place).Length > 0)
            return null;

        // A named pipe looks like an empty file and cannot be sought; it is kept open, for its reader would take closing for the end.
        var opened = new FileStream(place, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1 << 16);
        if (!opened.CanSeek)
            return opened;
        opened.Dispose();
        return null;
    }

    private static bool IsDevice(string place) => place.StartsWith("/dev/", StringComparison.Ordinal) || place.StartsWith("/proc/", StringComparison.Ordinal);

    private static string Resolve(string place)
    {
        if (IsDevice(place))
            return place;
        try
        {
            return new FileInfo(place).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place;
        }
        catch (IOException)
        {
            return place;
        }
    }
}
