using System.ComponentModel;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;
using ModelContextProtocol.Server;

namespace GutSkin.Samples.AssistantTools;

/// <summary>What an assistant may ask: typed, read-only, and without memory. Every answer begins with what is urgent and ends with the disclaimer.</summary>
[McpServerToolType]
public sealed class SkinTools(IScoringService scoring)
{
    /// <summary>The next page.</summary>
    [McpServerTool(Name = "next_question", Title = "What to ask next", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("The next page to ask the person, urgent signs first. Show every line; put the answers into 'answers', and a screen whose lines were all shown into 'screened'.")]
    public NextQuestionAnswer NextQuestion(
        [Description("What is known so far.")] Person person, [Description("The language, en or de.")] string? culture = null)
    {
        var consultation = Consultation.Start(scoring, Of(person), Options(culture));
        var assessment = consultation.Assessment;
        return new NextQuestionAnswer
        {
            Urgent = UrgentOf(assessment),
            TriageComplete = assessment.Triage.Complete,
            Page = consultation.Current is { } page
                ? new Page(page.Id, ToolJson.Word(page.Asks), page.Title, consultation.Why ?? "", [.. page.Items.Select(ItemOf)])
                : null,
            Enough = consultation.IsEnough,
            Full = consultation.IsFull,
            Disclaimer = assessment.Disclaimer,
        };
    }

    /// <summary>An assessment.</summary>
    [McpServerTool(Name = "assess", Title = "What can be said", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("What published studies say of this person: whom to see, indices from 0 to 100 (no probabilities), what is worth trying, and the page the person keeps.")]
    public AssessAnswer Assess([Description("What is known.")] Person person, [Description("The language, en or de.")] string? culture = null)
    {
        var assessment = scoring.Assess(Of(person), Options(culture));
        return new AssessAnswer
        {
            Urgent = UrgentOf(assessment),
            TriageComplete = assessment.Triage.Complete,
            Indices = [.. assessment.Conditions.Where(c => c is { Concern: true, Score: not null }).Select(IndexOf)],
            Suggestions =
            [
                .. assessment.Recommendations.Where(r => r.IsSuggested).Select(r => new Suggestion(
                    r.Intervention, r.Name, ToolJson.Word(r.Status), r.Certainty is { } c ? ToolJson.Word(c) : null, ToolJson.Word(r.Effort), r.Summary, [.. r.Safety.Select(s => s.Message)], r.Evidence)),
            ],
            Waiting = [.. assessment.Recommendations.Where(r => r.Status == RecommendationStatus.NeedsCheck).Select(r => r.Intervention)],
            FirstPage = assessment.ToText(),
            RuleSet = $"{assessment.RuleSet.Id} {assessment.RuleSet.Version}",
            Disclaimer = assessment.Disclaimer,
        };
    }

    /// <summary>Why.</summary>
    [McpServerTool(Name = "explain", Title = "Why", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("What a rule, factor, suggestion, safety rule or condition says, what it does for this person, and the studies it rests on.")]
    public ExplainAnswer Explain(
        [Description("The id of the entry, such as acne.milk, diet.milk or diet.reduce-milk.")] string id,
        [Description("What is known; leave out for nobody in particular.")] Person? person = null,
        [Description("The language, en or de.")] string? culture = null)
    {
        var assessment = scoring.Assess(Of(person ?? new Person()), Options(culture));
        var explanation = scoring.Explain(assessment, id) ?? throw Person.Faulty([Unknown(id)], scoring);
        return new ExplainAnswer
        {
            Urgent = UrgentOf(assessment),
            TriageComplete = assessment.Triage.Complete,
            Lines = [explanation.Title, .. explanation.Lines],
            Evidence = explanation.Evidence,
            Disclaimer = assessment.Disclaimer,
        };
    }

    /// <summary>What if.</summary>
    [McpServerTool(Name = "what_if", Title = "What another answer would change", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("What other answers would make of the indices. It says what the model counts, not what will happen to the person.")]
    public WhatIfAnswer WhatIf(
        [Description("What is known.")] Person person,
        [Description("The answers to change, by id.")] IReadOnlyDictionary<string, JsonElement> changes,
        [Description("The language, en or de.")] string? culture = null)
    {
        var now = scoring.Assess(Of(person), Options(culture));
        var then = scoring.Assess(Of(person with { Answers = person.Answers.Where(a => !changes.ContainsKey(a.Key)).Concat(changes).ToDictionary() }), Options(culture));
        return new WhatIfAnswer
        {
            Urgent = UrgentOf(now),
            TriageComplete = now.Triage.Complete,
            Changes =
            [
                .. now.Conditions.Where(c => c is { Concern: true, Score: not null })
                    .Select(c => new Change(c.Id, c.Name, IndexOf(c), IndexOf(then.Condition(c.Id)!))),
            ],
            Disclaimer = now.Disclaimer,
        };
    }

    /// <summary>Lint.</summary>
    [McpServerTool(Name = "lint_rules", Title = "What is wrong with a rule set", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Everything that is wrong with a rule set in JSON, with lines, and whether its own tests pass. Nothing is stored or put in force.")]
    public LintAnswer LintRules([Description("The rule set, as JSON text.")] string rules, CancellationToken cancellation)
    {
        var document = RuleSetJson.Read(rules, "rules.json", cancellation);
        RuleSetDocument[] documents = document.RuleSet?.Extends.Any(e => e.Id == BuiltInRuleSet.Id) == true ? [BuiltInRuleSet.Document, document] : [document];
        var report = RuleSetLinter.Lint(documents, new LintOptions { Analyze = true }, cancellation);
        return new LintAnswer
        {
            Urgent = [],
            TriageComplete = false,
            Sound = report.Success,
            Findings = [.. report.Diagnostics.Select(d => d.ToString())],
            Tests = report.Success ? RuleSetTestRunner.Run(documents).ToString() : null,
            Disclaimer = scoring.RuleSet.Disclaimer,
        };
    }

    private PersonProfile Of(Person person) => person.ToProfile(scoring);

    private static AssessmentOptions Options(string? culture) => new() { Culture = culture };

    private static IReadOnlyList<Urgent> UrgentOf(Assessment assessment) =>
        [.. assessment.Triage.Flags.Select(f => new Urgent(ToolJson.Word(f.Urgency), f.Message, f.Rule))];

    private static Index IndexOf(ConditionScore condition)
    {
        bool settled = condition.Settled == true;
        return new Index(condition.Id, condition.Name, settled ? condition.Score : null, condition.Interval?.Low ?? 0, condition.Interval?.High ?? 100, settled, settled ? condition.Band : null);
    }

    private static Item ItemOf(QuestionItem item) =>
        new(item.Factor, item.Question, item.Hint, ToolJson.Word(item.Kind), [.. item.Choices.Select(c => new Choice(c.Id, c.Label))], item.UnitLabel ?? item.Unit, item.Min, item.Max);

    private static Diagnostic Unknown(string id) => new() { Code = "GS0501", Severity = DiagnosticSeverity.Error, Message = $"There is no entry '{(id.Length > 80 ? id[..80] : id)}'." };
}
