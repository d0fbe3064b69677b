using System.Globalization;
using System.Text;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>The page of instruments is made from the definitions; GUTSKIN_UPDATE=1 writes it anew.</summary>
public sealed class InstrumentsPageTests
{
    private const string Begin = """"
        # Instruments

        Severity scores and questionnaire totals, `GutSkin.Core.Instruments`. Each has a class of its own with a typed input, its formula and its
        numbered sources (`Easi`, `Scorad` …), and all can be driven by id (`InstrumentCatalog`, `gutskin instrument`). Both ways run one formula,
        in decimals, so that no total falls off the edge of a band. What is measured is shown beside an index and never mixed with it.
        It is a measure, not a diagnosis, and no wording of a questionnaire is part of this library.

        ```csharp
        var answers = new PoemInput(Itch: 4, SleepDisturbed: 3, Bleeding: 1, Weeping: 1, Cracked: 2, Flaking: 2, DryRough: 4);
        var score = Poem.Score(answers).GetValueOrThrow();
        Console.WriteLine($"{score.Score} {score.Band} ({score.BandSet})"); // 17 severe (charman-2013)

        var poem = InstrumentCatalog.Find("poem").GetValueOrThrow();
        var later = poem.Read("""
            { "itch": 2, "sleepDisturbed": 1, "bleeding": 0, "weeping": 0, "cracked": 1, "flaking": 1, "dryRough": 2 }
            """).GetValueOrThrow();
        Console.WriteLine(InstrumentChange.Between(score, later).Verdict); // Improved
        ```

        - **Bands** have the id of their set, because several are in use; the first is taken unless another is named. *Not verified* = no source was
          seen that states them.
        - **A missing answer** is never guessed: there is no score. In JSON `null` is a missing answer.
        - **Change**: `InstrumentChange.Between(before, after)` is `Improved`, `Worse` or `WithinNoise` by a published minimal important difference, and
          `NotJudged` where none was seen. A difference that is a part of the start is published for a fall; a rise is held against the same fall
          seen backwards.
        - **As an answer**: the totals of some are a factor's; `score.Observation` has its id, value and unit.

        ## Diaries

        `SeverityDiary` compares the days with something and the days without (an N-of-1 trial): the difference, its 95 % interval, and how much neighboring
        days resemble each other, which widens it. The formulas are cited at `PhaseComparison`. Where the diary carries no answer it is `CannotTell` with its
        reasons: too few days, one change only (whatever else changed then looks the same: go back, and on again), or a difference that chance explains.

        ```csharp
        var first = new DateOnly(2026, 3, 2);
        double[] severities = [8, 7, 9, 8, 7, 9, 8, 3, 4, 2, 3, 4, 2, 3, 8, 9, 7, 8, 9, 7, 8];
        var diary = SeverityDiary.Of(severities.Select((severity, day) =>
            new DiaryEntry(first.AddDays(day), severity, day / 7 == 1 ? DiaryPhase.On : DiaryPhase.Off))).GetValueOrThrow();
        Console.WriteLine(diary.Compare(new PhaseOptions { MinimalDifference = 3 }).Verdict); // LowerWith
        ```

        `FoodDiary` looks at many foods at once and never names a cause. The most it says is `WorthATrial`: days with the food were worse than chance
        explains, all foods considered. Foods that always come together are not told apart.

        ## The nineteen

        Made from the definitions; `GUTSKIN_UPDATE=1 dotnet test` writes it anew. Sources are evidence ids of the built-in rule set, listed in
        [evidence/sources.md](evidence/sources.md).


        """";

    [Fact]
    public void The_page_says_what_the_definitions_say() => Golden.Check(Page(), "docs", "instruments.md");

    // What the two examples of the page print.
    [Fact]
    public void The_examples_of_the_page_print_what_it_says()
    {
        var score = Poem.Score(new PoemInput(Itch: 4, SleepDisturbed: 3, Bleeding: 1, Weeping: 1, Cracked: 2, Flaking: 2, DryRough: 4)).GetValueOrThrow();
        var later = InstrumentCatalog.Find("poem").GetValueOrThrow().Read("""
            { "itch": 2, "sleepDisturbed": 1, "bleeding": 0, "weeping": 0, "cracked": 1, "flaking": 1, "dryRough": 2 }
            """).GetValueOrThrow();
        double[] severities = [8, 7, 9, 8, 7, 9, 8, 3, 4, 2, 3, 4, 2, 3, 8, 9, 7, 8, 9, 7, 8];
        var diary = SeverityDiary.Of(severities.Select((severity, day) =>
            new DiaryEntry(new DateOnly(2026, 3, 2).AddDays(day), severity, day / 7 == 1 ? DiaryPhase.On : DiaryPhase.Off))).GetValueOrThrow();

        string[] printed =
        [
            $"{score.Score} {score.Band} ({score.BandSet})",
            $"{InstrumentChange.Between(score, later).Verdict}",
            $"{diary.Compare(new PhaseOptions { MinimalDifference = 3 }).Verdict}",
        ];
        printed.Should().OnlyContain(line => Begin.Contains($"// {line}\n", StringComparison.Ordinal));
    }

    private static string Page()
    {
        var page = new StringBuilder(Begin);
        page.Append("| instrument | filled in by | range | bands | minimal important difference | sources | license |\n|---|---|---|---|---|---|---|\n");
        foreach (var instrument in InstrumentCatalog.All)
        {
            string[] cells =
            [
                $"`{instrument.Id}`<br>{instrument.Name}",
                instrument.Assessor,
                Range(instrument),
                string.Join("<br>", instrument.BandSets.Select(Bands)),
                instrument.Differences.IsEmpty ? "none seen" : string.Join("<br>", instrument.Differences.Select(Difference)),
                string.Join(", ", instrument.References.Select(r => $"[{r}](evidence/sources.md#{r})")),
                instrument.License,
            ];
            page.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        page.Append("\n## Items\n\nAll are required unless it says *optional*; a form is one of several ways to fill an instrument in.\n\n| instrument | items | formula | missing items |\n|---|---|---|---|\n");
        foreach (var instrument in InstrumentCatalog.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{instrument.Id}` | {Items(instrument)} | {instrument.Formula}{(instrument.Factor is { } f ? $"; answers `{f}`" : "")} | {instrument.MissingItems} |\n");

        page.Append("\n## What can be wrong\n\n| code | severity | meaning | what to do |\n|---|---|---|---|\n");
        foreach (var code in InstrumentDiagnostics.All)
            page.Append(CultureInfo.InvariantCulture, $"| {code.Code} | {(code.Severity == DiagnosticSeverity.Error ? "error" : "warning")} | {code.Meaning} | {code.Remedy} |\n");
        return page.ToString();
    }

    private static string Range(Instrument instrument)
    {
        string range = instrument.Max is { } max ? string.Create(CultureInfo.InvariantCulture, $"{instrument.Min} to {max}") : string.Create(CultureInfo.InvariantCulture, $"from {instrument.Min} up");
        return instrument.Resolution is { } step ? string.Create(CultureInfo.InvariantCulture, $"{range}, by {step}") : range;
    }

    private static string Bands(BandSet set) =>
        $"`{set.Id}`: {set}{(set.Bands.All(b => b.IsVerified) ? "" : $" (not verified: {string.Join(", ", set.Bands.Where(b => !b.IsVerified).Select(b => b.Label))})")}{(set.Note is { } note ? ". " + note.TrimEnd('.') : "")}";

    private static string Difference(MinimalDifference difference) =>
        $"{difference}{(difference.MeasurementError is { } error ? string.Create(CultureInfo.InvariantCulture, $", measurement error {error}") : "")}: {difference.Population} ({string.Join(", ", difference.Sources)})";

    // Items that may be the same numbers share a line.
    private static string Items(Instrument instrument) => string.Join("<br>", instrument.Items
        .GroupBy(i => $"{i.Allowed}{(i.IsRequired ? "" : ", optional")}{(i.InsteadOf is null ? "" : ", instead of the area score")}{(i.Form is { } form ? $" (form: {form})" : "")}")
        .Select(g => $"{string.Join(", ", g.Select(i => $"`{i.Id}`"))}: {g.Key}"));
}
