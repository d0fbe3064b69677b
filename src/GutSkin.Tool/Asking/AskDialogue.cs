using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>A consultation in a terminal: draws each page from the library's values alone, one question at a time.</summary>
internal sealed class AskDialogue(AskLine line, TextWriter output, AskWords words, RuleSetWords names, ResolvedRuleSet rules)
{
    private bool heardEnough;
    private TriageLevel shown;

    /// <summary>Asks until nothing is left, or the person stops.</summary>
    /// <param name="consultation">A consultation at its beginning.</param>
    /// <returns>The consultation with all that was said, and whether it was stopped before its end.</returns>
    public (Consultation Consultation, bool Stopped) Run(Consultation consultation)
    {
        output.WriteLine(words.Welcome);
        output.WriteLine(words.Commands);
        while (true)
        {
            if (consultation.Opening is { } opening)
            {
                if (Open(consultation, opening) is not { } begun)
                    return (consultation, true);
                consultation = begun;
                continue;
            }

            ShowWhatIsUrgent(consultation.Assessment.Triage);
            if (consultation.Current is not { } question)
                return (consultation, false);
            if (consultation.IsEnough && !heardEnough)
            {
                heardEnough = true;
                bool goesOn = false;
                output.WriteLine();
                output.WriteLine(words.Enough);
                var said = line.Ask(words.YesNo, text => YesNo(text, out goesOn));
                if (said == Said.Back)
                {
                    consultation = Back(consultation);
                    continue;
                }

                if (!goesOn)
                    return (consultation, false);
            }

            if (Page(consultation, question) is not { } next)
                return (consultation, true);
            consultation = next;
        }
    }

    private void ShowWhatIsUrgent(Triage triage)
    {
        if (triage.Level == shown)
            return;
        shown = triage.Level;
        output.WriteLine();
        foreach (var flag in triage.Flags)
            output.WriteLine($"! {flag.Message}");
    }

    /// <summary>The start page, as one step of the consultation; null = stop.</summary>
    private Consultation? Open(Consultation consultation, ConsultationOpening opening)
    {
        List<OpeningConcern> concerns = [.. opening.Concerns], chosen = [], told = [];
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        List<OpeningConcern> Named() => [.. chosen.Where(c => c.Presence is not null)];
        List<(Func<bool>, Func<Said>)> steps =
        [
            (() => true, () => Choose(opening.Question, concerns, words.NoneIsAll, picked => chosen = picked)),
            (() => Named().Count > 0, () => Choose(opening.ToldQuestion, Named(), words.NoneOfThese, picked => told = picked)),
            .. opening.Items.Select(item => ((Func<bool>)(() => true), (Func<Said>)(() => Item(item, null, value => answers[item.Factor] = value)))),
        ];
        if (!Walk(steps, out bool back))
            return null;
        if (back)
            return Back(consultation);
        told.RemoveAll(t => !chosen.Contains(t));
        return consultation.Begin(chosen.Select(c => c.Condition), told.Select(c => c.Condition), answers).GetValueOrThrow();
    }

    private Said Choose(string question, List<OpeningConcern> among, string none, Action<List<OpeningConcern>> chosen)
    {
        Head(question, [.. among.Select(c => c.Name)]);
        return line.Ask($"{words.Several}; {none}", text =>
        {
            if (AskLine.Numbers(text, among.Count) is not { } numbers)
                return words.NotOneOfThese;
            chosen([.. numbers.Where(n => n > 0).Select(n => among[n - 1])]);
            return null;
        });
    }

    /// <summary>A page; null = stop.</summary>
    private Consultation? Page(Consultation consultation, NextQuestion question)
    {
        output.WriteLine();
        output.WriteLine(words.Progress(consultation.Progress.Asked, consultation.IsEnough ? consultation.Progress.ToFull : consultation.Progress.ToEnough));
        return question.Asks == QuestionKind.Screen ? ScreenPage(consultation, question) : FormPage(consultation, question);
    }

    private Consultation? ScreenPage(Consultation consultation, NextQuestion question)
    {
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        Head(question.Title, [.. question.Items.Select(i => i.Hint is null ? i.Question : $"{i.Question} ({i.Hint})")]);
        var said = line.Ask(
            $"{words.Several}; {words.NoneOfThese}",
            text =>
            {
                if (AskLine.Numbers(text, question.Items.Length) is not { } numbers)
                    return words.NotOneOfThese;
                foreach (int n in numbers.Where(n => n > 0))
                    answers[question.Items[n - 1].Factor] = true;
                return null;
            },
            consultation.Why);
        return said switch
        {
            Said.Answer => answers.Count == 0 ? consultation.NoneOfThese() : consultation.Answer(answers),
            Said.Back => Back(consultation),
            Said.PreferNotToSay => consultation.Decline(),
            Said.Skip => consultation.Skip(),
            _ => null,
        };
    }

    private Consultation? FormPage(Consultation consultation, NextQuestion question)
    {
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        var declined = new HashSet<string>(StringComparer.Ordinal);
        if (question.Items is not [{ } only] || only.Question != question.Title)
            output.WriteLine(question.Title);
        var steps = question.Items.Select(item => ((Func<bool>)(() => true), (Func<Said>)(() =>
        {
            answers.Remove(item.Factor);
            declined.Remove(item.Factor);
            var said = Item(item, consultation.Why, value => answers[item.Factor] = value);
            if (said == Said.PreferNotToSay)
                declined.Add(item.Factor);
            return said;
        }))).ToList();
        if (!Walk(steps, out bool back))
            return null;
        return back ? Back(consultation)
            : declined.Count == question.Items.Length ? consultation.Decline()
            : answers.Count == 0 ? consultation.Skip()
            : consultation.Answer(answers);
    }

    /// <summary>Takes steps one after the other, and back, over those that have nothing to ask; false = stop.</summary>
    private static bool Walk(List<(Func<bool> Applies, Func<Said> Ask)> steps, out bool back)
    {
        back = false;
        int direction = 1;
        for (int at = 0; at < steps.Count; at += direction)
        {
            if (at < 0)
            {
                back = true;
                return true;
            }

            if (!steps[at].Applies())
                continue;
            var said = steps[at].Ask();
            if (said == Said.Stop)
                return false;
            direction = said == Said.Back ? -1 : 1;
        }

        return true;
    }

    private Consultation Back(Consultation consultation)
    {
        if (!consultation.CanGoBack)
            output.WriteLine(words.NothingBefore);
        return consultation.Back();
    }

    private Said Item(QuestionItem item, string? why, Action<FactorValue> answered)
    {
        Head(item.Hint is null ? item.Question : $"{item.Question} ({item.Hint})", [.. item.Choices.Select(c => c.Label)]);
        var factor = rules.FindFactor(item.Factor)!;
        return line.Ask(
            Prompt(item),
            text =>
            {
                string meant = text;
                if (item.Kind == FactorKind.Choice && AskLine.Numbers(text, item.Choices.Length) is [var n and > 0])
                    meant = item.Choices[n - 1].Id;
                else if (item.Kind == FactorKind.Boolean && YesNo(text, out bool yes) is null)
                    meant = yes ? "yes" : "no";
                else if (item.Kind is FactorKind.Boolean)
                    return words.NotYesNo;
                else if (item.Kind == FactorKind.Choice)
                    return words.NotOneOfThese;
                var parsed = FactorAnswers.Parse(factor, meant, names);
                if (parsed.Value is not { } value)
                    return string.Join(' ', parsed.Diagnostics.Select(d => d.Hint is null ? d.Message : $"{d.Message} {d.Hint}"));
                answered(value);
                return null;
            },
            why);
    }

    private string Prompt(QuestionItem item) => item.Kind switch
    {
        FactorKind.Boolean => words.YesNo,
        FactorKind.Choice => words.One,
        _ => string.Join(
            ", ",
            new[] { words.Number, item.UnitLabel ?? item.Unit, item is { Min: { } low, Max: { } high } ? words.Between(Text(low), Text(high)) : null }.Where(t => !string.IsNullOrEmpty(t))),
    };

    private string? YesNo(string text, out bool yes)
    {
        yes = words.Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        return yes || words.No.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : words.NotYesNo;
    }

    private void Head(string title, IReadOnlyList<string> choices)
    {
        output.WriteLine();
        output.WriteLine(title);
        for (int i = 0; i < choices.Count; i++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1,2}  {choices[i]}"));
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
