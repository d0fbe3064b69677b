using System.Globalization;
using GutSkin.Mutation;

// Mutation testing of an assembly that dotnet-stryker has instrumented; .ci/mutation makes it and calls this.
//   prepare BIN                                            has GutSkin.Core.dll say cheaply which changes are reached
//   run BIN LEFT_OUT CHANGES RESULTS WORKERS SECONDS       each id of CHANGES, by the test classes that reach it, the likeliest
//                                                          first, until those that passed take so long with nothing active
//   work BIN LEFT_OUT                                      what "run" starts: a question a line, an answer a line
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
return args switch
{
    ["work", var bin, var leftOut] => Worker.Run(new Trials(bin, File.ReadAllLines(leftOut))),
    ["prepare", var bin] => Instrumented.Prepare(Path.Combine(bin, "GutSkin.Core.dll")),
    ["run", var bin, var leftOut, var changes, var results, var workers, var seconds] =>
        await new Runner(bin, leftOut, results, int.Parse(workers, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture)).RunAsync(changes).ConfigureAwait(false),
    _ => 2,
};
