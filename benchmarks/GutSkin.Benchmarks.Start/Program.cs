using System.Diagnostics;
using System.Globalization;
using GutSkin.Benchmarks;

// What the first assessment takes in a fresh process; with "empty" nothing is assessed, to be taken off the time of the whole process.
if (args is ["empty"])
    return 0;
long began = Stopwatch.GetTimestamp();
int result = FirstAssessment.Run();
double first = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
began = Stopwatch.GetTimestamp();
FirstAssessment.Run();
double second = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first:0.0} ms, second {second:0.00} ms"));
return result;
