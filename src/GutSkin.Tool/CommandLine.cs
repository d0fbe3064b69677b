using System.CommandLine;
using System.CommandLine.Parsing;
using GutSkin.Core;

namespace GutSkin.Tool;

/// <summary>The command line: one verb a file in <c>Verbs/</c>; here is what they share, exit statuses above all.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit status.</returns>
    public static int Run(string[] args)
    {
        try
        {
            if (args.Length == 0)
            {
                Std.WriteResult(FirstSteps.Text);
                return ExitCode.Done;
            }

            var root = Root();
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            // A verb that takes any number of files takes a mistyped option for one.
            string[] mistyped = [.. parsed.Tokens.Where(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal)).Select(t => t.Value)];
            if (parsed.Errors.Count > 0 || (mistyped.Length > 0 && !args.Contains("--")))
                return Usage(parsed, mistyped);
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = Std.Out,
                Error = Std.Error,
            });
        }
        catch (ToolFailure failure)
        {
            Std.Error.WriteLine($"gutskin: {failure.Message}");
            return failure.ExitCode;
        }
        catch (InvalidInputException error)
        {
            foreach (var diagnostic in error.Diagnostics)
                Std.Error.WriteLine(diagnostic);
            return ExitCode.InputErrors;
        }
        catch (IOException error)
        {
            Std.Error.WriteLine($"gutskin: {error.Message}");
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last resort: a message without a stack trace, and without the exception's text, which may hold a person's value.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Std.Error.WriteLine($"gutskin: something unexpected went wrong ({error.GetType().Name}); please report it with the command you used.");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Root() => new("The rule author's tool for GutSkin.Core. Wellness information: an index, not a diagnosis.")
    {
        AskVerb.Command(),
        AssessVerb.Command(),
        LintVerb.Command(),
        TestVerb.Command(),
        DiffVerb.Command(),
        ShowVerb.Command(),
        SchemaVerb.Command(),
        ExplainVerb.Command(),
        ReplayVerb.Command(),
        NewVerb.Command(),
        MicrobiomeVerb.Command(),
        InstrumentVerb.Command(),
        CompareVerb.Command(),
        PlanVerb.Command(),
        ScoreVerb.Command(),
        MergeVerb.Command(),
        SensitivityVerb.Command(),
        CompletionVerb.Command(),
    };

    private static int Usage(ParseResult parsed, string[] mistyped)
    {
        var command = parsed.CommandResult.Command;
        string verb = command is RootCommand ? "" : $" {command.Name}";
        // Who mistypes a verb is told that, and not what else the parser makes of it.
        if (command is RootCommand && parsed.UnmatchedTokens is [var typed, ..] && !typed.StartsWith('-'))
        {
            Std.Error.WriteLine($"gutskin: there is no verb '{typed}'.{DidYouMean(typed, command.Subcommands.Select(c => c.Name))}");
        }
        else
        {
            foreach (var error in parsed.Errors)
                Std.Error.WriteLine($"gutskin: {error.Message}");
            foreach (string option in parsed.UnmatchedTokens.Where(t => t.StartsWith("--", StringComparison.Ordinal)).Union(mistyped))
            {
                if (DidYouMean(option, command.Options.Select(o => o.Name)) is { Length: > 0 } meant)
                    Std.Error.WriteLine($"gutskin: '{option}' is not an option here.{meant}");
                else if (mistyped.Contains(option))
                    Std.Error.WriteLine($"gutskin: '{option}' is not an option here.");
            }
        }

        Std.Error.WriteLine($"Try 'gutskin{verb} --help'.");
        return ExitCode.WrongUsage;
    }

    /// <summary>The nearest of the words, where it is near: at most a third of its letters differ, or one begins the other.</summary>
    private static string DidYouMean(string typed, IEnumerable<string> words)
    {
        var (word, distance) = words.Select(w => (w, w.StartsWith(typed, StringComparison.Ordinal) ? 1 : Distance(typed, w))).MinBy(w => w.Item2);
        return word is not null && distance <= Math.Max(1, word.Length / 3) ? $" Did you mean '{word}'?" : "";
    }

    /// <summary>How many letters are to be changed, added, removed or swapped with the next (Damerau 1964, in the restricted form).</summary>
    private static int Distance(string from, string to)
    {
        if (from.Length > 64)
            return int.MaxValue;
        var table = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                int change = from[i - 1] == to[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        }

        return table[from.Length, to.Length];
    }

    /// <summary>What somebody sees who writes the command alone.</summary>
    private static class FirstSteps
    {
        public const string Text = """
            gutskin: what studies link with skin, for people who ask and people who write rules.
            Wellness information: an index, not a diagnosis. Nothing is sent anywhere.

            Five things people do first:

              gutskin ask                                be asked one question at a time, and read your page
              gutskin assess profile.json                assess a profile; --format html -o page.html makes a page
              gutskin new clinic.example                 begin a rule set of your own, then: lint, test, diff
              gutskin explain acne.milk                  what a rule says, how sure that is, and its sources
              gutskin score cohort.csv -o scores.csv     score many people

            All verbs: gutskin --help     One verb: gutskin VERB --help     Completion in your shell: gutskin completion --help
            """;
    }
}
