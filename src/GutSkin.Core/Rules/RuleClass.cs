using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>What a <see cref="ComputedRule"/> declares beyond the data of a rule, read once.</summary>
internal sealed class RuleClass
{
    private RuleClass(ComputedRule rule)
    {
        Rule = rule;
        // Unlike FullName it names no assembly of a type argument, whose version would come and go.
        Type = rule.GetType().ToString();
        Version = Declared(rule.Version, nameof(rule.Version));
        Factors = rule.Factors.IsDefault ? [] : rule.Factors;
        if (Factors.Any(f => f is null))
            throw Missing(nameof(rule.Factors));
    }

    public ComputedRule Rule { get; }

    /// <summary>The full name of the class.</summary>
    public string Type { get; }

    public string Version { get; }

    /// <summary>The factors its burden reads.</summary>
    public ImmutableArray<string> Factors { get; }

    /// <summary>The rule as an entry of a rule set, with its class.</summary>
    /// <exception cref="ArgumentException">The class leaves out what every rule has.</exception>
    public static ScoringRule Entry(ComputedRule rule)
    {
        var own = new RuleClass(rule);
        return new ScoringRule
        {
            Id = own.Declared(rule.Id, nameof(rule.Id)),
            Condition = own.Declared(rule.Condition, nameof(rule.Condition)),
            Title = own.Declared(rule.Title, nameof(rule.Title)),
            When = rule.When,
            // One factor is the rule's factor, as in a rule that is data.
            Factor = own.Factors is [var only] ? only : null,
            Effect = own.Declared(rule.Effect, nameof(rule.Effect)),
            Certainty = rule.Certainty,
            Mechanisms = OrEmpty(rule.Mechanisms),
            Overlap = rule.Overlap,
            Role = rule.Role,
            Informational = rule.Informational,
            Evidence = OrEmpty(rule.Evidence),
            ContradictedBy = OrEmpty(rule.ContradictedBy),
            Population = rule.Population,
            Rationale = rule.Rationale,
            Misuse = rule.Misuse,
            Lifecycle = rule.Lifecycle,
            ReviewedOn = rule.ReviewedOn,
            Class = own,
        };
    }

    private static ImmutableArray<string> OrEmpty(ImmutableArray<string> ids) => ids.IsDefault ? [] : ids;

    private T Declared<T>(T? value, string name)
        where T : class => value ?? throw Missing(name);

    private ArgumentException Missing(string name) => new($"The rule class {Type} declares no {name}.");
}
