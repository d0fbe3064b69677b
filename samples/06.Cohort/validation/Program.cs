// Does an index tell people who report a condition from people who do not, better than age and sex? Reads the American Gut adults through
// a map, scores them, and writes docs/validation.md:   dotnet run --project samples/06.Cohort/validation -- docs/validation.md
using System.Globalization;
using System.Text;
using CohortValidation;
using GutSkin.Cohorts;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

string folder = AppContext.BaseDirectory;
string file = Path.Combine(folder, "data", "american-gut-adults.csv");
var map = CohortMap.Read(File.ReadAllBytes(Path.Combine(folder, "map.json"))).GetValueOrThrow();
using var reader = CohortReader.Open(file, new CohortReadOptions { Map = map }).GetValueOrThrow();
var scorer = new CohortScorer(measures: CohortMeasures.Default | CohortMeasures.Completeness);
var scores = new Dictionary<string, List<double>>();
var completeness = new Dictionary<string, List<double>>();
await foreach (var people in reader)
{
    using (people)
    {
        if (people.Failures.Count > 0)
            throw new InvalidOperationException($"{people.Failures.Count} rows failed: {people.Failures[0]}");
        var block = scorer.Score(people);
        foreach (string condition in block.Conditions)
        {
            (scores.TryGetValue(condition, out var list) ? list : scores[condition] = []).AddRange(block.Scores(condition));
            (completeness.TryGetValue(condition, out list) ? list : completeness[condition] = []).AddRange(block.Completeness(condition));
        }
    }
}

string[][] lines = [.. File.ReadAllLines(file).Select(l => l.Split(','))];
string[] Column(string name) => [.. lines.Skip(1).Select(l => l[Array.IndexOf(lines[0], name)])];
string[] skin = Column("skin"), acne = Column("acneMedication"), age = Column("ageDecade"), sex = Column("sex");
var studied = new[]
{
    (Condition: SkinConditions.AtopicDermatitis, Reported: "eczema", IsCase: skin.Select(s => s.Length == 0 ? (bool?)null : s == "eczema" ? true : s == "none" ? false : null).ToArray()),
    (Condition: SkinConditions.Psoriasis, Reported: "psoriasis", IsCase: skin.Select(s => s.Length == 0 ? (bool?)null : s == "psoriasis" ? true : s == "none" ? false : null).ToArray()),
    (Condition: SkinConditions.Rosacea, Reported: "rosacea", IsCase: skin.Select(s => s.Length == 0 ? (bool?)null : s == "rosacea" ? true : s == "none" ? false : null).ToArray()),
    (Condition: SkinConditions.AcneVulgaris, Reported: "acne medication", IsCase: acne.Select(s => s.Length == 0 ? (bool?)null : s == "yes").ToArray()),
};

const int samples = 2000;
var results = studied.Select(study =>
{
    int[] who = [.. Enumerable.Range(0, skin.Length).Where(i => study.IsCase[i] is not null)];
    bool[] cases = [.. who.Select(i => study.IsCase[i]!.Value)];
    double[] index = [.. who.Select(i => scores[study.Condition][i])];
    double[][] basic = [.. who.Select(i => Basic(age[i], sex[i]))];
    double[] alone = Statistics.CrossValidated(basic, cases);
    double[] together = Statistics.CrossValidated([.. basic.Select((b, i) => (double[])[.. b, index[i] / 25])], cases);
    double[][] values = [index, alone, together];
    int[] once = [.. Enumerable.Repeat(1, cases.Length)];
    double[] areas = [.. values.Select(v => Statistics.Auc(v, cases, Statistics.Order(v), once))];
    double[][] drawn = Statistics.Bootstrap(values, cases, samples, seed: 20261129);
    return new Result(
        study.Condition, study.Reported, cases, index, areas, [.. drawn.Select(d => Statistics.Middle95(d))],
        Statistics.Middle95(drawn[2].Zip(drawn[1], (a, b) => a - b)), who.Average(i => completeness[study.Condition][i]));
}).ToList();

string page = new Page(ScoringService.Default.RuleSet, map, results, samples).Write();
if (args.Length > 0)
    File.WriteAllText(args[0], page);
else
    Console.Write(page);

static double[] Basic(string age, string sex)
{
    // Who did not say is told by a column of its own, and stands in the middle otherwise.
    double decade = age.Length == 0 ? 0 : (double.Parse(age, CultureInfo.InvariantCulture) - 45) / 10;
    return [1, decade, decade * decade, age.Length == 0 ? 1 : 0, sex == "f" ? 1 : 0, sex.Length == 0 ? 1 : 0];
}

namespace CohortValidation
{
    /// <summary>What was found for one condition: index, age and sex, all three.</summary>
    internal sealed record Result(
        string Condition, string Reported, bool[] Cases, double[] Index, double[] Areas, (double Low, double High)[] Intervals, (double Low, double High) Gain, double Completeness);

    /// <summary>The page.</summary>
    internal sealed class Page(ResolvedRuleSet rules, CohortMap map, IReadOnlyList<Result> results, int samples)
    {
        public string Write()
        {
            var text = new StringBuilder();
            int better = results.Count(r => r.Gain.Low > 0);
            text.Append(better == 0
                ? "**A null result: in this cohort no index tells people who report a condition from people who do not better than age and sex do.**\n"
                : string.Create(CultureInfo.InvariantCulture, $"**For {better} of {results.Count} conditions the index adds to age and sex in this cohort; for the others it is a null result.**\n"));
            text.Append(CultureInfo.InvariantCulture, $"""

                # Validation: American Gut adults

                Written by `samples/06.Cohort/validation` with `{rules.Data.Id}` {rules.Data.Version}; a test runs it again and compares. The people: adults of the American
                Gut project (1,709, with self-reported skin conditions, acne medication, a food and lifestyle questionnaire and 16S of stool; [its source](../samples/06.Cohort/validation/data/SOURCE.txt)).
                Nobody chose or fitted anything on these data: the index is what the rule set says.

                ## Does the index tell who reports the condition?

                The area under the ROC curve (AUC): how often somebody who reports the condition has a higher value than somebody who reports none; 0.5 is chance. In brackets
                the middle 95 % of {samples:N0} bootstrap samples. Age and sex: a logistic model, each tenth of the people predicted from the other nine; *with the index* is the
                same model with the index as one more column, and the last column what that adds, on the same bootstrap samples.

                | condition | reported as | cases | others | AUC of the index | age and sex alone | with the index | gained |
                |---|---|---:|---:|---|---|---|---|

                """);
            foreach (var r in results)
                text.Append(CultureInfo.InvariantCulture, $"| {r.Condition} | {r.Reported} | {r.Cases.Count(c => c)} | {r.Cases.Count(c => !c)} | {Area(r, 0)} | {Area(r, 1)} | {Area(r, 2)} | {Signed(r.Areas[2] - r.Areas[1])} ({Signed(r.Gain.Low)} to {Signed(r.Gain.High)}) |\n");
            text.Append("""

                ## Calibration

                People in five groups by their index: how many of each group report the condition. The index is no probability, so nothing has to match; a useful index would at least rise.

                | condition | | lowest fifth | second | third | fourth | highest fifth |
                |---|---|---:|---:|---:|---:|---:|

                """);
            foreach (var r in results)
            {
                var fifths = Fifths(r);
                text.Append(CultureInfo.InvariantCulture, $"| {r.Condition} | mean index | {string.Join(" | ", fifths.Select(f => f.Mean.ToString("0.0", CultureInfo.InvariantCulture)))} |\n");
                text.Append(CultureInfo.InvariantCulture, $"| | who report it | {string.Join(" | ", fifths.Select(f => f.Part.ToString("P1", CultureInfo.InvariantCulture)))} |\n");
            }

            text.Append("""

                ## What is missing

                An index from half of its factors is half an index. Completeness is the part of a condition's rules, by weight, that the answers of a person determine, on average; beside it
                the unanswered factors with most weight.

                | condition | completeness | not in this table, by weight |
                |---|---:|---|

                """);
            foreach (var r in results)
                text.Append(CultureInfo.InvariantCulture, $"| {r.Condition} | {r.Completeness.ToString("P0", CultureInfo.InvariantCulture)} | {string.Join(", ", Missing(r.Condition))} |\n");
            text.Append("""

                ## Why it is what it is

                - **The outcome is not the condition.** People said what they have, or had; nobody looked at their skin. Acne medication is taken for other reasons too, and by people whose skin
                  is clear because of it. People with one skin condition are left out of the comparison for another.
                - **Age and sex carry most of what such a table knows.** Rosacea is a matter of age in those who answer, and acne medication of youth; the index does not score being of an age,
                  which nobody can change, except where a study says so.
                - **What moves the index most is not in the table** (above). No answer of this table enters a rule for acne: its index is 0 for everybody, and says so with an
                  interval as wide as its rules.
                - **Everybody here is alike.** Volunteers of one project; of 1,696 who answered, 68 smoke at all: effects that need contrast cannot show.
                - **Now is not then.** Answers of one day against a condition that began years before; people also change their diet because of it, which turns the sign of an association.
                - **Words became numbers**: days of drinking, smoking and exercise were taken as amounts (the assumptions stand in the map), age is the middle of a decade, BMI is rounded.
                - **16S is not what most rules were seen in.** Shares of genera from 100 bases of one region, rarefied, are another measurement than shotgun profiles.
                - **The effects are small**, and discounted for their certainty: people with and without a condition overlap almost wholly even where every association is true.

                What it means: an index orders published evidence for one person. It is no test, it does not tell who has a condition, and this page is what to show to anybody who takes it for one.

                """);
            return text.ToString().ReplaceLineEndings("\n");
        }

        private static string Area(Result r, int which) => string.Create(CultureInfo.InvariantCulture, $"{r.Areas[which]:0.000} ({r.Intervals[which].Low:0.000} to {r.Intervals[which].High:0.000})");

        private static string Signed(double number) => number.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

        private static List<(double Mean, double Part)> Fifths(Result r)
        {
            int[] order = Statistics.Order(r.Index);
            return
            [
                .. Enumerable.Range(0, 5).Select(f =>
                {
                    int[] group = order[(order.Length * f / 5)..(order.Length * (f + 1) / 5)];
                    return (group.Average(i => r.Index[i]), group.Count(i => r.Cases[i]) / (double)group.Length);
                }),
            ];
        }

        private IEnumerable<string> Missing(string condition)
        {
            var filled = map.Columns.Values.Select(c => c.Factor).OfType<string>().Concat(map.Computed.Select(c => c.Factor)).ToHashSet();
            foreach (var derivation in rules.Data.Derivations.Where(d => d.Items.All(filled.Contains)))
                filled.Add(derivation.Factor);
            return rules.Data.Rules.Where(r => r.IsScored && r.Condition == condition && r.Factor is not null && !filled.Contains(r.Factor))
                .GroupBy(r => r.Factor!)
                .Select(g => (Factor: g.Key, Weight: g.Sum(r => Math.Abs(rules.Model.Weigh(r.Effect, r.Certainty)))))
                .OrderByDescending(f => f.Weight).ThenBy(f => f.Factor, StringComparer.Ordinal).Take(6).Select(f => f.Factor);
        }
    }
}
