using System.CommandLine;
using System.Globalization;
using System.Text;
using GutSkin.Cohorts;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin sensitivity COHORT</c>: which modeling choice moves how many people across a band.</summary>
internal static class SensitivityVerb
{
    public static Command Command()
    {
        var cohort = new Argument<string?>("COHORT") { Description = "The people, as for score; a file, a folder or a pattern.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var map = new Option<string?>("--map") { Description = "What the columns mean (a JSON file).", HelpName = "FILE" };
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Leave out columns and answers that name no factor." };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("sensitivity", "Makes each modeling choice otherwise, one at a time, and counts whose band it moves.") { cohort, map, ignoreUnknown, format, output };
        rules.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(cohort));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a COHORT is needed; try 'gutskin sensitivity --help'");
            var composed = rules.Compose(parsed, files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);
            var service = new ScoringService(composed.Value);
            var options = new CohortReadOptions
            {
                Scoring = service,
                Map = parsed.GetValue(map) is { } mapPath ? CohortMap.Read(InputFile.Read(mapPath), InputFile.NameOf(mapPath)).GetValueOrThrow() : null,
                IgnoreUnknown = parsed.GetValue(ignoreUnknown),
            };
            var paths = CohortFiles.Find(path);
            var opened = InputFile.With(paths.IsEmpty ? path : paths[0], _ => CohortReader.Open(paths.IsEmpty ? [path] : paths, options));
            if (!opened.Success)
                return DiagnosticReport.Reject(opened.Diagnostics);
            using var reader = opened.Value;
            var moves = new Moves(service, ModelVariant.Of(composed.Value));
            long failed = 0;
            foreach (var people in reader.ToBlockingEnumerable())
            {
                using (people)
                {
                    moves.Add(people);
                    failed += people.Failures.Count;
                }
            }

            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(format) == "json" ? moves.ToJson() : moves.ToText());
            if (failed > 0)
                Std.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failed} rows failed and are not counted; score tells why"));
            return failed > 0 ? ExitCode.InputErrors : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Whom each variant moves, by condition.</summary>
    private sealed class Moves(ScoringService service, IReadOnlyList<ModelVariant> variants)
    {
        private readonly CohortScorer plain = new(service);
        private readonly CohortScorer[] scorers = [.. variants.Select(v => new CohortScorer(v.Service))];
        private readonly Dictionary<(int Variant, string Condition), (long Up, long Down, double Sum, double Most)> counts = [];
        private readonly long[] anyBand = new long[variants.Count];
        private CohortScores? before, after;
        private CohortScores?[] kept = new CohortScores?[variants.Count];
        private long people;

        public void Add(CohortBatch block)
        {
            before = plain.Score(block, before);
            people += block.Count;
            for (int v = 0; v < variants.Count; v++)
            {
                after = kept[v] = scorers[v].Score(block, kept[v]);
                var moved = new bool[block.Count];
                foreach (string condition in before.Conditions.Where(after.Conditions.Contains))
                {
                    var was = before.Scores(condition);
                    var now = after.Scores(condition);
                    var (up, down, sum, most) = counts.GetValueOrDefault((v, condition));
                    for (int i = 0; i < was.Length; i++)
                    {
                        double change = now[i] - was[i];
                        sum += Math.Abs(change);
                        most = Math.Max(most, Math.Abs(change));
                        if (change == 0 || before.BandOf(was[i]) == before.BandOf(now[i]))
                            continue;
                        moved[i] = true;
                        up += change > 0 ? 1 : 0;
                        down += change < 0 ? 1 : 0;
                    }

                    counts[(v, condition)] = (up, down, sum, most);
                }

                anyBand[v] += moved.Count(m => m);
            }
        }

        public string ToText()
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{people} people, {service.RuleSet.Data.Id} {service.RuleSet.Data.Version}. Each choice otherwise, one at a time: who is in another band.\n");
            for (int v = 0; v < variants.Count; v++)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{variants[v].Name}: {variants[v].What}. In another band of a condition: {anyBand[v]} ({Part(anyBand[v])})\n");
                foreach (var (condition, c) in Of(v).Where(c => c.Counts.Sum > 0))
                    text.Append(CultureInfo.InvariantCulture, $"  {condition,-24} up {c.Up,8} ({Part(c.Up),6}), down {c.Down,8} ({Part(c.Down),6}), points moved: {c.Sum / Math.Max(1, people):0.0} on average, {c.Most:0.0} at most\n");
            }

            return text.ToString();
        }

        public string ToJson() => JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "gutskin.sensitivity/1");
            json.WriteString("ruleSetSha256", service.RuleSet.Sha256);
            json.WriteString("disclaimer", service.RuleSet.Disclaimer);
            json.WriteNumber("people", people);
            json.WriteStartArray("choices");
            for (int v = 0; v < variants.Count; v++)
            {
                json.WriteStartObject();
                json.WriteString("choice", variants[v].Name);
                json.WriteString("what", variants[v].What);
                json.WriteNumber("bandChanged", anyBand[v]);
                json.WriteStartArray("conditions");
                foreach (var (condition, c) in Of(v))
                {
                    json.WriteStartObject();
                    json.WriteString("condition", condition);
                    json.WriteNumber("up", c.Up);
                    json.WriteNumber("down", c.Down);
                    json.WriteNumber("meanMove", c.Sum / Math.Max(1, people));
                    json.WriteNumber("greatestMove", c.Most);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

        private IEnumerable<(string Condition, (long Up, long Down, double Sum, double Most) Counts)> Of(int variant) =>
            counts.Where(c => c.Key.Variant == variant).OrderBy(c => c.Key.Condition, StringComparer.Ordinal).Select(c => (c.Key.Condition, c.Value));

        private string Part(long count) => ((double)count / Math.Max(1, people)).ToString("P1", CultureInfo.InvariantCulture);
    }
}
