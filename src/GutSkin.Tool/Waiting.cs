using Spectre.Console;

namespace GutSkin.Tool;

/// <summary>A sign of life on standard error while something takes long and nobody knows how long; nothing where that is no terminal.</summary>
internal static class Waiting
{
    /// <summary>Does something long.</summary>
    /// <param name="what">What is done, in words.</param>
    /// <param name="work">Does it.</param>
    /// <returns>What came of it.</returns>
    public static T For<T>(string what, Func<T> work)
    {
        if (Console.IsErrorRedirected)
            return work();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Spinner(Spinner.Known.Line).Start(Markup.Escape(what), _ => work());
    }
}
