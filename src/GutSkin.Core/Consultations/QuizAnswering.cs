using System.Collections.Immutable;
using GutSkin.Core.Assessments.Building;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Consultations;

/// <summary>Turns what a person answered in a quiz into a profile. No message holds what was answered.</summary>
internal sealed class QuizAnswering(Quiz quiz, ResolvedRuleSet ruleSet, DateOnly? asOf)
{
    private readonly PersonProfileBuilder profile = PersonProfile.Create().AsOf(asOf);
    private readonly Dictionary<string, Observation> said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>?> screened = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> faults = [];

    public ReadResult<PersonProfile> Read(IEnumerable<KeyValuePair<string, string>> answers)
    {
        foreach (var (id, text) in answers)
        {
            if (quiz.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
                Fault(DiagnosticCodes.NotAsked, id, $"The quiz has no question {Quoting.Quote(id)}.", Ids.HintFor(id, quiz.Questions.Select(q => q.Id)) ?? $"It has: {string.Join(", ", quiz.Questions.Select(q => q.Id))}.");
            else if (text.Trim() is { Length: > 0 } written)
                Read(question, written);
        }

        foreach (var (screen, items) in screened)
        {
            if (items is { } shown)
                profile.Screened(screen, shown);
            else
                profile.Screened(screen);
        }

        var built = profile.Build();
        if (faults.Count == 0)
            ProfileChecker.Check(built, ruleSet.Index, ignoreUnknownFactors: false, faults);
        return new ReadResult<PersonProfile>(faults.Count == 0 ? built : null, [.. faults]);
    }

    private void Read(QuizQuestion question, string text)
    {
        if (question.Factor is not { } id)
        {
            if (question.Answers.FirstOrDefault(a => a.Id == text) is { } answer)
                Take(question, answer.Says);
            else
                Fault(DiagnosticCodes.WrongKind, question.Id, $"The answer to '{question.Id}' is none of its answers.", $"Answers: {string.Join(", ", question.Answers.Select(a => a.Id))}.");
            return;
        }

        if (!ruleSet.Index.Factors.TryGetValue(id, out var factor))
        {
            Fault(DiagnosticCodes.UnknownFactor, question.Id, $"There is no factor {Quoting.Quote(id)}.", Ids.HintFor(id, ruleSet.Index.Factors.Keys));
            return;
        }

        var item = QuestionTexts.ItemOf(factor, new RuleSetWords(ruleSet));
        if (AnswerText.Value(item, text, WordTable.For(null)) is { } value)
            Take(question, PersonProfile.Create().With(id, value, question.Unit).Build());
        else
            Fault(DiagnosticCodes.WrongKind, question.Id, $"The answer to '{question.Id}' cannot be read.", AnswerText.Expected(item, WordTable.For(null)));
    }

    private void Take(QuizQuestion question, PersonProfile says)
    {
        profile.ConcernedAbout([.. says.Concerns]);
        foreach (var answer in says.Screened)
        {
            // A screen without items was shown whole; of two answers that name some, it showed both.
            screened[answer.Screen] = !screened.TryGetValue(answer.Screen, out var before) ? answer.Items
                : before is { } shown && answer.Items is { } more ? [.. shown.Union(more, StringComparer.Ordinal)]
                : null;
        }

        foreach (var (factor, observation) in says.Observations)
        {
            if (!said.TryAdd(factor, observation) && said[factor] != observation)
            {
                Fault(DiagnosticCodes.QuizContradicts, question.Id, $"Two answers of the quiz say different things of '{factor}'.", "Ask the person which of the two it is.");
                continue;
            }

            if (observation.Value is { } value)
                profile.With(factor, value, observation.Unit, observation.On, observation.Source);
            else
                profile.Declined(factor, observation.On, observation.Source);
        }
    }

    private void Fault(string code, string question, string message, string? hint) => faults.Add(new Diagnostic
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Path = PathText.Append("$", [question]),
        Message = message,
        Hint = hint,
    });
}
