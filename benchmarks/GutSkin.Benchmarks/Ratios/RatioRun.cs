using System.Text.Json;
using System.Text.Json.Nodes;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Benchmarks;

/// <summary>Every target of the performance page, measured in one run of less than three minutes.</summary>
internal static class RatioRun
{
    private const int People = 20_000;
    // With 256 people in turn the branch predictor knows each of them by heart.
    private const int Different = 4_096;

    /// <summary>Measures and prints one JSON object.</summary>
    /// <param name="quick">Fewer rounds, to see that it runs.</param>
    /// <param name="markdown">Where to write the same as a table; null = nowhere.</param>
    /// <returns>0; 1 where results differ that must be the same.</returns>
    public static int Run(bool quick, string? markdown)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        var stopper = new Stopper(quick ? 3 : 11, quick ? 3 : 10);
        var resolved = SampleRuleSet.Resolve(100);
        var service = new ScoringService(resolved);
        var cohort = new SampleCohort(service, People);
        var ratios = new List<Ratio>();
        ratios.AddRange(Baseline(service, resolved, cohort));
        ratios.AddRange(Single(stopper, service, resolved, cohort));
        ratios.AddRange(Table(stopper, service, cohort));
        ratios.AddRange(TableRatios.Measure(stopper, service, cohort, People));
        ratios.AddRange(AssessRatios.Measure(stopper));
        ratios.AddRange(CompileRatios.Measure(stopper));
        ratios.AddRange(CohortRatios.Measure(service, quick ? 1 : 5));
        ratios.AddRange(ColdStart.Ratios(quick ? 3 : 20));
        var json = new JsonObject
        {
            ["machine"] = Machine.Name,
            ["vectorBits"] = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512 : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256 : 128,
            ["ratios"] = new JsonArray([.. ratios.Select(r => r.ToJson())]),
        };
        json["seconds"] = Math.Round(started.Elapsed.TotalSeconds);
        Console.WriteLine(json.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        if (markdown is not null)
            RatioTable.Write(markdown, ratios, json["seconds"]!.GetValue<double>());
        return ratios.Any(r => r.Unit is "rows" or "people" or "lines" && r.Measured != 0) ? 1 : 0;
    }

    /// <summary>What the hand-written engine says, against the library: a baseline that computes something else is none.</summary>
    private static IEnumerable<Ratio> Baseline(ScoringService service, ResolvedRuleSet resolved, SampleCohort cohort)
    {
        var hand = new HandIndex[SampleRuleSet.Conditions];
        var scores = new ScoreResult[SampleRuleSet.Conditions];
        var naive = new NaiveEngine(resolved);
        int different = 0;
        for (int i = 0; i < 2_000; i++)
        {
            HandWritten.Score(cohort.Hand[i], hand);
            service.Score(SampleCohort.BufferOf(service, cohort.Answers[i]), scores);
            var slow = naive.Score(SampleCohort.DictionaryOf(cohort.Answers[i]));
            for (int c = 0; c < hand.Length; c++)
            {
                if (!Near(hand[c], scores[c]) || !Near(slow[SampleRuleSet.ConditionId(c)], scores[c]))
                {
                    different++;
                    break;
                }
            }
        }

        yield return new Ratio("people to whom a baseline gives other numbers than Score (1e-9)", different, "people", 0);
        string written = File.ReadAllText(HandWrittenGenerator.Path);
        yield return new Ratio(
            "lines of the hand-written engine that the sample rule set does not give",
            written == HandWrittenGenerator.Generate(resolved) ? 0 : written.Split('\n').Length,
            "lines",
            0);

        static bool Near(HandIndex a, ScoreResult b) =>
            Math.Abs(a.Points - b.Score) < 1e-9 && Math.Abs(a.Low - b.Interval.Low) < 1e-9 && Math.Abs(a.High - b.Interval.High) < 1e-9;
    }

    private static List<Ratio> Single(Stopper stopper, ScoringService service, ResolvedRuleSet resolved, SampleCohort cohort)
    {
        ScoringBuffer[] buffers = [.. cohort.Answers.Take(Different).Select(a => SampleCohort.BufferOf(service, a))];
        var scores = new ScoreResult[SampleRuleSet.Conditions];
        var hand = new HandIndex[SampleRuleSet.Conditions];
        var naive = new NaiveEngine(resolved);
        Dictionary<string, double>[] dictionaries = [.. cohort.Answers.Take(Different).Select(SampleCohort.DictionaryOf)];
        int a = 0, b = 0, c = 0, d = 0, e = 0;
        var one = buffers[0];
        var oneHand = HandWritten.ProfileOf(cohort.Answers[0]);
        int slider = one.PositionOf(SampleRuleSet.FactorId(3));
        var times = stopper.Time(
            () => service.Score(buffers[a++ % Different], scores),
            () => HandWritten.Score(cohort.Hand[b++ % Different], hand),
            () => naive.Score(dictionaries[c++ % Different]),
            () =>
            {
                one.Set(slider, d++ % 100);
                service.Score(one, scores);
            },
            () =>
            {
                oneHand.N03 = e++ % 100;
                HandWritten.Score(oneHand, hand);
            });
        service.Score(one, scores);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            service.Score(buffers[i % Different], scores);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return
        [
            new("Score with interval, different profiles, over the same rules hand-written", Stopper.Ratio(times[0], times[1]), "x", 0.35, 0.2, Note: Ns(times[0], times[1])),
            new("Score with interval, one profile and a slider, over hand-written (every branch predicted)", Stopper.Ratio(times[3], times[4]), "x", null, Note: Ns(times[3], times[4])),
            new("Score over a naive engine of dictionaries and LINQ", Stopper.Ratio(times[0], times[2]), "x", null, Note: Ns(times[0], times[2])),
            new("bytes allocated by 1,000 calls of Score", bytes, "B", 0, 0),
        ];
    }

    private static List<Ratio> Table(Stopper stopper, ScoringService service, SampleCohort cohort)
    {
        var hand = new HandIndex[SampleRuleSet.Conditions];
        var two = new CohortOptions { Threads = 2 };
        int start = 0;
        var times = stopper.Time(
            () => service.ScoreTable(cohort.Columns, cohort.Results),
            () => service.ScoreTable(cohort.Columns, cohort.Results, two),
            () =>
            {
                // A tenth of the people a call: as many as the caches treat alike.
                start = (start + (People / 10)) % People;
                for (int i = start; i < start + (People / 10); i++)
                    HandWritten.Score(cohort.Hand[i], hand);
            });
        double[] tenfold = [.. times[2].Select(t => t * 10)];
        long small = Allocated(service, cohort, People / 4), large = Allocated(service, cohort, People);
        return
        [
            new("ScoreTable, double, points and interval, a profile over the hand-written loop", Stopper.Ratio(times[0], tenfold), "x", 1.0 / 15, 1.0 / 30, Note: Ns([.. times[0].Select(t => t / People)], [.. tenfold.Select(t => t / People)])),
            new("ScoreTable on two threads, speed over one", Stopper.Ratio(times[0], times[1]), "x", 1.8, AtLeast: true, Note: "other work on the machine lowers it"),
            new("bytes allocated by ScoreTable for each row more", (large - small) / (People * 0.75), "B", 0, 0),
            new("rows whose bits differ between ScoreTable and Score", Differences(service, cohort), "rows", 0, 0),
        ];
    }

    private static long Allocated(ScoringService service, SampleCohort cohort, int rows)
    {
        var columns = new CohortColumns(rows);
        foreach (int f in Enumerable.Range(0, SampleRuleSet.Factors))
            columns.Add(SampleRuleSet.FactorId(f), cohort.Answers.Take(rows).Select(x => x[f]).ToArray());
        service.ScoreTable(columns, cohort.Results);
        long before = GC.GetAllocatedBytesForCurrentThread();
        service.ScoreTable(columns, cohort.Results);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int Differences(ScoringService service, SampleCohort cohort)
    {
        service.ScoreTable(cohort.Columns, cohort.Results);
        var scores = new ScoreResult[SampleRuleSet.Conditions];
        int different = 0;
        for (int i = 0; i < 2000; i++)
        {
            service.Score(SampleCohort.BufferOf(service, cohort.Answers[i]), scores);
            for (int c = 0; c < scores.Length; c++)
            {
                string id = SampleRuleSet.ConditionId(c);
                if (Bits(scores[c].Score) != Bits(cohort.Results.Scores(id)[i]) || Bits(scores[c].Interval.Low) != Bits(cohort.Results.Low(id)[i])
                    || Bits(scores[c].Interval.High) != Bits(cohort.Results.High(id)[i]))
                {
                    different++;
                    break;
                }
            }
        }

        return different;

        static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
    }

    private static string Ns(double[] times, double[] over) => $"{Stopper.Median(times):0} ns to {Stopper.Median(over):0} ns";
}
