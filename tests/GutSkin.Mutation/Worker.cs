using System.Runtime.Loader;

namespace GutSkin.Mutation;

/// <summary>
/// A process that answers questions until its input ends: "classes"; "reach CLASS"; "try ID CLASS CLASS …". Answers begin with a mark, since tests
/// may print too.
/// </summary>
internal static class Worker
{
    public const string Mark = "\u0001";

    public static int Run(Trials trials)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(trials.Bin, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        var answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        while (Console.In.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            answers.WriteLine(Mark + Answer(trials, words));
            answers.Flush();
        }
        return 0;
    }

    private static string Answer(Trials trials, string[] words) => words switch
    {
        ["classes"] => string.Join(' ', trials.Classes()),
        ["reach", var name] => trials.Reach(name) is { } reach ? $"{reach.Milliseconds} {string.Join(' ', reach.Reached)}" : "fails",
        ["try", var id, .. var classes] => trials.Failure(classes, int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)) ?? "",
        _ => throw new ArgumentException("unknown question", nameof(words)),
    };
}
