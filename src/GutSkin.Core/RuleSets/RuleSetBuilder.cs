using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GutSkin.Core.RuleSets;

/// <summary>Writes a rule set in C#: the same data as the JSON form, which <c>RuleSetJson.Write</c> writes as JSON.</summary>
/// <example>
/// <code>
/// var own = RuleSet.Create("clinic.example", "1.0.0", "Our rules")
///     .Extends(BuiltInRuleSet.Id, "&gt;=2.0.0 &lt;3.0.0")
///     .Add(new Factor { Id = "own.snack", Name = "Snack", Kind = FactorKind.Number, Min = 0, Max = 10, Question = "How many a day?" })
///     .Build();
/// Console.WriteLine(RuleSetJson.ToJson(own));
/// </code>
/// </example>
public sealed class RuleSetBuilder
{
    private RuleSet set;

    internal RuleSetBuilder(string id, string version, string title)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(title);
        set = new RuleSet { Id = id, Version = version, Title = title };
    }

    /// <summary>Builds on another rule set.</summary>
    /// <param name="id">Its id, for example <c>gutskin.evidence</c>.</param>
    /// <param name="version">Which versions will do, for example <c>&gt;=1.0.0 &lt;2.0.0</c>; null = any.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Extends(string id, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        return With(set with { Extends = set.Extends.Add(new RuleSetDependency { Id = id, Version = version }) });
    }

    /// <summary>Takes scoring rules of what it extends out.</summary>
    /// <param name="ids">Their ids.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder RemoveRules(params string[] ids) => With(set with { Remove = set.Remove with { Rules = And(set.Remove.Rules, ids) } });

    /// <summary>Takes interventions of what it extends out.</summary>
    /// <param name="ids">Their ids.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder RemoveInterventions(params string[] ids) =>
        With(set with { Remove = set.Remove with { Interventions = And(set.Remove.Interventions, ids) } });

    /// <summary>Says what it is meant for and what every result says of itself.</summary>
    /// <param name="intendedUse">What it is meant for.</param>
    /// <param name="disclaimer">The disclaimer; must say that this is not a diagnosis.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder For(IntendedUse intendedUse, string disclaimer)
    {
        ArgumentNullException.ThrowIfNull(disclaimer);
        return With(set with { IntendedUse = intendedUse, Disclaimer = disclaimer });
    }

    /// <summary>Adds factors.</summary>
    /// <param name="factors">The factors.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Factor[] factors) => With(set with { Factors = And(set.Factors, factors) });

    /// <summary>Adds conditions or states.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params SkinCondition[] conditions) => With(set with { Conditions = And(set.Conditions, conditions) });

    /// <summary>Adds sources.</summary>
    /// <param name="evidence">The sources.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Evidence[] evidence) => With(set with { Evidence = And(set.Evidence, evidence) });

    /// <summary>Adds mechanisms.</summary>
    /// <param name="mechanisms">The mechanisms.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Mechanism[] mechanisms) => With(set with { Mechanisms = And(set.Mechanisms, mechanisms) });

    /// <summary>Adds interventions.</summary>
    /// <param name="interventions">The interventions.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Intervention[] interventions) => With(set with { Interventions = And(set.Interventions, interventions) });

    /// <summary>Adds safety rules.</summary>
    /// <param name="safety">The safety rules.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params SafetyRule[] safety) => With(set with { Safety = And(set.Safety, safety) });

    /// <summary>Adds scoring rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params ScoringRule[] rules) => With(set with { Rules = And(set.Rules, rules) });

    /// <summary>Adds tests.</summary>
    /// <param name="tests">The tests.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params RuleSetTest[] tests) => With(set with { Tests = And(set.Tests, tests) });

    /// <summary>Adds forms.</summary>
    /// <param name="forms">The forms.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Form[] forms) => With(set with { Forms = And(set.Forms, forms) });

    /// <summary>Adds derivations.</summary>
    /// <param name="derivations">The derivations.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Derivation[] derivations) => With(set with { Derivations = And(set.Derivations, derivations) });

    /// <summary>Adds traits.</summary>
    /// <param name="traits">The traits.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Trait[] traits) => With(set with { Traits = And(set.Traits, traits) });

    /// <summary>Adds screens, in the order of asking.</summary>
    /// <param name="screens">The screens.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Screen[] screens) => With(set with { Screens = And(set.Screens, screens) });

    /// <summary>Adds products.</summary>
    /// <param name="products">The products.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params Product[] products) => With(set with { Products = And(set.Products, products) });

    /// <summary>Says what was looked at and left out on purpose.</summary>
    /// <param name="considered">The entries.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Add(params ConsideredEntry[] considered) => With(set with { Considered = And(set.Considered, considered) });

    /// <summary>States modeling choices.</summary>
    /// <param name="model">The choices.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Model(ModelOverrides model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return With(set with { Model = set.Model is { } before ? before.MergedWith(model) : model });
    }

    /// <summary>Says what it takes out of what it extends, of any section.</summary>
    /// <param name="removals">The ids; they replace those given before.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Remove(RuleSetRemovals removals)
    {
        ArgumentNullException.ThrowIfNull(removals);
        return With(set with { Remove = removals });
    }

    /// <summary>Adds a translation.</summary>
    /// <param name="culture">The culture, for example <c>de</c>.</param>
    /// <param name="section">The section, for example <c>factors</c>.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="field">The field, as <see cref="Texts.Find"/> names it: <c>name</c>, <c>labels.daily</c>, <c>indications.0</c> …</param>
    /// <param name="text">The text.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Text(string culture, string section, string id, string field, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(culture);
        ArgumentException.ThrowIfNullOrEmpty(section);
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(text);
        var added = Texts.Of(section, id, field, text);
        return With(set with { Texts = set.Texts.SetItem(culture, set.Texts.TryGetValue(culture, out var before) ? before.MergedWith(added) : added) });
    }

    /// <summary>Adds a scoring rule, written fluently.</summary>
    /// <param name="id">The id, for example <c>acne.oat-milk</c>.</param>
    /// <param name="condition">The id of the condition it aims at.</param>
    /// <param name="describe">Describes the rule.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Rule(string id, string condition, Action<ScoringRuleBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var builder = new ScoringRuleBuilder(id, condition);
        describe(builder);
        return Add(builder.Build());
    }

    /// <summary>Adds a test, written fluently.</summary>
    /// <param name="name">What it tests.</param>
    /// <param name="profile">The person.</param>
    /// <param name="condition">The condition whose score is expected.</param>
    /// <param name="atLeast">The least score expected; null = any.</param>
    /// <param name="atMost">The greatest score expected; null = any.</param>
    /// <returns>This builder.</returns>
    public RuleSetBuilder Test(string name, PersonProfile profile, string condition, double? atLeast = null, double? atMost = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(condition);
        return Add(new RuleSetTest
        {
            Name = name,
            Profile = profile,
            Scores = ImmutableSortedDictionary.Create<string, ScoreExpectation>(StringComparer.Ordinal)
                .Add(condition, new ScoreExpectation { AtLeast = atLeast, AtMost = atMost }),
        });
    }

    /// <summary>The rule set as described so far. Composing it finds what is wrong with it.</summary>
    /// <returns>Immutable data.</returns>
    public RuleSet Build() => set;

    private static ImmutableArray<T> And<T>(ImmutableArray<T> before, T[] more, [CallerArgumentExpression(nameof(more))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(more, name);
        return [.. before, .. more];
    }

    private RuleSetBuilder With(RuleSet changed)
    {
        set = changed;
        return this;
    }
}
