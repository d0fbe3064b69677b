using GutSkin.Core;
using GutSkin.Core.RuleSets;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Questionnaires;

/// <summary>When an item shows: as <c>enableWhen</c> where FHIR's own list of conditions can say it, else as an expression (SDC).</summary>
internal sealed class EnableWhen(ResolvedRuleSet ruleSet, IReadOnlySet<string> links)
{
    private const string Expression = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

    private readonly FhirPathText text = new(ruleSet);

    /// <summary>Puts a gate on an item. One that reads what the questionnaire does not ask is left out: then the item always shows.</summary>
    public void Put(Gate? gate, R4.Questionnaire.ItemComponent item)
    {
        if (gate is null || !gate.Factors().All(links.Contains))
            return;
        var (conditions, behavior) = Flat(gate);
        if (conditions is not null)
        {
            item.EnableWhen = conditions;
            item.EnableBehavior = conditions.Count > 1 ? behavior : null;
        }
        else if (text.Gate(gate) is { } expression)
        {
            item.Extension.Add(new R4.Extension(Expression, new R4.Expression { Language = "text/fhirpath", Expression_ = expression }));
        }
    }

    private (List<R4.Questionnaire.EnableWhenComponent>? Conditions, R4.Questionnaire.EnableWhenBehavior Behavior) Flat(Gate gate)
    {
        switch (gate)
        {
            case ComparisonGate { In: { } among } one when one is { EqualTo: null, Between: null, AtLeast: null, AtMost: null, Above: null, Below: null }:
                return ([.. among.Select(v => Condition(one.Factor, R4.Questionnaire.QuestionnaireItemOperator.Equal, Value(one.Factor, v)))], R4.Questionnaire.EnableWhenBehavior.Any);
            case ComparisonGate one:
                return (Comparison(one), R4.Questionnaire.EnableWhenBehavior.All);
            case KnownGate known:
                return ([Condition(known.Factor, R4.Questionnaire.QuestionnaireItemOperator.Exists, new R4.FhirBoolean(true))], R4.Questionnaire.EnableWhenBehavior.All);
            case AllGate all when all.Operands.All(o => o is ComparisonGate { In: null }):
                var every = all.Operands.Select(o => Comparison((ComparisonGate)o)).ToList();
                return (every.Contains(null) ? null : [.. every.SelectMany(c => c!)], R4.Questionnaire.EnableWhenBehavior.All);
            case AnyGate any when any.Operands.All(o => o is ComparisonGate { In: null }):
                var some = any.Operands.Select(o => Comparison((ComparisonGate)o)).ToList();
                return (some.Exists(c => c is not { Count: 1 }) ? null : [.. some.SelectMany(c => c!)], R4.Questionnaire.EnableWhenBehavior.Any);
            default:
                return (null, R4.Questionnaire.EnableWhenBehavior.All);
        }
    }

    private List<R4.Questionnaire.EnableWhenComponent>? Comparison(ComparisonGate gate)
    {
        if (gate.In is not null)
            return null;
        var conditions = FhirPathText.Bounds(gate).Select(b => Condition(
            gate.Factor,
            b.Sign switch
            {
                ">=" => R4.Questionnaire.QuestionnaireItemOperator.GreaterOrEqual,
                ">" => R4.Questionnaire.QuestionnaireItemOperator.GreaterThan,
                "<=" => R4.Questionnaire.QuestionnaireItemOperator.LessOrEqual,
                _ => R4.Questionnaire.QuestionnaireItemOperator.LessThan,
            },
            Value(gate.Factor, FactorValue.Number(b.Number)))).ToList();
        if (gate.EqualTo is { } equal)
            conditions.Add(Condition(gate.Factor, R4.Questionnaire.QuestionnaireItemOperator.Equal, Value(gate.Factor, equal)));
        return conditions;
    }

    private static R4.Questionnaire.EnableWhenComponent Condition(string factor, R4.Questionnaire.QuestionnaireItemOperator comparison, R4.DataType answer) =>
        new() { Question = factor, Operator = comparison, Answer = answer };

    /// <summary>A value as the item's own type.</summary>
    private R4.DataType Value(string factor, FactorValue value) => value.Kind switch
    {
        FactorValueKind.Boolean => new R4.FhirBoolean(value.AsBoolean),
        FactorValueKind.Choice => new R4.Coding(Canonicals.Choice, value.AsChoice),
        _ when ruleSet.FindFactor(factor)?.Kind == FactorKind.Integer && value.AsNumber == Math.Floor(value.AsNumber) => new R4.Integer((int)value.AsNumber),
        _ => new R4.FhirDecimal((decimal)value.AsNumber),
    };
}
