using System.Globalization;
using System.Text.RegularExpressions;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Writing;

/// <summary>Writes one assessment.</summary>
internal sealed partial class AssessmentWriter
{
    private readonly Assessment assessment;
    private readonly FhirWriteOptions options;
    private readonly ResolvedRuleSet? knowledge;
    private readonly DateTimeOffset recorded;
    private readonly R4.Bundle bundle = new() { Type = R4.Bundle.BundleType.Collection };

    public AssessmentWriter(Assessment assessment, FhirWriteOptions options)
    {
        if (!Identifier().IsMatch(options.Identifier))
            throw new ArgumentException("The identifier is 1 to 32 letters, digits, hyphens or dots.", nameof(options));
        (this.assessment, this.options, knowledge) = (assessment, options, assessment.Knowledge);
        recorded = options.Recorded ?? (assessment.AsOf is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : throw new ArgumentException(
            "Say when the assessment was made: the options have no Recorded, and the assessment has no day.", nameof(options)));
    }

    private string RuleSet => $"{assessment.RuleSet.Id} {assessment.RuleSet.Version}";

    private R4.FhirDateTime Day => new(assessment.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? recorded.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    public R4.Bundle Write()
    {
        bundle.Timestamp = recorded;
        var guidance = Guidance();
        Add("guidance", guidance);
        var suggestions = Suggestions();
        guidance.Result = new R4.ResourceReference(Add("suggestions", suggestions));
        Issues();
        foreach (var condition in assessment.Conditions.Where(c => c.Score is not null))
            Add($"index-{condition.Id}", Index(condition));
        Add("provenance", Provenance());
        return bundle;
    }

    private string Add(string local, R4.Resource resource)
    {
        string id = $"{options.Identifier}-{local}";
        resource.Id = id.Length <= 64 ? id : id[..64];
        string uuid = Parts.Uuid(options.Identifier, local);
        bundle.Entry.Add(new R4.Bundle.EntryComponent { FullUrl = uuid, Resource = resource });
        return uuid;
    }

    private R4.ResourceReference Subject() => options.Subject is { } subject ? new R4.ResourceReference(subject) : new R4.ResourceReference { Display = "The person assessed" };

    private List<R4.Annotation> Note() => [new R4.Annotation { Text = assessment.Disclaimer }];

    /// <summary>What came of it as a whole, and what to ask where not enough is known.</summary>
    private R4.GuidanceResponse Guidance()
    {
        var outcome = new R4.Parameters { Id = "outcome" };
        outcome.Add("triage", new R4.Code(Kebab(assessment.Triage.Level.ToString())));
        outcome.Add("triage-complete", new R4.FhirBoolean(assessment.Triage.Complete));
        outcome.Add("enough", new R4.FhirBoolean(assessment.Enough));
        outcome.Add("intended-use", new R4.Code(Kebab(assessment.IntendedUse.ToString())));
        outcome.Add("rule-set", new R4.FhirString(RuleSet));
        outcome.Add("rule-set-sha256", new R4.FhirString(assessment.RuleSet.Sha256));
        var guidance = new R4.GuidanceResponse
        {
            Module = new R4.FhirUri(Canonicals.RuleSet + assessment.RuleSet.Id),
            Status = assessment.Enough ? R4.GuidanceResponse.GuidanceResponseStatus.Success : R4.GuidanceResponse.GuidanceResponseStatus.DataRequested,
            Subject = Subject(),
            OccurrenceDateTime = Day.Value,
            Note = Note(),
            Contained = [outcome],
            OutputParameters = new R4.ResourceReference("#outcome"),
            Text = Parts.Narrative(
            [
                .. assessment.Triage.Flags.Select(f => f.Message),
                assessment.Triage.Complete ? "" : "Not yet checked: questions about signs that need a doctor are open, so this is no all-clear.",
                assessment.Enough ? "" : "Not enough is known yet; what to ask is listed as data requirements.",
                assessment.Disclaimer,
            ]),
        };
        if (!assessment.Enough)
            guidance.DataRequirement = [.. assessment.NextQuestions.Select(Requirement)];
        return guidance;
    }

    /// <summary>A question as data: observations of its factors, or answers to its questionnaire.</summary>
    private R4.DataRequirement Requirement(NextQuestion question) => new()
    {
        Type = R4.FHIRAllTypes.Observation,
        MustSupport = ["value"],
        CodeFilter = [new R4.DataRequirement.CodeFilterComponent { Path = "code", Code = [.. question.Items.Select(i => new R4.Coding(Canonicals.Factor, i.Factor, i.Question))] }],
        Extension =
        [
            Parts.Extension("questionnaire", new R4.Canonical($"{Canonicals.Questionnaire}{question.Id}|{assessment.RuleSet.Version}")),
            Parts.Extension("reason", new R4.Code(Kebab(question.Reason.ToString()))),
        ],
    };

    /// <summary>What could be done, as a proposal: referrals first, as the assessment orders them.</summary>
    private R4.CarePlan Suggestions()
    {
        var suggested = assessment.Recommendations.Where(r => r.IsSuggested).ToList();
        return new R4.CarePlan
        {
            Status = R4.RequestStatus.Draft,
            Intent = R4.CarePlan.CarePlanIntent.Proposal,
            Title = "Suggestions from published studies and guidelines",
            Subject = Subject(),
            Created = Day.Value,
            Note = Note(),
            Activity = [.. suggested.Select(Activity)],
            Text = Parts.Narrative([.. suggested.Select(r => $"{r.Name}. {r.Summary}"), assessment.Disclaimer]),
        };
    }

    private R4.CarePlan.ActivityComponent Activity(Recommendation recommendation)
    {
        var cautions = recommendation.Safety.Where(s => s is { Kind: SafetyKind.Caution, State: SafetyState.True }).Select(s => s.Message);
        string[] said =
        [
            recommendation.Summary ?? "", .. recommendation.Indications.Select(i => i.Text),
            .. recommendation.Effects.SelectMany(e => e.Trials).Where(t => t.Chosen).Select(t => t.Outcome ?? ""), .. cautions,
        ];
        var activity = new R4.CarePlan.ActivityComponent
        {
            Detail = new R4.CarePlan.DetailComponent
            {
                Status = R4.CarePlan.CarePlanActivityStatus.NotStarted,
                Code = Parts.Concept(Canonicals.Intervention, recommendation.Intervention, recommendation.Name),
                Description = string.Join(' ', said.Where(t => t.Length > 0)) is { Length: > 0 } text ? text : recommendation.Name,
            },
        };
        foreach (var flag in assessment.Triage.Flags.Where(f => f.Refer.Contains(recommendation.Intervention)).OrderByDescending(f => f.Urgency).Take(1))
            activity.Extension.Add(Parts.Extension("urgency", new R4.Code(Kebab(flag.Urgency.ToString()))));
        if (recommendation.Certainty is { } certainty)
            activity.Extension.Add(Parts.Extension("certainty", Parts.Certainty(certainty)));
        if (recommendation.VariantOf is { } parent)
            activity.Extension.Add(Parts.Extension("variant-of", new R4.Coding(Canonicals.Intervention, parent)));
        activity.Extension.AddRange(recommendation.Evidence.Select(Citation).OfType<R4.RelatedArtifact>().Select(c => Parts.Extension("evidence", c)));
        return activity;
    }

    private R4.RelatedArtifact? Citation(string id)
    {
        if (knowledge?.FindEvidence(id) is not { } source)
            return null;
        return new R4.RelatedArtifact
        {
            Type = R4.RelatedArtifact.RelatedArtifactType.Citation,
            Label = source.Id,
            Citation = string.Join(". ", new[] { source.Authors, source.Title, source.Journal, source.Year?.ToString(CultureInfo.InvariantCulture) }.Where(p => !string.IsNullOrEmpty(p))),
            Url = source.Doi is { } doi ? $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}" : source.Pmid is { } pmid ? $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" : null,
        };
    }

    /// <summary>What speaks against something, or for seeing somebody.</summary>
    private void Issues()
    {
        foreach (var flag in assessment.Triage.Flags)
        {
            Add($"flag-{Dotless(flag.Rule)}", Issue(
                flag.Rule, "Red flag", flag.Message,
                flag.Urgency switch { Urgency.Urgent => R4.DetectedIssue.DetectedIssueSeverity.High, Urgency.Soon => R4.DetectedIssue.DetectedIssueSeverity.Moderate, _ => R4.DetectedIssue.DetectedIssueSeverity.Low }, []));
        }

        var findings = from recommendation in assessment.Recommendations
                       from finding in recommendation.Safety
                       where finding is { State: SafetyState.True, Kind: not SafetyKind.RedFlag }
                       group recommendation by finding;
        foreach (var finding in findings.OrderBy(f => f.Key.Kind).ThenBy(f => f.Key.Rule, StringComparer.Ordinal))
        {
            bool blocks = finding.Key.Kind == SafetyKind.Contraindication;
            Add($"issue-{Dotless(finding.Key.Rule)}", Issue(
                finding.Key.Rule, blocks ? "Contraindication" : "Caution", finding.Key.Message,
                blocks ? R4.DetectedIssue.DetectedIssueSeverity.High : R4.DetectedIssue.DetectedIssueSeverity.Moderate, [.. finding.Select(r => r.Name)]));
        }
    }

    private R4.DetectedIssue Issue(string rule, string kind, string message, R4.DetectedIssue.DetectedIssueSeverity severity, string[] about)
    {
        string detail = about.Length == 0 ? message : $"{message} This is about: {string.Join("; ", about)}.";
        return new R4.DetectedIssue
        {
            Status = R4.ObservationStatus.Final,
            Code = Parts.Concept(Canonicals.Safety, rule, kind),
            Severity = severity,
            Patient = Subject(),
            Identified = Day,
            Detail = detail,
            Text = Parts.Narrative(detail, assessment.Disclaimer),
        };
    }

    /// <summary>An index: a number from 0 to 100 with its interval, never a probability, so the element for one stays empty.</summary>
    private R4.RiskAssessment Index(ConditionScore score)
    {
        var index = new R4.Extension { Url = Canonicals.Extension + "index" };
        index.Extension.Add(new R4.Extension("score", Parts.Number(score.Score!.Value)));
        index.Extension.Add(new R4.Extension("low", Parts.Number(score.Interval!.Value.Low)));
        index.Extension.Add(new R4.Extension("high", Parts.Number(score.Interval!.Value.High)));
        index.Extension.Add(new R4.Extension("ceiling", Parts.Number(score.Ceiling!.Value)));
        index.Extension.Add(new R4.Extension("settled", new R4.FhirBoolean(score.Settled)));
        index.Extension.Add(new R4.Extension("completeness", Parts.Number(score.Completeness!.Value)));
        if (score.Settled == true && score.Band is { } band)
            index.Extension.Add(new R4.Extension("band", new R4.FhirString(band)));
        var prediction = new R4.RiskAssessment.PredictionComponent
        {
            Outcome = Parts.Condition(knowledge?.FindCondition(score.Id), score.Id, score.Name),
            Rationale = $"An index from 0 to 100 of how much of what studies link with it was recorded; not a probability. Made by {RuleSet}.",
            Extension = [index, .. score.Contributions.Where(c => c.Counted && c.Share != 0).Select(Contribution)],
        };
        string range = $"{Parts.Text(score.Interval.Value.Low)} to {Parts.Text(score.Interval.Value.High)}";
        return new R4.RiskAssessment
        {
            Status = R4.ObservationStatus.Final,
            Method = Parts.Concept(Canonicals.RuleSet + assessment.RuleSet.Id, assessment.RuleSet.Version, RuleSet),
            Code = new R4.CodeableConcept { Text = "Gut-skin index, not a probability" },
            Subject = Subject(),
            Occurrence = Day,
            Prediction = [prediction],
            Note = Note(),
            Text = Parts.Narrative(
                score.Settled == true ? $"{score.Name}: index {Parts.Text(score.Score.Value)} ({range}), of at most {Parts.Text(score.Ceiling.Value)}." : $"{score.Name}: between {range}; too little is known to say.",
                assessment.Disclaimer),
        };
    }

    private static R4.Extension Contribution(Contribution contribution)
    {
        var extension = new R4.Extension { Url = Canonicals.Extension + "contribution" };
        extension.Extension.Add(new R4.Extension("rule", new R4.FhirString(contribution.Rule)));
        extension.Extension.Add(new R4.Extension("title", new R4.FhirString(contribution.Title)));
        extension.Extension.Add(new R4.Extension("share", Parts.Number(contribution.Share)));
        extension.Extension.Add(new R4.Extension("certainty", Parts.Certainty(contribution.Certainty)));
        extension.Extension.AddRange(contribution.Evidence.Select(e => new R4.Extension("evidence", new R4.FhirString(e))));
        return extension;
    }

    private R4.Provenance Provenance() => new()
    {
        Target = [.. bundle.Entry.Select(e => new R4.ResourceReference(e.FullUrl))],
        Occurred = Day,
        Recorded = recorded,
        Activity = new R4.CodeableConcept { Text = "Assessment by rules that people wrote; nothing is learned at run time" },
        Agent =
        [
            new R4.Provenance.AgentComponent
            {
                Type = Parts.Concept("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", "Software"),
                Who = new R4.ResourceReference { Display = $"GutSkin.Core {assessment.Engine}" },
            },
        ],
        Entity =
        [
            new R4.Provenance.EntityComponent
            {
                Role = R4.Provenance.ProvenanceEntityRole.Source,
                What = new R4.ResourceReference { Identifier = new R4.Identifier(Canonicals.RuleSetHash, assessment.RuleSet.Sha256), Display = RuleSet },
            },
        ],
        Text = Parts.Narrative($"Made by GutSkin.Core {assessment.Engine} with the rule set {RuleSet}, SHA-256 {assessment.RuleSet.Sha256}.", assessment.Disclaimer),
    };

    private static string Dotless(string rule) => rule.Replace('.', '-');

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,32}\z")]
    private static partial Regex Identifier();
}
