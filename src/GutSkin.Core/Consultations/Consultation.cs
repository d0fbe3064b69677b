using System.Collections.Immutable;
using GutSkin.Core.Consultations;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// A consultation: one question after the other, until enough is known and, for who wants it, the full picture. An immutable value:
/// every answer gives a new one, so that going back, trying out and saving cost nothing. The same steps give the same consultation;
/// its assessment is that of its profile, in whatever order the answers came. Holds health data: <see cref="ToString"/> shows counts.
/// </summary>
/// <example>
/// <code>
/// var consultation = Consultation.Start(ScoringService.Default, [SkinConditions.Rosacea], new DateOnly(2026, 11, 20));
/// while (consultation.Current is { } page &amp;&amp; !consultation.IsEnough)
///     consultation = page.Asks == QuestionKind.Screen ? consultation.NoneOfThese() : consultation.Skip();
/// Console.WriteLine(consultation.Back().Progress);
/// Console.WriteLine(consultation.Assessment.ToText());
/// </code>
/// </example>
public sealed class Consultation
{
    private readonly ConsultationGround ground;
    private readonly Consultation? before;
    private readonly ConsultationStep? step;
    private readonly ImmutableHashSet<string> leftOpen;
    private ConsultationState? state;
    private ConsultationOpening? opening;

    internal Consultation(ConsultationGround ground, PersonProfile known)
    {
        this.ground = ground;
        Profile = known;
        leftOpen = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    }

    private Consultation(Consultation before, ConsultationStep step, PersonProfile profile)
    {
        ground = before.ground;
        this.before = before;
        this.step = step;
        Profile = profile;
        leftOpen = before.leftOpen.Union(step.LeftOpen);
    }

    /// <summary>What is known so far; what was put aside is in it as little as what was never asked.</summary>
    public PersonProfile Profile { get; }

    /// <summary>The assessment of <see cref="Profile"/>.</summary>
    public Assessment Assessment => State.Assessment;

    /// <summary>What to ask now, with the items that are still open; null where nothing is left.</summary>
    public NextQuestion? Current => State.Current;

    /// <summary>
    /// The start page, where nothing is known and nothing was answered yet: concerns, "has a doctor told you so?", age and sex at once.
    /// <see cref="Begin"/> answers it. An app with its own beginning goes straight to <see cref="Current"/>. Null from then on.
    /// </summary>
    public ConsultationOpening? Opening => before is null && Profile.Concerns.IsEmpty && Profile.Screened.IsEmpty && Profile.Observations.Count == 0
        ? opening ??= ConsultationOpening.Of(ground)
        : null;

    /// <summary>Why it is asked, in a sentence; null where nothing is left.</summary>
    public string? Why => Current?.Reason switch
    {
        null => null,
        QuestionReason.Urgent => Language.WhyUrgent,
        QuestionReason.Concern => Language.WhyConcern,
        QuestionReason.Soon => Language.WhySoon,
        QuestionReason.Score => Language.WhyScore,
        QuestionReason.Safety => Language.WhySafety,
        QuestionReason.Advice => Language.WhyAdvice,
        QuestionReason.Core => Language.WhyCore,
        _ => Language.WhyCaution,
    };

    /// <summary>How far it has come.</summary>
    public ConsultationProgress Progress => State.Progress;

    /// <summary>Whether nothing is left that would decide what is urgent, soon or safe, or change a score much. What was put aside counts as left.</summary>
    public bool IsEnough => Assessment.Enough;

    /// <summary>Whether nothing is left, besides, that would change the advice or belongs to the full picture.</summary>
    public bool IsFull => Assessment.Full;

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanGoBack => before is not null;

    internal ConsultationGround Ground => ground;

    internal PersonProfile Known => before is null ? Profile : before.Known;

    /// <summary>The steps so far, in order.</summary>
    internal IEnumerable<ConsultationStep> Steps
    {
        get
        {
            var steps = new Stack<ConsultationStep>();
            for (var at = this; at.step is not null; at = at.before!)
                steps.Push(at.step);
            return steps;
        }
    }

    private WordTable Language => Assessment.Words ?? WordTable.For(ground.Options.Culture);

    private ConsultationState State => state ??= ConsultationState.Of(ground, Profile, leftOpen, before?.Progress);

    /// <summary>Starts a consultation.</summary>
    /// <param name="scoring">The service that assesses; its rule set is that of the whole consultation.</param>
    /// <param name="concerns">The ids of the conditions that brought the person here; empty = all skin conditions.</param>
    /// <param name="asOf">The day; null = no answer is ever too old. The library reads no clock.</param>
    /// <param name="options">How assessments are made, for example in which language; null = the defaults.</param>
    /// <returns>A consultation before its first question; without concerns it has an <see cref="Opening"/>.</returns>
    /// <exception cref="InvalidInputException">There is no such condition.</exception>
    public static Consultation Start(
        IScoringService scoring, IEnumerable<string> concerns, DateOnly? asOf = null, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(concerns);
        return Start(scoring, PersonProfile.Create().ConcernedAbout([.. concerns]).AsOf(asOf).Build(), options);
    }

    /// <summary>Starts a consultation with somebody of whom something is known already.</summary>
    /// <param name="scoring">The service that assesses; its rule set is that of the whole consultation.</param>
    /// <param name="known">What is known.</param>
    /// <param name="options">How assessments are made, for example in which language; null = the defaults.</param>
    /// <returns>A consultation before its first question.</returns>
    /// <exception cref="InvalidInputException">The profile has errors; it carries all of them.</exception>
    public static Consultation Start(IScoringService scoring, PersonProfile known, AssessmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(known);
        var ground = new ConsultationGround(scoring, options ?? AssessmentOptions.Default);
        var faults = scoring.Check(known, ground.Options);
        return faults.IsEmpty ? new Consultation(ground, known) : throw new InvalidInputException(faults);
    }

    /// <summary>Reads a saved consultation. What the rule set in force does not have any more is left out, with a warning for each.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <param name="scoring">The service that assesses from now on.</param>
    /// <param name="options">How assessments are made; null = in the language in which it was saved.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The consultation with what was left out, or everything that is wrong with the text.</returns>
    public static ReadResult<Consultation> Read(string json, IScoringService scoring, AssessmentOptions? options = null, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(scoring);
        return ConsultationReader.Read(json, scoring, options, file);
    }

    /// <summary>Writes the consultation with all its steps, to go on later. It holds health data: keep it where the person decides.</summary>
    /// <returns>Indented JSON with line feeds, ending in one; the same consultation gives the same text.</returns>
    public string ToJson() => ConsultationWriter.Write(this);

    /// <summary>Answers the start page, as one step that <see cref="Back"/> takes back.</summary>
    /// <param name="concerns">The ids of the conditions that brought the person here; empty = all skin conditions.</param>
    /// <param name="told">
    /// The ids of the conditions of which the person says that a doctor has named them, or that they are sure; those that are not among
    /// them count as no. Null = the page did not ask.
    /// </param>
    /// <param name="answers">Answers to the other items of the page, by id; null or left out = not answered, and asked again later.</param>
    /// <returns>The consultation after it, or everything that is wrong with the answers.</returns>
    /// <exception cref="InvalidOperationException">There is no start page any more.</exception>
    public ReadResult<Consultation> Begin(
        IEnumerable<string> concerns, IEnumerable<string>? told = null, IReadOnlyDictionary<string, FactorValue>? answers = null)
    {
        ArgumentNullException.ThrowIfNull(concerns);
        var page = Opening ?? throw new InvalidOperationException("The start page stands before the first answer. Use Change to change an answer, or Back.");
        return OpeningAnswers.Read(ground, page, [.. concerns], told?.ToList(), answers) is var (next, faults) && faults.IsEmpty
            ? new ReadResult<Consultation>(After(next), [])
            : new ReadResult<Consultation>(null, faults);
    }

    /// <summary>Answers the current question. Of a screen, the items that are not given are no; of a form, they stay open and are not asked again.</summary>
    /// <param name="answers">Answers by the id of the item, each in the factor's own unit.</param>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidInputException">An answer does not fit its item, or was not asked for.</exception>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public Consultation Answer(IReadOnlyDictionary<string, FactorValue> answers) => TryAnswer(answers).GetValueOrThrow();

    /// <summary>Answers one item of the current question; see <see cref="Answer(IReadOnlyDictionary{string, FactorValue})"/>.</summary>
    /// <param name="item">The id of the item.</param>
    /// <param name="value">The answer, in the factor's own unit.</param>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidInputException">The answer does not fit the item, or was not asked for.</exception>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public Consultation Answer(string item, FactorValue value) =>
        Answer(new Dictionary<string, FactorValue>(StringComparer.Ordinal) { [item] = value });

    /// <summary>Answers one item of the current question; see <see cref="Answer(IReadOnlyDictionary{string, FactorValue})"/>.</summary>
    /// <param name="item">The id of the item.</param>
    /// <param name="value">True for yes.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Answer(string item, bool value) => Answer(item, FactorValue.Boolean(value));

    /// <summary>Answers one item of the current question; see <see cref="Answer(IReadOnlyDictionary{string, FactorValue})"/>.</summary>
    /// <param name="item">The id of the item.</param>
    /// <param name="value">The number, in the factor's own unit.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Answer(string item, double value) => Answer(item, FactorValue.Number(value));

    /// <summary>Answers one item of the current question; see <see cref="Answer(IReadOnlyDictionary{string, FactorValue})"/>.</summary>
    /// <param name="item">The id of the item.</param>
    /// <param name="choice">The id of the choice.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Answer(string item, string choice) => Answer(item, FactorValue.Choice(choice));

    /// <summary>Answers the current question, or says everything that is wrong with the answers.</summary>
    /// <param name="answers">Answers by the id of the item, each in the factor's own unit.</param>
    /// <returns>The consultation after it, or the diagnostics.</returns>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public ReadResult<Consultation> TryAnswer(IReadOnlyDictionary<string, FactorValue> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Try(answers, []);
    }

    /// <summary>Answers the current question with the texts of a page's fields: numbers, yes or no, ids or labels of choices; an empty field is not answered.</summary>
    /// <param name="fields">Texts by the id of the item.</param>
    /// <returns>The consultation after it, or what is wrong with each field.</returns>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public ReadResult<Consultation> TryAnswerText(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var (answers, faults) = AnswerText.Read(fields, Asked(), Language);
        return Try(answers, faults);
    }

    /// <summary>Answers the current screen: none of these.</summary>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidOperationException">The current question is no screen, or nothing is left to ask.</exception>
    public Consultation NoneOfThese() => Asked().Asks == QuestionKind.Screen
        ? Answer(ImmutableDictionary<string, FactorValue>.Empty)
        : throw new InvalidOperationException("\"None of these\" answers a screen; the current question is none. Use Answer, Decline or Skip.");

    /// <summary>
    /// The person would rather not say: all items of the current question are declined, and never asked again. An item that has
    /// a choice of that meaning takes it, so that there is one way of saying so.
    /// </summary>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public Consultation Decline() => After(PreferNotToSay.In(ground, Step(StepKind.Decline)));

    /// <summary>Puts the current question aside: its items stay open and are not asked again in this consultation.</summary>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidOperationException">Nothing is left to ask.</exception>
    public Consultation Skip() => After(Step(StepKind.Skip));

    /// <summary>Takes the last step back.</summary>
    /// <returns>The consultation before it; this one where there is no step.</returns>
    public Consultation Back() => before ?? this;

    /// <summary>Changes an answer, or gives one that was not asked for.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The answer, in the factor's own unit.</param>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidInputException">There is no such factor, or the answer does not fit it.</exception>
    public Consultation Change(string factor, FactorValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(factor);
        return Checked(new ConsultationStep(StepKind.Change) { Answers = Sorted([new(factor, value)]) }).GetValueOrThrow();
    }

    /// <summary>Changes an answer, or gives one that was not asked for.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">True for yes.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Change(string factor, bool value) => Change(factor, FactorValue.Boolean(value));

    /// <summary>Changes an answer, or gives one that was not asked for.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="value">The number, in the factor's own unit.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Change(string factor, double value) => Change(factor, FactorValue.Number(value));

    /// <summary>Changes an answer, or gives one that was not asked for.</summary>
    /// <param name="factor">The id of the factor.</param>
    /// <param name="choice">The id of the choice.</param>
    /// <returns>The consultation after it.</returns>
    public Consultation Change(string factor, string choice) => Change(factor, FactorValue.Choice(choice));

    /// <summary>
    /// Says that screens were asked in an app's own way, every item of them, and that none applies: their yes/no factors without an
    /// answer of their own count as no, for safety too. Whoever calls this answers for having asked.
    /// </summary>
    /// <param name="screens">The ids of the screens, for example <c>Screens.All</c>.</param>
    /// <returns>The consultation after it.</returns>
    /// <exception cref="InvalidInputException">There is no such screen.</exception>
    public Consultation Screened(IEnumerable<string> screens)
    {
        ArgumentNullException.ThrowIfNull(screens);
        ImmutableArray<string> ids = [.. screens];
        var asked = PersonProfile.Create();
        foreach (string id in ids)
            asked.Screened(id);
        var faults = ground.Scoring.Check(asked.Build(), ground.Options);
        return faults.IsEmpty ? After(new ConsultationStep(StepKind.Screened) { Shown = ids }) : throw new InvalidInputException(faults);
    }

    /// <summary>Goes on on another day: what was said so far was said on the day before, and may be too old by now.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The consultation on that day.</returns>
    /// <exception cref="InvalidInputException">Something was said after that day.</exception>
    public Consultation ContinueOn(DateOnly day) =>
        Profile.AsOf == day ? this : Checked(new ConsultationStep(StepKind.Day) { On = day }).GetValueOrThrow();

    /// <summary>Counts, never values.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => $"Consultation by {ground.RuleSet.Data.Id} {ground.RuleSet.Data.Version}";

    /// <summary>The consultation after a step that is known to fit.</summary>
    internal Consultation After(ConsultationStep next) => new(this, next, next.ApplyTo(Profile, ground.Screens));

    private static ImmutableSortedDictionary<string, FactorValue> Sorted(IEnumerable<KeyValuePair<string, FactorValue>> answers) =>
        answers.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private NextQuestion Asked() => Current ?? throw new InvalidOperationException("Nothing is left to ask. Use Change to change an answer, or Back.");

    private ConsultationStep Step(StepKind kind)
    {
        var asked = Asked();
        return new ConsultationStep(kind) { Question = asked.Id, Asks = asked.Asks, Shown = [.. asked.Items.Select(i => i.Factor)] };
    }

    private ReadResult<Consultation> Try(IReadOnlyDictionary<string, FactorValue> answers, ImmutableArray<Diagnostic> faults)
    {
        var next = Step(StepKind.Answer) with { Answers = Sorted(answers) };
        ImmutableArray<Diagnostic> all =
        [
            .. faults,
            .. answers.Keys.Where(item => !next.Shown.Contains(item)).Order(StringComparer.Ordinal).Select(item => AnswerText.NotAsked(item, next.Shown)),
        ];
        if (!all.IsEmpty)
            return new ReadResult<Consultation>(null, [.. all, .. ground.Check(answers)]);
        return Checked(next);
    }

    private ReadResult<Consultation> Checked(ConsultationStep next)
    {
        var faults = ground.Check(next.Answers);
        if (!faults.IsEmpty)
            return new ReadResult<Consultation>(null, faults);
        var after = After(next);
        faults = next.Kind == StepKind.Day ? ground.Scoring.Check(after.Profile, ground.Options) : [];
        return new ReadResult<Consultation>(faults.IsEmpty ? after : null, faults);
    }
}

/// <summary>How far a consultation has come. The numbers to go are estimates: they grow by at most one from step to step.</summary>
/// <param name="Asked">How many questions were answered, declined or put aside.</param>
/// <param name="ToEnough">About how many are left until enough is known.</param>
/// <param name="ToFull">About how many are left until the picture is full.</param>
public sealed record ConsultationProgress(int Asked, int ToEnough, int ToFull);
