using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;
using Xunit.Abstractions;

namespace GutSkin.Core.Tests.Consultations;

/// <summary>How long a consultation takes: what typical people with each condition are asked, from nothing to enough and to the full picture.</summary>
public class PathTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly Dictionary<string, FactorValue> Woman30 = Person(30, "female", 168, 66);

    private static readonly (string Name, Dictionary<string, FactorValue> Told)[] People =
    [
        ("woman of 30", Woman30),
        ("man of 50", Person(50, "male", 178, 84)),
        ("girl of 15", Person(15, "female", 164, 54)),
        ("boy of 3", Person(3, "male", 96, 15)),
        ("woman of 80", Person(80, "female", 160, 68)),
        ("pregnant woman of 28", new(Person(28, "female", 167, 70), StringComparer.Ordinal) { ["person.pregnant"] = FactorValue.Boolean(true) }),
    ];

    /// <summary>The goals are 6 screens until urgent signs are cleared, 18 until it is enough, 24 and 60 taps until it is full.</summary>
    [Fact]
    public void A_typical_woman_of_30_with_acne_is_done_after_as_many_screens_as_the_table_says()
    {
        var path = Walk(SkinConditions.AcneVulgaris, Woman30);
        output.WriteLine(path.Text);

        path.Urgent.Should().BeLessThanOrEqualTo(7);
        path.Enough.Should().BeLessThanOrEqualTo(18);
        path.Full.Should().BeLessThanOrEqualTo(26);
        path.Taps.Should().BeLessThanOrEqualTo(75);
    }

    [Fact]
    public void Six_people_with_each_condition_come_to_an_end()
    {
        var table = new StringBuilder("# Screens and taps, by condition and person\n\nTypical answers, from nothing; made by `PathTests` (`GUTSKIN_UPDATE=1` writes it anew). Goals: 6 screens until urgent signs are cleared, 18 until enough, 24 and 60 taps until full, an interval of 15 points at enough.\n\n| condition | person | urgent cleared | enough | full | taps | interval at enough |\n|---|---|---|---|---|---|---|\n");
        foreach (var condition in BuiltInRuleSet.Resolved.Data.Conditions.Where(c => c.Kind == ConditionKind.SkinCondition))
        {
            foreach (var (name, told) in People)
            {
                var path = Walk(condition.Id, told);
                table.Append(CultureInfo.InvariantCulture, $"| {condition.Id} | {name} | {path.Urgent} | {path.Enough} | {path.Full} | {path.Taps} | {path.Width:0.0} |\n");
                path.Full.Should().BePositive("{0}, {1}", condition.Id, name);
            }
        }

        Golden.Check(table.ToString(), "tests", "GutSkin.Core.Tests", "Consultations", "paths.md");
    }

    private static Dictionary<string, FactorValue> Person(double age, string sex, double height, double weight) => new(StringComparer.Ordinal)
    {
        ["person.age"] = FactorValue.Number(age),
        ["person.sex"] = FactorValue.Choice(sex),
        ["body.height"] = FactorValue.Number(height),
        ["body.weight"] = FactorValue.Number(weight),
    };

    /// <summary>Answers as a typical person would, until nothing is left for a full picture.</summary>
    private static Path Walk(string concern, Dictionary<string, FactorValue> person)
    {
        var told = new Dictionary<string, FactorValue>(person, StringComparer.Ordinal) { ["condition." + concern] = FactorValue.Boolean(true) };
        var text = new StringBuilder();
        var consultation = Consultation.Start(ScoringService.Default, [concern], Day);
        int screens = 0, taps = 0, urgent = 0, enough = 0, full = 0;
        double width = double.NaN;
        while (consultation.Current is { } question && !consultation.IsFull && screens < 100)
        {
            var answers = Answers(question, told);
            int tapped = question.Asks == QuestionKind.Screen ? answers.Count + 1 : question.Asks == QuestionKind.Form ? answers.Count + 1 : 1;
            screens++;
            taps += tapped;
            text.AppendLine(CultureInfo.InvariantCulture, $"{screens,3} {question.Reason,-8} {question.Asks,-6} {question.Id,-28} {question.Items.Length,2} items  gain {question.Gain:0.00}  decides {question.Decides.Length,3}  {question.Title}");
            var flags = consultation.Assessment.Triage.Unresolved.Where(u => u.Urgency == Urgency.Urgent).Select(u => u.Rule).ToHashSet(StringComparer.Ordinal);
            if (flags.Overlaps(question.Decides))
                text.AppendLine("      urgent: " + string.Join(", ", question.Decides.Where(flags.Contains)) + " of " + flags.Count);
            foreach (var item in question.Items)
                text.AppendLine(CultureInfo.InvariantCulture, $"      - {item.Question} [{item.Factor}]{(answers.TryGetValue(item.Factor, out var said) ? " -> " + said : "")}");
            consultation = answers.Count == 0 && question.Asks == QuestionKind.Screen ? consultation.NoneOfThese() : consultation.Answer(answers);
            bool cleared = !consultation.Assessment.Triage.Unresolved.Any(u => u.Urgency == Urgency.Urgent && !u.Ask.IsEmpty);
            if (urgent == 0 && cleared)
                urgent = screens;
            if (enough == 0 && consultation.IsEnough)
            {
                enough = screens;
                var score = consultation.Assessment.Condition(concern)!;
                width = (score.Interval?.High - score.Interval?.Low) ?? double.NaN;
                text.AppendLine(CultureInfo.InvariantCulture, $"    ENOUGH after {screens} screens, {taps} taps: {score.Score:0.0}, interval {score.Interval?.Low:0.0} to {score.Interval?.High:0.0}; {consultation.Progress}");
            }

            if (consultation.IsFull)
                full = screens;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"    urgent signs cleared after {urgent}, enough after {enough}, full after {full} screens, {taps} taps");
        foreach (var recommendation in consultation.Assessment.Recommendations.Where(r => r.IsSuggested).Take(8))
            text.AppendLine(CultureInfo.InvariantCulture, $"    {recommendation.Status} tier {recommendation.Tier}: {recommendation.Name}");
        text.AppendLine("    tests: " + string.Join(", ", consultation.Assessment.Tests.Select(t => t.Factor)));
        return new Path(text.ToString(), urgent, enough, full, taps, width);
    }

    private static Dictionary<string, FactorValue> Answers(NextQuestion question, Dictionary<string, FactorValue> told)
    {
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        foreach (var item in question.Items)
        {
            if (told.TryGetValue(item.Factor, out var known))
                answers[item.Factor] = known;
            else if (question.Asks != QuestionKind.Screen)
                answers[item.Factor] = Typical(item);
        }

        return answers;
    }

    private static FactorValue Typical(QuestionItem item) => item.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(false),
        FactorKind.Choice => FactorValue.Choice(item.Choices[item.Choices[0].Id == "none" ? 0 : (item.Choices.Length - 1) / 2].Id),
        FactorKind.Integer => FactorValue.Number(Math.Clamp(2, item.Min ?? 0, item.Max ?? 100)),
        _ => FactorValue.Number(Math.Clamp(2, item.Min ?? 0, item.Max ?? 100)),
    };

    private sealed record Path(string Text, int Urgent, int Enough, int Full, int Taps, double Width);
}
