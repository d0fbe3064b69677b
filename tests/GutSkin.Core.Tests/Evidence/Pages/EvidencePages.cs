using System.Globalization;
using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn.Pages;

/// <summary>The pages of <c>docs/evidence</c>, made from the rule set itself.</summary>
internal sealed class EvidencePages(RuleSet set)
{
    private readonly PageText words = new(set);
    private readonly SortedDictionary<string, string> pages = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Make()
    {
        foreach (var condition in set.Conditions)
            Condition(condition);
        Interventions();
        Safety();
        Sources();
        Index();
        return pages;
    }

    private void Condition(SkinCondition condition)
    {
        var text = Head(condition.Name);
        text.Append(condition.Description).Append("\n\n");
        if (condition.Codes.Count > 0)
            text.Append("Codes: ").AppendJoin(", ", condition.Codes.Select(c => $"{c.Key} {c.Value}")).Append(".\n\n");
        var rules = set.Rules.Where(r => r.Condition == condition.Id).ToList();
        text.Append("## What counts\n\n");
        var counted = rules.Where(r => r.IsScored).ToList();
        counted.ForEach(r => Rule(text, r));
        if (counted.Count == 0)
            text.Append("Nothing: what studies saw is listed as facts, without an index.\n\n");
        Part("Shown, not counted", r => r.Informational);
        Part("Retired", r => r.Lifecycle == RuleLifecycle.Retired);

        void Part(string title, Func<ScoringRule, bool> chosen)
        {
            if (!rules.Any(chosen))
                return;
            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
            foreach (var rule in rules.Where(chosen))
                Rule(text, rule);
        }

        var considered = set.Considered.Where(c => c.Condition == condition.Id).ToList();
        if (considered.Count > 0)
        {
            text.Append("## Looked at and left out\n\n| factor | why | sources |\n|---|---|---|\n");
            foreach (var entry in considered)
                text.Append(CultureInfo.InvariantCulture, $"| {PageText.Cell(words.Factor(entry.Factor).Name)} | {PageText.Cell(entry.Why)} | {words.Cite(entry.Evidence)} |\n");
        }

        pages[$"{condition.Id}.md"] = text.ToString();
    }

    private void Rule(StringBuilder text, ScoringRule rule)
    {
        var factor = words.Factor(rule.Factor!);
        text.Append(CultureInfo.InvariantCulture, $"### {rule.Title}\n\n");
        if (CurveSvg.Of(rule, factor) is { } picture)
        {
            pages[$"curves/{rule.Id}.svg"] = picture;
            text.Append(CultureInfo.InvariantCulture, $"![{CurveSvg.Words(rule, factor)}](curves/{rule.Id}.svg)\n\n");
        }

        text.Append(rule.Rationale).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- `{rule.Id}`: {factor.Name}, {CurveSvg.Words(rule, factor)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- {PageText.Effect(rule.Effect)}; certainty {Word(rule.Certainty)}; {(rule.Role == RuleRole.Marker ? "a marker: goes along with it" : "a driver")}\n");
        text.Append(CultureInfo.InvariantCulture, $"- for {words.Gate(rule.When)}{(rule.Population is { } whom ? $"; studied in {whom}" : "")}\n");
        if (rule.Overlap is { } overlap)
            text.Append(CultureInfo.InvariantCulture, $"- counts once with the group `{overlap}`\n");
        text.Append(CultureInfo.InvariantCulture, $"- sources: {words.Cite(rule.Evidence)}\n");
        if (rule.ContradictedBy.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"- against it: {words.Cite(rule.ContradictedBy)}\n");
        text.Append('\n');
    }

    private void Interventions()
    {
        var text = Head("What one can do");
        text.Append("What studies tried, what it is expected to change, and what they saw. A suggestion without a trial says so.\n\n");
        foreach (var group in set.Interventions.GroupBy(i => i.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {group.Key}\n\n");
            foreach (var entry in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"### {entry.Name}\n\n{entry.Summary}\n\n- `{entry.Id}`, effort {Lower(entry.Effort)}, cost {Lower(entry.Cost)}");
                text.Append(entry.Weeks is { } weeks ? $", {PageText.N(weeks.Low)} to {PageText.N(weeks.High)} weeks" : "").Append(entry.Dose is { } dose ? $"; {dose}" : "").Append('\n');
                if (entry.When is { } when)
                    text.Append(CultureInfo.InvariantCulture, $"- for {words.Gate(when)}\n");
                if (entry.VariantOf is { } parent)
                    text.Append(CultureInfo.InvariantCulture, $"- one way of doing `{parent}`\n");
                foreach (var change in entry.Changes)
                    text.Append(CultureInfo.InvariantCulture, $"- changes {words.Factor(change.Factor).Name}: {Change(change)}{(change.When is { } whom ? $", for {words.Gate(whom)}" : "")}\n");
                foreach (var indication in entry.Indications)
                    text.Append(CultureInfo.InvariantCulture, $"- **{Lower(indication.Direction)}**, {Lower(indication.Strength)}, {(indication.Condition is { } c ? Name(c) : "health in general")}: {indication.Text} For {words.Gate(indication.When)}. {words.Cite(indication.Evidence)}\n");
                foreach (var effect in entry.Effects)
                    text.Append(CultureInfo.InvariantCulture, $"- {(effect.Informational ? "shown" : "**counted**")}, {Name(effect.Condition)}: {Trial(effect)}, certainty {Word(effect.Certainty)}. {words.Cite(effect.Evidence)}\n");
                if (entry.Evidence.Length > 0)
                    text.Append(CultureInfo.InvariantCulture, $"- sources: {words.Cite(entry.Evidence)}\n");
                text.Append('\n');
            }
        }

        pages["interventions.md"] = text.ToString();
    }

    private void Safety()
    {
        var text = Head("Safety");
        text.Append("When to see someone, what is held back, and what to mind. Contraindications and red flags are locked: an overlay cannot change them.\n\n");
        foreach (var (title, rules) in new[]
        {
            ("Today", set.Safety.Where(s => s.Urgency == Urgency.Urgent)), ("Within about two weeks", set.Safety.Where(s => s.Urgency == Urgency.Soon)),
            ("In the coming weeks", set.Safety.Where(s => s.Urgency == Urgency.Routine)), ("Held back", set.Safety.Where(s => s.Kind == SafetyKind.Contraindication)),
            ("To mind", set.Safety.Where(s => s.Kind == SafetyKind.Caution)),
        })
        {
            text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| id | when | what it says | for | sources |\n|---|---|---|---|---|\n");
            foreach (var rule in rules)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {PageText.Cell(words.Gate(rule.When))} | {PageText.Cell(rule.Message)} | {Aims(rule)} | {words.Cite(rule.Evidence)} |\n");
            }

            text.Append('\n');
        }

        text.Append("## What the words in the column “for” mean\n\n| trait | what counts | who has it |\n|---|---|---|\n");
        foreach (var trait in set.Traits)
        {
            string who = string.Join(", ", set.Interventions.Where(i => i.Traits.Contains(trait.Id)).Select(i => $"`{i.Id}`"));
            text.Append(CultureInfo.InvariantCulture, $"| {trait.Title} | {PageText.Cell(trait.Description ?? "")} | {who} |\n");
        }

        pages["safety.md"] = text.ToString();
    }

    private string Aims(SafetyRule rule) => string.Join(
        ", ",
        rule.Refer.Concat(rule.Interventions).Select(i => $"`{i}`")
            .Concat(rule.Traits.Select(t => $"“{set.Traits.Single(d => d.Id == t).Title}”"))
            .Concat(rule.Movements.Select(m => $"{words.Factor(m.Factor).Name} {m.Direction.ToString().ToLowerInvariant()}")));

    private void Sources()
    {
        var text = Head("Sources");
        text.Append(CultureInfo.InvariantCulture, $"{set.Evidence.Length} sources, by id. What could not be seen is not filled in.\n\n");
        foreach (var source in set.Evidence)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {source.Id}\n\n");
            text.AppendJoin(". ", new[] { source.Authors, source.Title, source.Journal, source.Year?.ToString(CultureInfo.InvariantCulture) }.Where(p => p is not null).Select(p => p!.TrimEnd('.'))).Append('.');
            if (source.Doi is { } doi)
                text.Append(CultureInfo.InvariantCulture, $" doi [{doi}](https://doi.org/{doi}).");
            if (source.Pmid is { } pmid)
                text.Append(CultureInfo.InvariantCulture, $" PMID [{pmid}](https://pubmed.ncbi.nlm.nih.gov/{pmid}/).");
            string kind = string.Join(", ", new[] { source.Design, source.Population, source.N is { } n ? $"n = {n}" : null }.Where(p => p is not null));
            text.Append(kind.Length > 0 ? $" {char.ToUpperInvariant(kind[0])}{kind[1..]}." : "").Append(source.Finding is { } finding ? $" {finding}" : "").Append("\n\n");
        }

        pages["sources.md"] = text.ToString();
    }

    private void Index()
    {
        var text = Head("The evidence, page by page");
        text.Append(CultureInfo.InvariantCulture, $"`{set.Id}` {set.Version}: {set.Rules.Count(r => r.IsScored)} scored and {set.Rules.Count(r => r.Informational)} informational rules, {set.Interventions.Length} interventions, {set.Safety.Length} safety rules, {set.Factors.Length} factors, {set.Evidence.Length} sources.\n\n");
        text.Append("| page | counted | shown | left out |\n|---|---:|---:|---:|\n");
        foreach (var condition in set.Conditions)
        {
            var rules = set.Rules.Where(r => r.Condition == condition.Id).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| [{condition.Name}]({condition.Id}.md) | {rules.Count(r => r.IsScored)} | {rules.Count(r => r.Informational)} | {set.Considered.Count(c => c.Condition == condition.Id)} |\n");
        }

        text.Append("\n[What one can do](interventions.md) · [Safety](safety.md) · [Sources](sources.md) · [From the knowledge base to the rule set](mapping.md) · [What gets in](../admission.md)\n\n");
        text.Append("Each number stands for an association in the people studied, made smaller where the evidence is weak. None is a forecast for one person.\n");
        pages["README.md"] = text.ToString();
    }

    private static StringBuilder Head(string title) =>
        new StringBuilder().Append(CultureInfo.InvariantCulture, $"<!-- Made from the built-in rule set by the tests; GUTSKIN_UPDATE=1 writes it anew. -->\n\n# {title}\n\n");

    private string Name(string condition) => set.Conditions.Single(c => c.Id == condition).Name;

    private static string Change(FactorChange change) =>
        change.AtLeast is { } atLeast ? $"at least {PageText.N(atLeast)}{Limit(change)}"
        : change.AtMost is { } atMost ? $"at most {PageText.N(atMost)}{Limit(change)}"
        : change.Set is { Kind: FactorValueKind.Boolean } set ? (set.AsBoolean ? "yes" : "no")
        : $"{change.Set}";

    private static string Limit(FactorChange change) =>
        change.Limit is { } limit ? $", by {PageText.N(limit)} or less" : change.LimitPercent is { } percent ? $", by {PageText.N(percent)}% or less" : "";

    private static string Trial(TrialEffect effect)
    {
        var trial = effect.Trial;
        string[] parts =
        [
            .. new[]
            {
                trial?.Outcome, trial?.Comparator is { } other ? $"against {other}" : null, trial?.Population is { } people ? $"in {people}" : null,
                trial?.N is { } n ? string.Create(CultureInfo.InvariantCulture, $"{n} people") : null, trial?.Weeks is { } weeks ? $"{PageText.N(weeks)} weeks" : null,
                effect.Effect is { } number ? PageText.Effect(number) : null, effect.Note,
            }.OfType<string>(),
        ];
        return string.Join("; ", parts);
    }

    private static string Word(Certainty certainty) => certainty == Certainty.VeryLow ? "very low" : certainty.ToString().ToLowerInvariant();

    private static string Lower(Enum level) => level.ToString().ToLowerInvariant();
}
