using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Native;

/// <summary>The functions of <c>gutskin.h</c>. None lets an exception out, and none keeps a pointer.</summary>
internal static unsafe class Exports
{
    /// <summary>How many people are scored at a time: the working memory of a call does not grow with its rows.</summary>
    private const int BlockRows = 8192;

    private static readonly ConcurrentDictionary<long, ScoringService> Opened = new();
    private static long last;

    [ThreadStatic]
    private static string? error;

    private enum Status
    {
        Ok = 0,
        BadArgument = 1,
        Unknown = 2,
        BadRules = 3,
        Failed = 4,
    }

    /// <summary>Opens a rule set laid over the built-in one.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_open_rules", CallConvs = [typeof(CallConvCdecl)])]
    public static int OpenRules(byte* json, long length, long* rules) => Guard(() =>
    {
        if (json is null || rules is null || length is < 0 or > int.MaxValue)
            return Fail(Status.BadArgument, "json, length or rules is none");
        var read = RuleSetComposer.Compose(BuiltInRuleSet.Document, RuleSetJson.Read(new ReadOnlySpan<byte>(json, (int)length).ToArray()));
        if (!read.Success)
            return Fail(Status.BadRules, string.Join('\n', read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        long handle = Interlocked.Increment(ref last);
        Opened[handle] = new ScoringService(read.Value);
        *rules = handle;
        return Status.Ok;
    });

    /// <summary>Closes a rule set.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_close_rules", CallConvs = [typeof(CallConvCdecl)])]
    public static int CloseRules(long rules) => Guard(() => Opened.TryRemove(rules, out _) ? Status.Ok : Fail(Status.BadArgument, "the rule set is not open"));

    /// <summary>The ids of the factors.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_factors", CallConvs = [typeof(CallConvCdecl)])]
    public static int Factors(long rules, byte* buffer, long capacity, long* written) =>
        Guard(() => Find(rules) is { } service ? Put(string.Concat(service.RuleSet.Data.Factors.Select(f => f.Id + "\0")), buffer, capacity, written, ended: true) : NotOpen());

    /// <summary>The ids of the conditions.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_conditions", CallConvs = [typeof(CallConvCdecl)])]
    public static int Conditions(long rules, byte* buffer, long capacity, long* written) =>
        Guard(() => Find(rules) is { } service ? Put(string.Concat(service.CreateResults(0).Conditions.Select(c => c + "\0")), buffer, capacity, written, ended: true) : NotOpen());

    /// <summary>The hash of the rule set.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_sha256", CallConvs = [typeof(CallConvCdecl)])]
    public static int Sha256(long rules, byte* buffer, long capacity, long* written) =>
        Guard(() => Find(rules) is { } service ? Put(service.RuleSet.Sha256, buffer, capacity, written) : NotOpen());

    /// <summary>The version of the library.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_version", CallConvs = [typeof(CallConvCdecl)])]
    public static int Version(byte* buffer, long capacity, long* written) =>
        Guard(() => Put(typeof(ScoringService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "", buffer, capacity, written));

    /// <summary>What must stand beside every result.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_disclaimer", CallConvs = [typeof(CallConvCdecl)])]
    public static int Disclaimer(long rules, byte* buffer, long capacity, long* written) =>
        Guard(() => Find(rules) is { } service ? Put(service.RuleSet.Disclaimer, buffer, capacity, written) : NotOpen());

    /// <summary>The last error of this thread.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_error", CallConvs = [typeof(CallConvCdecl)])]
    public static int Error(byte* buffer, long capacity, long* written) => (int)Put(error ?? "", buffer, capacity, written);

    /// <summary>Scores people.</summary>
    [UnmanagedCallersOnly(EntryPoint = "gutskin_score", CallConvs = [typeof(CallConvCdecl)])]
    public static int Score(
        long rules, byte* factors, int factorCount, double** columns, long rows, double* scores, double* low, double* high, int conditionCount, long* refused) => Guard(() =>
    {
        if (Find(rules) is not { } service)
            return NotOpen();
        if (rows < 0 || factorCount < 0 || (factorCount > 0 && (factors is null || columns is null)) || scores is null || low is null || high is null)
            return Fail(Status.BadArgument, "a pointer is null, or a count is negative");
        var ids = new string[factorCount];
        byte* at = factors;
        for (int f = 0; f < factorCount; f++)
        {
            ids[f] = Marshal.PtrToStringUTF8((nint)at)!;
            at += MemoryMarshal.CreateReadOnlySpanFromNullTerminated(at).Length + 1;
            if (service.RuleSet.FindFactor(ids[f]) is null)
                return Fail(Status.Unknown, $"there is no factor '{ids[f]}'");
            if (columns[f] is null)
                return Fail(Status.BadArgument, $"the column of '{ids[f]}' is null");
        }

        int block = (int)Math.Min(rows, BlockRows);
        var results = service.CreateResults(block);
        if (results.Conditions.Length != conditionCount)
            return Fail(Status.BadArgument, $"the rule set has {results.Conditions.Length} conditions");
        var values = new double[factorCount][];
        for (int f = 0; f < factorCount; f++)
            values[f] = new double[block];
        long notAllowed = 0;
        for (long first = 0; first < rows; first += block)
        {
            int count = (int)Math.Min(block, rows - first);
            var cohort = new CohortColumns(count);
            for (int f = 0; f < factorCount; f++)
            {
                new ReadOnlySpan<double>(columns[f] + first, count).CopyTo(values[f]);
                cohort.Add(ids[f], values[f].AsMemory(0, count));
            }

            service.ScoreTable(cohort, results);
            notAllowed += results.Refused;
            for (int c = 0; c < conditionCount; c++)
            {
                long to = (c * rows) + first;
                results.Scores(results.Conditions[c])[..count].CopyTo(new Span<double>(scores + to, count));
                results.Low(results.Conditions[c])[..count].CopyTo(new Span<double>(low + to, count));
                results.High(results.Conditions[c])[..count].CopyTo(new Span<double>(high + to, count));
            }
        }

        if (refused is not null)
            *refused = notAllowed;
        return Status.Ok;
    });

    private static ScoringService? Find(long rules) => rules == 0 ? ScoringService.Default : Opened.GetValueOrDefault(rules);

    private static Status NotOpen() => Fail(Status.BadArgument, "the rule set is not open");

    private static Status Fail(Status status, string message)
    {
        error = message;
        return status;
    }

    private static Status Put(string text, byte* buffer, long capacity, long* written, bool ended = false)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(ended ? text : text + "\0");
        if (written is not null)
            *written = bytes.Length;
        if (capacity < bytes.Length)
            return Status.Ok;
        if (buffer is null)
            return Status.BadArgument;
        bytes.CopyTo(new Span<byte>(buffer, bytes.Length));
        return Status.Ok;
    }

#pragma warning disable CA1031 // An exception that leaves a native function ends the process; the caller is told instead, without its text, which may hold an answer.
    private static int Guard(Func<Status> work)
    {
        try
        {
            return (int)work();
        }
        catch (Exception exception)
        {
            return (int)Fail(Status.Failed, exception.GetType().Name);
        }
    }
#pragma warning restore CA1031
}
