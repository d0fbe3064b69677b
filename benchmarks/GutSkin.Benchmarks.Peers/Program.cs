using System.Diagnostics;
using System.Globalization;
using GutSkin.Benchmarks;
using GutSkin.Benchmarks.Peers;
using GutSkin.Core;

// dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- peers [--quick]
const int People = 4_096;
const int Compared = 200;
var makers = new (string Name, Func<SampleRules, IPeer> Make)[]
{
    ("GutSkin.Core, points and interval", _ => new OwnPeer(new ScoringService(SampleRuleSet.Resolve(100)))),
    ("hand-written C#, points and interval", _ => new HandPeer()),
    ("hand-written C#, a loop over rules, points only", rules => new LoopPeer(rules)),
    ("DynamicExpresso 2.19.6, a delegate a condition", rules => new ExpressoPeer(rules)),
    ("RulesEngine 6.0.1, an expression a condition", rules => new RulesEnginePeer(rules, false)),
    ("RulesEngine 6.0.1, a rule a rule", rules => new RulesEnginePeer(rules, true)),
    ("NCalcSync 7.4.0, an expression a condition", rules => new NCalcPeer(rules)),
    ("NRules 1.0.4, a rule a rule, a session a person", rules => new NRulesPeer(rules)),
    (JsonLogicPeer.Name, rules => new JsonLogicPeer(rules)),
};
if (!File.Exists(JsonLogicPeer.Implementation))
{
    Console.Error.WriteLine("JsonLogic is left out: npm ci in benchmarks/GutSkin.Benchmarks.Peers/npm brings its implementation.");
    makers = makers[..^1];
}

if (args is ["cold", var which])
{
    if (int.TryParse(which, CultureInfo.InvariantCulture, out int number))
        makers[number].Make(new SampleRules(SampleRuleSet.Resolve(100))).Score(Answers(new SampleRandom(5)), new double[SampleRuleSet.Conditions]);
    else
        _ = new SampleRules(SampleRuleSet.Resolve(100)).All.Length;
    return 0;
}

bool quick = args.Contains("--quick");
var rules = new SampleRules(SampleRuleSet.Resolve(100));
var random = new SampleRandom(5);
double[][] people = [.. Enumerable.Range(0, People).Select(_ => Answers(random))];
IPeer[] peers = [.. makers.Select(m => m.Make(rules))];
double[] points = new double[SampleRuleSet.Conditions], expected = new double[SampleRuleSet.Conditions];
double worst = 0;
for (int p = 0; p < Compared; p++)
{
    peers[0].Score(people[p], expected);
    for (int e = 1; e < peers.Length; e++)
    {
        peers[e].Score(people[p], points);
        for (int c = 0; c < points.Length; c++)
            worst = Math.Max(worst, Math.Abs(points[c] - expected[c]));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Machine: {Machine.Name}. {People} people in turn; on {Compared} of them all engines agree within {worst:0.0e+0} points.\n"));
if (worst > 1e-9)
    return 1;
var stopper = new Stopper(quick ? 3 : 9, quick ? 5 : 20);
int[] next = new int[peers.Length];
double[][] times = stopper.Time([.. peers.Select((peer, e) => (Action)(() => peer.Score(people[next[e]++ % People], points)))]);
Console.WriteLine("| 100 rules, 60 answers | ns a person | × ours | bytes a person | first result in a fresh process, over one that only reads the rules |");
Console.WriteLine("|---|---:|---:|---:|---:|");
for (int e = 0; e < peers.Length; e++)
{
    long before = GC.GetAllocatedBytesForCurrentThread();
    for (int i = 0; i < 100; i++)
        peers[e].Score(people[i], points);
    long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    string cold = Cold(e, quick ? 3 : 9).ToString("0", CultureInfo.InvariantCulture);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {makers[e].Name} | {Stopper.Median(times[e]):#,0} | {Stopper.Ratio(times[e], times[0]):0.0} | {bytes:#,0} | {cold} ms |"));
}

return 0;

static double[] Answers(SampleRandom random) => [.. SampleRuleSet.Answers(random).Select(x => double.IsNaN(x) ? -1 : x)];

// Pairs of processes in turn, the median of the differences.
static double Cold(int engine, int pairs)
{
    double[] differences = new double[pairs];
    Process("empty");
    for (int i = 0; i < pairs; i++)
        differences[i] = -Process("empty") + Process(engine.ToString(CultureInfo.InvariantCulture));
    return Stopper.Median(differences);
}

static double Process(string what)
{
    var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
    foreach (string argument in new[] { typeof(IPeer).Assembly.Location, "cold", what })
        start.ArgumentList.Add(argument);
    long began = Stopwatch.GetTimestamp();
    using var process = System.Diagnostics.Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException("The fresh process failed.");
}

/// <summary>The generated hand-written engine of the other benchmarks.</summary>
internal sealed class HandPeer : IPeer
{
    private readonly HandIndex[] scores = new HandIndex[SampleRuleSet.Conditions];
    private readonly Dictionary<double[], HandProfile> bound = new(ReferenceEqualityComparer.Instance);

    public void Score(double[] answers, double[] points)
    {
        if (!bound.TryGetValue(answers, out var profile))
            bound.Add(answers, profile = HandWritten.ProfileOf([.. answers.Select(x => x < 0 ? double.NaN : x)]));
        HandWritten.Score(profile, scores);
        for (int c = 0; c < points.Length; c++)
            points[c] = scores[c].Points;
    }
}
