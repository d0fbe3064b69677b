using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>What a <see cref="ComputedRule"/> declares beyond the data of a rule, read once.</summary>
internal sealed class RuleClass
{
    private RuleClass(ComputedRule rule)
    {
        Rule = rule;
        // Unlike FullName it names no assembly of a type argument, whose version would come and go.
        Type = rule.GetType().ToString();
        Version = Declared(rule.Version, nameof(rule.Version));
        var inputs = rule.Inputs;
        Inputs = inputs.IsDefault ? [] : inputs;
        if (Inputs.Any(f => f is null))
            throw Missing(nameof(rule.Inputs));
        Factors = [.. Inputs.Select(f => f.Id)];
    }

    public ComputedRule Rule { get; }

    /// <summary>The full name of the class.</summary>
    public string Type { get; }

    public string Version { get; }

    /// <summary>The factors its burden reads, as it names them.</summary>
    public ImmutableArray<FactorKey> Inputs { get; }

    /// <summary>Their ids.</summary>
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

/// <summary>A rule class with the factors it reads: asks it for burdens, and holds what it says to what it may say.</summary>
/// <param name="id">The id of the rule.</param>
/// <param name="own">The class.</param>
/// <param name="factors">The factors it declared, in that order.</param>
internal sealed class BoundRuleClass(string id, RuleClass own, Factor[] factors)
{
    // What rounding may do to a sum computed in another order.
    private const double Slack = 1e-12;

    private BurdenRange widest = BurdenRange.Any;

    /// <summary>The factors it declared.</summary>
    public Factor[] Factors => factors;

    /// <summary>The full name of the class.</summary>
    public string Type => own.Type;

    /// <summary>The range it gives where nothing is known: no answer may lead out of it, as the ceiling of scores rests on it.</summary>
    /// <param name="inputs">Room for an answer of each factor.</param>
    /// <exception cref="ComputedRuleException">The class fails.</exception>
    public BurdenRange BurdenOfNothing(Span<double> inputs)
    {
        inputs = inputs[..factors.Length];
        inputs.Fill(double.NaN);
        return widest = Burden(inputs);
    }

    /// <summary>The burden of answers, one a factor in the order declared, NaN where missing.</summary>
    /// <exception cref="ComputedRuleException">The class fails.</exception>
    public BurdenRange Burden(ReadOnlySpan<double> inputs)
    {
        inputs = inputs[..factors.Length];
        BurdenRange burden;
        try
        {
            burden = own.Rule.BurdenOf(new FactorValues(this, inputs));
        }
        catch (ComputedRuleException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it throws could carry an answer in its message.
        catch (Exception error)
        {
            throw Fault($"threw {error.GetType()}");
        }
#pragma warning restore CA1031

        if (!(burden.Low >= -Slack && burden.High <= 1 + Slack))
            throw Fault("returned a burden that does not lie from 0 to 1");
        if (burden.Low > burden.High)
            throw Fault("returned a range whose low end is above its high end");
        if (burden.Low < widest.Low - Slack || burden.High > widest.High + Slack)
            throw Fault("returned a burden outside the range it gives where nothing is known");
        if (burden.High - burden.Low > Slack && AllKnown(inputs))
            throw Fault("returned a range though all it reads is known");
        return new BurdenRange(Math.Clamp(burden.Low, widest.Low, widest.High), Math.Clamp(burden.High, widest.Low, widest.High));
    }

    /// <summary>A fault of the class, in words without an answer.</summary>
    public ComputedRuleException Fault(string what) =>
        new($"The rule '{id}' ({own.Type}) {what}. It reads: {(factors.Length == 0 ? "nothing" : string.Join(", ", factors.Select(f => f.Id)))}.") { Rule = id };

    private static bool AllKnown(ReadOnlySpan<double> inputs)
    {
        foreach (double input in inputs)
        {
            if (double.IsNaN(input))
                return false;
        }

        return true;
    }
}
