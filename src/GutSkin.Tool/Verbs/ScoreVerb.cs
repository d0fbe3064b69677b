using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using GutSkin.Cohorts;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin score COHORT -o OUT</c>: scores many people, streaming.</summary>
internal static class ScoreVerb
{
    private const int MostThreads = 64;
    private const int LeastRowGroup = 2048;

    public static Command Command()
    {
        var cohort = new Argument<string[]>("COHORT") { Description = "The people: CSV (a column a factor), JSON lines (a profile a line) or Parquet; a file, several, a folder, a pattern with *, or - for standard input.", Arity = ArgumentArity.ZeroOrMore };
        var rules = new RuleOptions();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file (.csv, .jsonl or .parquet) instead of standard output.", HelpName = "OUT" };
        var input = new Option<string?>("--input") { Description = "The form of COHORT, where its name does not say: csv, jsonl or parquet.", HelpName = "FORM" };
        input.AcceptOnlyFromAmong("csv", "jsonl", "parquet");
        var map = new Option<string?>("--map") { Description = "What the columns mean: factors, units, codes (a JSON file).", HelpName = "FILE" };
        var missing = new Option<string[]>("--missing") { Description = "Codes that mean a missing answer: 77,99, or of one column: diet.fiber=77.", HelpName = "CODES", DefaultValueFactory = _ => [] };
        var columns = new Option<string>("--columns") { Description = $"What is written of each condition: {MeasureNames.Words}. The last three, and uncertainty, take an assessment a person.", HelpName = "NAMES", DefaultValueFactory = _ => "score,low,high" };
        columns.Validators.Add(result =>
        {
            if (!MeasureNames.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
                result.AddError($"--columns takes names with commas between them: {MeasureNames.Words}.");
        });
        var shard = new Option<string>("--shard") { Description = "Score one of N parts only; gutskin merge puts them together.", HelpName = "I/N", DefaultValueFactory = _ => "1/1" };
        shard.Validators.Add(result =>
        {
            if (!CohortShard.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError("--shard is written like 2/8: the second of eight parts.");
        });
        var threads = new Option<int>("--threads") { Description = "How many threads work. Default: as many as there are processors.", HelpName = "N", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostThreads) };
        threads.Validators.Add(result =>
        {
            if (!int.TryParse(result.Tokens is [var token] ? token.Value : "1", NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostThreads)
                result.AddError($"--threads is a number from 1 to {MostThreads}.");
        });
        var ignoreUnknown = new Option<bool>("--ignore-unknown") { Description = "Leave out columns and answers that name no factor." };
        var escape = new Option<bool>("--escape-formulas") { Description = "Put an apostrophe before ids that a spreadsheet would run as a formula." };
        var summary = new Option<bool>("--summary") { Description = "Also say how the indexes are distributed: on standard output, and with -o in OUT.summary.json. Counts below 10 are hidden." };
        var by = new Option<string?>("--by") { Description = "The column by whose words people are grouped in the summary.", HelpName = "COLUMN" };
        var command = new Command("score", "Scores a cohort, and reports rows that fail.") { cohort };
        rules.AddTo(command);
        foreach (var option in (Option[])[output, input, map, missing, columns, shard, threads, ignoreUnknown, escape, summary, by])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(cohort) ?? [];
            var (first, files) = rules.Split(parsed, given.FirstOrDefault());
            if (string.IsNullOrEmpty(first))
                throw ToolFailure.Usage("a COHORT is needed; try 'gutskin score --help'");
            var composed = rules.Compose(parsed, files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);
            if (parsed.GetValue(by) is not null && !parsed.GetValue(summary))
                throw ToolFailure.Usage("--by groups the people of a --summary");
            CohortMap? mapping = null;
            if (parsed.GetValue(map) is { } mapPath)
            {
                var read = CohortMap.Read(InputFile.Read(mapPath), InputFile.NameOf(mapPath));
                if (!read.Success)
                    return DiagnosticReport.Reject(read.Diagnostics);
                mapping = read.Value;
            }

            string? target = parsed.GetValue(output);
            var measures = MeasureNames.TryParse(parsed.GetValue(columns)!, out var named) ? named : CohortMeasures.Default;
            var options = new CohortReadOptions
            {
                Scoring = new ScoringService(composed.Value),
                Format = parsed.GetValue(input) switch { "csv" => CohortFormat.Csv, "jsonl" => CohortFormat.JsonLines, "parquet" => CohortFormat.Parquet, _ => null },
                Map = mapping,
                Missing = [.. (parsed.GetValue(missing) ?? []).SelectMany(m => MissingCode.Parse(m))],
                IgnoreUnknown = parsed.GetValue(ignoreUnknown),
                Shard = CohortShard.TryParse(parsed.GetValue(shard), out var part) ? part : CohortShard.All,
                GroupBy = parsed.GetValue(by),
            };
            // Parts are joined with a row group of each in memory: together they are as large as one of the whole.
            int rowGroup = Math.Max(LeastRowGroup, new CohortWriteOptions().RowGroupRows / options.Shard.Of);
            return new ScoreRun
            {
                Paths = given.Length > 1 ? [.. given.SelectMany(word => Files(word).AsEnumerable())] : Files(first),
                Read = options,
                Write = new CohortWriteOptions { Measures = measures, EscapeFormulas = parsed.GetValue(escape), RowGroupRows = rowGroup },
                Target = target,
                Threads = parsed.GetValue(threads),
                WithSummary = parsed.GetValue(summary),
            }.Run();
        });
        return command;
    }

    private static ImmutableArray<string> Files(string word)
    {
        if (word == InputFile.StandardInput)
            return [word];
        var files = CohortFiles.Find(word);
        if (files.IsEmpty && Directory.Exists(word))
            throw ToolFailure.Outside($"cannot read '{word}': the folder holds no .csv, .jsonl or .parquet");
        return files.IsEmpty ? [word] : files;
    }
}
