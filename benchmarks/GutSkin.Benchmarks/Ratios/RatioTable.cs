using System.Globalization;
using System.Text;

namespace GutSkin.Benchmarks;

/// <summary>The measured numbers as a Markdown table, to be committed.</summary>
internal static class RatioTable
{
    public static void Write(string file, IEnumerable<Ratio> ratios, double seconds)
    {
        var text = new StringBuilder();
        text.Append("# Targets, measured in one run\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Machine: {Machine.Name}. One run of {seconds:0} seconds of\n");
        text.Append("`dotnet run -c Release --project benchmarks/GutSkin.Benchmarks -- ratios --markdown benchmarks/results/ratios.md`.\n");
        text.Append("Absolute times drift from machine to machine and with what else runs there; ratios of one run hold.\n\n");
        text.Append("| what | measured | target | met | note |\n|---|---:|---:|---|---|\n");
        foreach (var ratio in ratios)
        {
            string target = ratio.Target is { } t ? (ratio.AtLeast ? "≥ " : "≤ ") + Number(t) : "";
            string met = ratio.Met switch { true => "yes", false => "**no**", null => "" };
            text.Append(CultureInfo.InvariantCulture, $"| {ratio.Name} | {Number(ratio.Measured)} {ratio.Unit} | {target} | {met} | {ratio.Note} |\n");
        }

        File.WriteAllText(file, text.ToString());
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 1 ? "0.####" : "0.##", CultureInfo.InvariantCulture);
}
