using GutSkin.Core;
using GutSkin.Fhir.Questionnaires;
using GutSkin.Fhir.Reading;
using Hl7.Fhir.Model;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir;

/// <summary>
/// A consultation as an SDC adaptive questionnaire: <c>Questionnaire/$next-question</c> takes a QuestionnaireResponse with what was asked and
/// answered so far, and gives it back with the next question in its contained Questionnaire, or completed. Nothing is kept in between.
/// </summary>
public static class AdaptiveQuestionnaire
{
    /// <summary>The id of the adaptive questionnaire; its address is <see cref="Canonicals.Questionnaire"/> with it.</summary>
    public const string Id = "consultation";

    private const string Adaptive = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-questionnaireAdaptive";

    /// <summary>The questionnaire to start from: no question of its own, and the mark that says that it is adaptive.</summary>
    /// <param name="scoring">The service that decides what is asked.</param>
    /// <param name="culture">The language; null = English.</param>
    /// <returns>A Questionnaire that is valid R4.</returns>
    public static R4.Questionnaire Definition(IScoringService scoring, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        var questionnaire = QuestionnaireMaker.Empty(scoring.RuleSet, Id, "Consultation", culture);
        questionnaire.Extension.Add(new R4.Extension(Adaptive, new R4.FhirBoolean(true)));
        return questionnaire;
    }

    /// <summary>The next question.</summary>
    /// <param name="response">
    /// The response so far; for the first question one without items. Its <c>authored</c> is the day. The concerns may be answered first, as
    /// the item <c>concerns</c> with codes of <see cref="Canonicals.Condition"/>.
    /// </param>
    /// <param name="scoring">The service that decides what is asked.</param>
    /// <param name="untilFull">Whether to go on after enough is known, until the picture is full.</param>
    /// <param name="culture">The language; null = English.</param>
    /// <returns>
    /// A new response with all items so far and those of the next question, in progress; or completed, where nothing is left to ask or
    /// enough is known. Or what is wrong with the response.
    /// </returns>
    public static ReadResult<R4.QuestionnaireResponse> Next(R4.QuestionnaireResponse response, IScoringService scoring, bool untilFull = false, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(scoring);
        var next = (R4.QuestionnaireResponse)response.DeepCopy();
        if (next.Questionnaire is not null && !next.Questionnaire.StartsWith('#') && next.Questionnaire.Split('|')[0] != Canonicals.Questionnaire + Id)
            return ReadResult.Failed<R4.QuestionnaireResponse>([Faults.Document(FhirDiagnostics.WrongType, "The response is not to this questionnaire.", null, $"Its questionnaire is {Canonicals.Questionnaire}{Id}.")]);
        var asked = next.Contained.OfType<R4.Questionnaire>().FirstOrDefault();
        if (asked is null)
        {
            asked = Definition(scoring, culture);
            asked.Id = "asked";
            asked.DerivedFrom = [Canonicals.Questionnaire + Id];
            asked.Text = null; // A contained resource has no narrative of its own.
            next.Contained.Add(asked);
        }

        next.Questionnaire = $"#{asked.Id}";
        var read = Read(next, asked, scoring);
        if (!read.Success)
            return ReadResult.Failed<R4.QuestionnaireResponse>(read.Diagnostics);
        var faults = scoring.Check(read.Value.Profile);
        if (!faults.IsEmpty)
            return ReadResult.Failed<R4.QuestionnaireResponse>(faults);
        Ask(next, asked, read.Value.Profile, scoring, untilFull, culture);
        return ReadResult.Of(next, read.Diagnostics);
    }

    private static ReadResult<FhirIntake> Read(R4.QuestionnaireResponse response, R4.Questionnaire asked, IScoringService scoring)
    {
        var copy = (R4.QuestionnaireResponse)response.DeepCopy();
        copy.Contained.Clear();
        copy.Questionnaire = $"{Canonicals.Questionnaire}{Id}|{asked.Version}";
        copy.Status = R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed;
        copy.Meta = null;
        return FhirReader.Read([copy], scoring.RuleSet, new FhirReadOptions { AsOf = Moment.Read(response.Authored)?.Day });
    }

    private static void Ask(R4.QuestionnaireResponse response, R4.Questionnaire asked, PersonProfile profile, IScoringService scoring, bool untilFull, string? culture)
    {
        var shown = Links(asked.Item).ToHashSet(StringComparer.Ordinal);
        if (shown.Add("opening") && profile.Concerns.IsEmpty && profile.Observations.Count == 0)
        {
            var opening = Consultation.Start(scoring, [], options: new AssessmentOptions { Culture = culture }).Opening!;
            Add(response, asked, Opening(opening, scoring, culture));
            return;
        }

        var consultation = Consultation.Start(scoring, profile, new AssessmentOptions { Culture = culture });
        // What was shown and left open is put aside: nobody is asked twice.
        while (consultation.Current is { } question && question.Items.All(i => shown.Contains(i.Factor)))
            consultation = consultation.Skip();
        if (consultation.Current is not { } next || (consultation.IsEnough && !untilFull))
        {
            response.Status = R4.QuestionnaireResponse.QuestionnaireResponseStatus.Completed;
            return;
        }

        var maker = new QuestionnaireMaker(scoring.RuleSet, culture);
        var items = next.Items.Select(i => i.Factor).Where(f => !shown.Contains(f)).ToList();
        var group = new R4.Questionnaire.ItemComponent
        {
            LinkId = $"page:{asked.Item.Count}:{next.Id}", Text = next.Title, Type = R4.Questionnaire.QuestionnaireItemType.Group,
            Item = maker.Items(items, new EnableWhen(scoring.RuleSet, new HashSet<string>())),
        };
        if (next.Asks == QuestionKind.Screen && !shown.Contains(next.Id + Canonicals.NoneOfThese))
            group.Item.Add(QuestionnaireMaker.None(next.Id, culture));
        Add(response, asked, group);
    }

    private static R4.Questionnaire.ItemComponent Opening(ConsultationOpening opening, IScoringService scoring, string? culture)
    {
        var concerns = new R4.Questionnaire.ItemComponent
        {
            LinkId = Canonicals.Concerns, Text = opening.Question, Type = R4.Questionnaire.QuestionnaireItemType.Choice, Repeats = true,
            AnswerOption = [.. opening.Concerns.Select(c => new R4.Questionnaire.AnswerOptionComponent { Value = new R4.Coding(Canonicals.Condition, c.Condition, c.Name) })],
        };
        var items = new QuestionnaireMaker(scoring.RuleSet, culture).Items(opening.Items.Select(i => i.Factor), new EnableWhen(scoring.RuleSet, new HashSet<string>()));
        return new R4.Questionnaire.ItemComponent
        {
            LinkId = "opening", Text = opening.Title, Type = R4.Questionnaire.QuestionnaireItemType.Group, Item = [concerns, .. items],
        };
    }

    /// <summary>Adds a page to both: the questions to the questionnaire, an empty place for the answers to the response.</summary>
    private static void Add(R4.QuestionnaireResponse response, R4.Questionnaire asked, R4.Questionnaire.ItemComponent page)
    {
        asked.Item.Add(page);
        response.Item.Add(new R4.QuestionnaireResponse.ItemComponent { LinkId = page.LinkId, Text = page.Text });
        response.Status = R4.QuestionnaireResponse.QuestionnaireResponseStatus.InProgress;
    }

    private static IEnumerable<string> Links(List<R4.Questionnaire.ItemComponent> items) => items.SelectMany(i => Links(i.Item).Append(i.LinkId!));
}
