using System.CommandLine;
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
            var root = Root();
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
                return Usage(parsed);
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
    };

    private static int Usage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Std.Error.WriteLine($"gutskin: {error.Message}");
        string verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        Std.Error.WriteLine($"Try 'gutskin{verb} --help'.");
        return ExitCode.WrongUsage;
    }
}
