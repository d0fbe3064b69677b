using System.CommandLine;
using System.Globalization;
using System.Text;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary><c>gutskin ask</c>: the consultation in a terminal, or from a list of answers.</summary>
internal static class AskVerb
{
    public static Command Command()
    {
        var profile = new Argument<string?>("PROFILE") { Description = "What is known already; none = start from nothing.", Arity = ArgumentArity.ZeroOrOne };
        var rules = new RuleOptions();
        var choices = new AssessmentChoices();
        var concern = new Option<string[]>("--concern") { Description = "The ids of the conditions it is about, instead of asking.", HelpName = "ID", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var output = new Option<string?>("--output", "-o") { Description = "Keep the answers in this file, a profile.", HelpName = "FILE" };
        var asOf = new Option<string?>("--as-of") { Description = "The day of the answers, like 2026-11-20. Default: today.", HelpName = "DAY" };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError("--as-of is a day written like 2026-11-20.");
        });
        var command = new Command("ask", "Asks one question at a time and shows your page; stop at any time. Answers can come from standard input, one a line.") { profile };
        command.Options.Add(concern);
        command.Options.Add(output);
        command.Options.Add(asOf);
        rules.AddTo(command);
        choices.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, files) = rules.Split(parsed, parsed.GetValue(profile));
            if (path == InputFile.StandardInput)
                throw ToolFailure.Usage("standard input has the answers: give PROFILE as a file");
            var composed = rules.Compose(parsed, files);
            if (!composed.Success)
                return DiagnosticReport.Reject(composed.Diagnostics);
            var service = new ScoringService(composed.Value);
            var options = choices.Of(parsed);
            var day = parsed.GetValue(asOf) is { } given ? DateOnly.ParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.FromDateTime(DateTime.Today);
            var known = PersonProfile.Create();
            if (path is not null)
            {
                var read = service.ReadProfile(InputFile.Read(path), InputFile.NameOf(path), options);
                if (!read.Success)
                    return DiagnosticReport.Reject(read.Diagnostics);
                known = read.Value.ToBuilder();
            }

            var begun = Consultation.Start(service, known.ConcernedAbout(parsed.GetValue(concern) ?? []).AsOf(day).Build(), options);
            return Run(begun, service, options, parsed.GetValue(output));
        });
        return command;
    }

    private static int Run(Consultation begun, ScoringService service, AssessmentOptions options, string? target)
    {
        var words = AskWords.Of(options.Culture);
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var line = new AskLine(input, Std.Error, words, isTerminal: !Console.IsInputRedirected);
        var (consultation, stopped) = new AskDialogue(line, Std.Error, words, new RuleSetWords(service.RuleSet, options.Culture), service.RuleSet).Run(begun);
        if (stopped)
            Std.Error.WriteLine($"\n{words.Stopped}");
        Std.Error.WriteLine();
        // With "-o -" the profile is the result, so that it can go into the next command.
        if (target == InputFile.StandardInput)
            Std.Error.Write(consultation.Assessment.ToText());
        else
            Std.WriteResult(consultation.Assessment.ToText());
        if (target is null)
        {
            Std.Error.WriteLine(words.KeepWith);
            return ExitCode.Done;
        }

        OutputFile.Write(target, ProfileJson.Write(consultation.Profile));
        if (target != InputFile.StandardInput)
            Std.Error.WriteLine($"{words.Kept} {target}");
        return ExitCode.Done;
    }
}
