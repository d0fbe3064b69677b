using Spectre.Console;

namespace GutSkin.Tool;

/// <summary>A bar on standard error while a cohort is on its way; nothing where that is no terminal.</summary>
internal static class CohortProgressBar
{
    /// <summary>Does something long.</summary>
    /// <param name="bytes">How many bytes the input has; null where nobody knows.</param>
    /// <param name="work">Does it; it is given what to call with the bytes done.</param>
    public static void Run(long? bytes, Action<Action<long>> work)
    {
        if (Console.IsErrorRedirected || bytes is not > 0)
        {
            work(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(context =>
        {
            var task = context.AddTask("scoring", maxValue: bytes.Value);
            work(done => task.Value = done);
            task.Value = bytes.Value;
        });
    }
}
