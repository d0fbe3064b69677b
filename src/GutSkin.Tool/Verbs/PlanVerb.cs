using System.CommandLine;
using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary><c>gutskin plan PROFILE</c>: a few suggestions that go well together, in steps.</summary>
internal static class PlanVerb
{
    private const string IsoDay = "yyyy-MM-dd";

    public static Command Command()
    {
        var profile = new Argument<string?>("PROFILE") { Description = "The profile, as JSON; - reads standard input.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var choices = new AssessmentChoices();
        var effort = new Option<string>("--effort") { Description = "The effort that all steps together may take.", DefaultValueFactory = _ => "medium" };
        effort.AcceptOnlyFromAmong("low", "medium", "high");
        var atMost = new Option<int>("--at-most") { Description = $"The most steps, 1 to {PlanOptions.MostSteps}.", HelpName = "N", DefaultValueFactory = _ => PlanOptions.Default.AtMost };
        var between = new Option<int>("--weeks-between")
        {
            Description = $"The weeks from the start of one step to the next, 0 to {PlanOptions.MostWeeksBetween}.", HelpName = "N", DefaultValueFactory = _ => PlanOptions.Default.WeeksBetween,
        };
        var begin = new Option<string?>("--begin") { Description = "The day the plan begins, for a calendar; else the profile's day.", HelpName = "DATE" };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown", "html", "ics");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var command = new Command("plan", "Makes a small joint plan of what is suggested, in steps.") { profile };
        rules.AddTo(command);
        choices.AddTo(command);
        foreach (var option in (Option[])[effort, atMost, between, begin, format, output])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (string.IsNullOrEmpty(path))
                throw ToolFailure.Usage("a PROFILE is needed; try 'gutskin plan --help'");
            var options = new PlanOptions
            {
                Effort = parsed.GetValue(effort) switch
                {
                    "low" => Level.Low,
                    "high" => Level.High,
                    _ => Level.Medium,
                },
                AtMost = Within("--at-most", parsed.GetValue(atMost), 1, PlanOptions.MostSteps),
                WeeksBetween = Within("--weeks-between", parsed.GetValue(between), 0, PlanOptions.MostWeeksBetween),
                Assessing = choices.Of(parsed),
            };
            var first = Day(parsed.GetValue(begin));

            var composed = rules.Compose(parsed, files);
            byte[] text = InputFile.Read(path);
            if (!composed.Success)
                return DiagnosticReport.Reject([.. composed.Diagnostics, .. ProfileJson.Read(text, InputFile.NameOf(path)).Diagnostics]);
            var service = new ScoringService(composed.Value);
            var person = service.ReadProfile(text, InputFile.NameOf(path), options.Assessing);
            if (!person.Success)
                return DiagnosticReport.Reject(person.Diagnostics);
            var plan = service.Plan(person.Value, options);
            OutputFile.Write(parsed.GetValue(output), parsed.GetValue(format) switch
            {
                "json" => plan.ToJson(),
                "markdown" => plan.ToMarkdown(),
                "html" => plan.ToHtml(),
                "ics" => PlanCalendar.Write(plan, first ?? plan.AsOf ?? throw ToolFailure.Usage("a calendar needs the day the plan begins: --begin DATE, or asOf in the profile")),
                _ => plan.ToText(),
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static int Within(string option, int value, int least, int most) =>
        value >= least && value <= most ? value : throw ToolFailure.Usage(string.Create(CultureInfo.InvariantCulture, $"{option} is {least} to {most}"));

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw ToolFailure.Usage($"--begin is a day, written like 2026-06-01");
}
