using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.BuiltIn.Pages;

namespace GutSkin.Core.Tests.BuiltIn.Yardstick;

/// <summary>docs/triage-yardstick.md: what is said to the people of the 45 vignettes, beside what symptom checkers said to them.</summary>
internal static class TriageYardstickPage
{
    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    private static readonly Dictionary<string, string> Names = BuiltInRuleSet.Resolved.Data.Factors.ToDictionary(f => f.Id, f => f.Name, StringComparer.Ordinal);
    private static readonly TriageOutcome[] Emergent = Of("emergent"), NonEmergent = Of("non-emergent"), SelfCare = Of("self-care");

    public static string Text()
    {
        var page = new StringBuilder("<!-- Made from the built-in rule set by the tests; GUTSKIN_UPDATE=1 writes it anew. -->\n\n");
        page.Append("""
            # An outside yardstick for triage

            Semigran and others put 45 standardized patients to 23 symptom checkers ([BMJ 2015;351:h3480](https://doi.org/10.1136/bmj.h3480)): 15 who need
            emergent care, 15 for whom non-emergent care is reasonable, 15 for whom self care is. Here the same 45 go through the consultation of the
            built-in rule set. **This library is no symptom checker**: it asks about gut and skin, and about warning signs so far as they decide whether
            it is safe to go on. Most of these people would have no reason to open it. What comes out is printed as it is. One question was widened because of it:
            at the first reading 10 of the 15 emergent ones were told to see someone today, and a child with bloody diarrhea, whom a library about the gut must not
            miss, within two weeks. The question about bleeding names diarrhea with blood since. Nothing else was changed.

            Each vignette is read into answers to our questions *as they are worded*, never from the diagnosis and never from what only an examination shows; the
            rest of every screen is "none of these". Where the vignette does not say how bad, how much or how long, or names as a finding what somebody may have
            noticed themselves, the answer is *doubtful*: the numbers are given without and with these. The readings, and how they were made, are beside the
            tests, in `tests/GutSkin.Core.Tests/Evidence/Yardstick`. "Today" is our gravest level: from the emergency number to a doctor on the same day.

            """.ReplaceLineEndings("\n")).Append('\n');
        Counts(page);
        WithoutAFlag(page);
        WhatTheyHear(page);
        OutsideOurQuestions(page);
        Table(page, "The 15 emergent ones", Emergent);
        Table(page, "The 15 non-emergent ones", NonEmergent);
        Table(page, "The 15 for self care", SelfCare);
        return page.ToString();
    }

    /// <summary>Wilson's interval of a share, 95 %.</summary>
    public static (double Low, double High) Wilson(int of, int all)
    {
        double share = (double)of / all, square = Z * Z / all;
        double middle = (share + (square / 2)) / (1 + square);
        double half = Z * Math.Sqrt((share * (1 - share) / all) + (square / (4 * all))) / (1 + square);
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    private static TriageOutcome[] Of(string urgency) => [.. TriageVignette.Outcomes.Where(o => o.Vignette.Urgency == urgency)];

    private static void Counts(StringBuilder page)
    {
        page.Append("## In numbers\n\n| | 23 symptom checkers | this rule set | with the doubtful answers |\n|---|---|---|---|\n");
        Row(page, "**emergent: told to see someone today**", "80 % (75 to 86)", Emergent, l => l == TriageLevel.ReferUrgent);
        Row(page, "emergent: told nothing", "", Emergent, l => l == TriageLevel.None);
        Row(page, "**non-emergent: told to see someone, but not today**", "55 % (47 to 63)", NonEmergent, IsLater);
        Row(page, "non-emergent: told to see someone today", "", NonEmergent, l => l == TriageLevel.ReferUrgent);
        Row(page, "non-emergent: told nothing", "", NonEmergent, l => l == TriageLevel.None);
        Row(page, "**self care: told nothing**", "33 % (26 to 40)", SelfCare, l => l == TriageLevel.None);
        Row(page, "self care: told to see someone, but not today", "", SelfCare, IsLater);
        Row(page, "self care: told to see someone today (over-triage)", "", SelfCare, l => l == TriageLevel.ReferUrgent);
        var all = TriageVignette.Outcomes;
        page.Append(CultureInfo.InvariantCulture, $"| as the authors would have it, of all | 57 % (52 to 61) | {Share(all.Count(o => o.Fits(o.Clear.Level)), all.Count)} | {Share(all.Count(o => o.Fits(o.Doubtful.Level)), all.Count)} |\n\n");
        page.Append("""
            The intervals of the audit are over all evaluations of 23 checkers, ours (Wilson, 95 %) over 15 people and one rule set, so that most differences
            may be chance. Silence is no skill: that self care is so often "told nothing" comes of asking little about coughs, colds and backs, and the same
            silence meets those who should see a doctor with one. The checkers ask about the complaint; we ask our own questions and no other.

            """.ReplaceLineEndings("\n")).Append('\n');
    }

    private static bool IsLater(TriageLevel level) => level is TriageLevel.ReferSoon or TriageLevel.ReferRoutine;

    private static void Row(StringBuilder page, string what, string published, TriageOutcome[] group, Func<TriageLevel, bool> counts) => page.Append(
        CultureInfo.InvariantCulture,
        $"| {what} | {published} | {Share(group.Count(o => counts(o.Clear.Level)), group.Length)} | {Share(group.Count(o => counts(o.Doubtful.Level)), group.Length)} |\n");

    private static string Share(int of, int all)
    {
        var (low, high) = Wilson(of, all);
        return string.Create(CultureInfo.InvariantCulture, $"{of} of {all}: {100.0 * of / all:0} % ({100 * low:0} to {100 * high:0})");
    }

    private static void WithoutAFlag(StringBuilder page)
    {
        page.Append("## Emergent, and not told to see someone today\n\n");
        foreach (var (vignette, clear, doubtful) in Emergent.Where(o => o.Clear.Level != TriageLevel.ReferUrgent))
        {
            string then = doubtful.Level == clear.Level ? "" : $", with the doubtful answers {Level(doubtful.Level)}";
            page.Append(CultureInfo.InvariantCulture, $"- **{vignette.Diagnosis}**: {Level(clear.Level)}{then}. {vignette.Reading}{NotAsked(vignette)}\n");
        }

        page.Append('\n');
    }

    /// <summary>The urgency may be right where the cause that is named is another.</summary>
    private static void WhatTheyHear(StringBuilder page)
    {
        page.Append("## What the emergent ones are told\n\nThe urgency is what a warning sign decides, not the cause: several hear of another one than theirs.\n\n");
        var said = Emergent.SelectMany(o => o.Clear.Flags.Where(f => f.Urgency == Urgency.Urgent), (o, f) => (f.Rule, f.Message, o.Vignette.Diagnosis));
        foreach (var flag in said.GroupBy(s => s.Rule).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"- {string.Join("; ", flag.Select(f => f.Diagnosis))}: “{flag.First().Message}” (`{flag.Key}`)\n");
        page.Append('\n');
    }

    /// <summary>What is not asked, and what the product then says: read off the page that such a person gets.</summary>
    private static void OutsideOurQuestions(StringBuilder page)
    {
        page.Append("""
            ## What is not asked, and what is said then

            Coughs, sore throats, backs, urine, dizziness, leg veins, poisoning, travel, injuries, and a fever by itself are no questions of this library: they are not
            about gut or skin, and every item more is one more to read for everybody. The price of that is on this page, and so what is said must not sound like an
            all-clear. This stands first on the page of a woman of 40 who answers "none of these" except as said here. A sign of an emergency ends the questions.

            """.ReplaceLineEndings("\n")).Append('\n');
        Reads(page, "Chest pain", "symptom.chest-pain");
        Reads(page, "Slurred speech, which is asked about as a sign of sepsis and is one of stroke", "symptom.sepsis-signs");
        Reads(page, "A drooping face, a weak arm, or a swollen and painful calf: there is nothing to tick");
    }

    private static void Reads(StringBuilder page, string who, params string[] answers)
    {
        var assessment = TriageVignette.Ask(40, "female", answers.Select(a => KeyValuePair.Create(a, true))).Assessment;
        string[] sections = assessment.ToText().ReplaceLineEndings("\n").TrimEnd().Split("\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{who}:\n\n```text\n{sections[1]}\n```\n\n");
        if (answers.Length == 0)
            page.Append(CultureInfo.InvariantCulture, $"and at its end:\n\n```text\n{sections[^1]}\n```\n\n");
    }

    private static void Table(StringBuilder page, string title, TriageOutcome[] group)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| # | who | we say | answered yes | doubtful | why so, and what is not asked |\n|---:|---|---|---|---|---|\n");
        foreach (var (vignette, clear, doubtful) in group)
        {
            string then = doubtful.Level == clear.Level ? "" : $" → {Said(doubtful)}";
            page.Append(CultureInfo.InvariantCulture, $"| {vignette.Number} | {vignette.Diagnosis}; {vignette.Sex}, {Age(vignette.Age)} | {Said(clear)} | {Answers(vignette.Answers)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Answers(vignette.Doubtful)}{then} | {PageText.Cell(vignette.Reading + NotAsked(vignette))} |\n");
        }

        page.Append('\n');
    }

    private static string Age(double years) => years < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(12 * years)} months")
        : years.ToString(CultureInfo.InvariantCulture);

    private static string NotAsked(TriageVignette vignette) => vignette.NotAsked.Length == 0 ? "" : $" *Not asked:* {vignette.NotAsked}.";

    private static string Answers(IReadOnlyDictionary<string, bool> answers) =>
        PageText.Cell(string.Join("; ", answers.Select(a => a.Value ? Names[a.Key] : $"{Names[a.Key]}: no")));

    private static string Said(Triage triage) => triage.Flags.IsEmpty
        ? Level(triage.Level)
        : $"**{Level(triage.Level)}**: {string.Join(", ", triage.Flags.Select(f => $"`{f.Rule}`"))}";

    private static string Level(TriageLevel level) => level switch
    {
        TriageLevel.ReferUrgent => "today",
        TriageLevel.ReferSoon => "soon",
        TriageLevel.ReferRoutine => "routine",
        _ => "nothing",
    };
}
