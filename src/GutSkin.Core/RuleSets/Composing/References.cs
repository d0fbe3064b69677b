using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Json;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>Every mention of an id in an entry: the one list that references, usage and removals are checked by.</summary>
internal static class References
{
    /// <summary>The mentions in an entry of any section, in the order of the format.</summary>
    public static void Visit(object entry, ReferenceVisitor visit)
    {
        switch (entry)
        {
            case Mechanism mechanism:
                List(Section.Evidence, mechanism.Evidence, visit, "evidence");
                break;
            case SkinCondition condition:
                if (condition.Presence is { } presence)
                    visit(Section.Factors, presence, ["presence"]);
                List(Section.Evidence, condition.Evidence, visit, "evidence");
                break;
            case Factor factor:
                Gate(factor.AskWhen, visit, "askWhen");
                for (int i = 0; i < factor.References.Length; i++)
                {
                    Gate(factor.References[i].When, visit, [.. factor.PathOfReference(i), "when"]);
                    List(Section.Evidence, factor.References[i].Evidence, visit, [.. factor.PathOfReference(i), "evidence"]);
                }

                List(Section.Evidence, factor.Evidence, visit, "evidence");
                break;
            case Form form:
                List(Section.Factors, form.Items, visit, "items");
                break;
            case Derivation derivation:
                Visit(derivation, visit);
                break;
            case ScoringRule rule:
                Visit(rule, visit);
                break;
            case Intervention intervention:
                Visit(intervention, visit);
                break;
            case SafetyRule safety:
                Gate(safety.When, visit);
                List(Section.Traits, safety.Traits, visit, "traits");
                for (int i = 0; i < safety.Movements.Length; i++)
                    visit(Section.Factors, safety.Movements[i].Factor, ["movements", i, "factor"]);
                List(Section.Evidence, safety.Evidence, visit, "evidence");
                break;
            case Screen screen:
                List(Section.Factors, screen.Factors, visit, "factors");
                Gate(screen.When, visit);
                break;
            case ConsideredEntry considered:
                visit(Section.Factors, considered.Factor, ["factor"]);
                visit(Section.Conditions, considered.Condition, ["condition"]);
                List(Section.Evidence, considered.Evidence, visit, "evidence");
                break;
            case Product product:
                visit(Section.Interventions, product.Intervention, ["intervention"]);
                List(Section.Factors, product.Allergens, visit, "allergens");
                break;
        }
    }

    private static void Visit(ScoringRule rule, ReferenceVisitor visit)
    {
        visit(Section.Conditions, rule.Condition, ["condition"]);
        Gate(rule.When, visit);
        if (rule.Factor is { } factor)
            visit(Section.Factors, factor, ["factor"]);
        else if (rule.Class is { } own)
            List(Section.Factors, own.Factors, visit, "factors");
        List(Section.Mechanisms, rule.Mechanisms, visit, "mechanisms");
        List(Section.Evidence, rule.Evidence, visit, "evidence");
        List(Section.Evidence, rule.ContradictedBy, visit, "contradictedBy");
    }

    private static void Visit(Intervention intervention, ReferenceVisitor visit)
    {
        Gate(intervention.When, visit);
        for (int i = 0; i < intervention.Changes.Length; i++)
        {
            visit(Section.Factors, intervention.Changes[i].Factor, ["changes", i, "factor"]);
            Gate(intervention.Changes[i].When, visit, "changes", i, "when");
            List(Section.Evidence, intervention.Changes[i].Evidence, visit, "changes", i, "evidence");
        }

        List(Section.Traits, intervention.Traits, visit, "traits");
        if (intervention.VariantOf is { } parent)
            visit(Section.Interventions, parent, ["variantOf"]);
        for (int i = 0; i < intervention.Indications.Length; i++)
        {
            Gate(intervention.Indications[i].When, visit, "indications", i, "when");
            if (intervention.Indications[i].Condition is { } condition)
                visit(Section.Conditions, condition, ["indications", i, "condition"]);
            List(Section.Evidence, intervention.Indications[i].Evidence, visit, "indications", i, "evidence");
        }

        for (int i = 0; i < intervention.Effects.Length; i++)
        {
            visit(Section.Conditions, intervention.Effects[i].Condition, ["effects", i, "condition"]);
            Gate(intervention.Effects[i].When, visit, "effects", i, "when");
            List(Section.Evidence, intervention.Effects[i].Evidence, visit, "effects", i, "evidence");
        }

        List(Section.Mechanisms, intervention.Mechanisms, visit, "mechanisms");
        List(Section.Evidence, intervention.Evidence, visit, "evidence");
    }

    private static void Visit(Derivation derivation, ReferenceVisitor visit)
    {
        visit(Section.Factors, derivation.Factor, ["factor"]);
        if (derivation.Form is { } form)
            visit(Section.Forms, form, ["form"]);
        List(Section.Factors, derivation.Items, visit, "items");
        for (int i = 0; i < derivation.Cases.Length; i++)
        {
            Gate(derivation.Cases[i].When, visit, "cases", i, "when");
            foreach (string id in derivation.Cases[i].Needs)
                visit(Section.Factors, id, PathOf(derivation.Cases[i], i, id));
        }

        List(Section.Evidence, derivation.Evidence, visit, "evidence");
    }

    /// <summary>The place below a derivation where one of its cases names a factor that it needs.</summary>
    internal static object[] PathOf(DerivationCase entry, int index, string factor) => entry switch
    {
        LinearCase => ["cases", index, "linear", "terms", factor, JsonSourceMap.NameOf],
        ProductCase => ["cases", index, "product", "powers", factor, JsonSourceMap.NameOf],
        LmsCase lms when lms.Value == factor => ["cases", index, "lms", "value"],
        _ => ["cases", index, "lms", "at", "terms", factor, JsonSourceMap.NameOf],
    };

    private static void Gate(Gate? gate, ReferenceVisitor visit) => Gate(gate, visit, "when");

    private static void Gate(Gate? gate, ReferenceVisitor visit, params ReadOnlySpan<object> at) => GateWalk.VisitAt(gate, at, (node, path) =>
    {
        switch (node)
        {
            case ComparisonGate comparison:
                visit(Section.Factors, comparison.Factor, [.. path, "factor"]);
                break;
            case KnownGate known:
                visit(Section.Factors, known.Factor, [.. path, "known"]);
                break;
            case ConcernGate concern:
                visit(Section.Conditions, concern.Condition, [.. path, "concern"]);
                break;
        }
    });

    private static void List(Section target, ImmutableArray<string> ids, ReferenceVisitor visit, params ReadOnlySpan<object> path)
    {
        if (ids.IsDefaultOrEmpty)
            return;
        var steps = new List<object>(path.Length + 1);
        steps.AddRange(path);
        steps.Add(0);
        for (int i = 0; i < ids.Length; i++)
        {
            steps[^1] = i;
            visit(target, ids[i], CollectionsMarshal.AsSpan(steps));
        }
    }
}

/// <summary>Meets a mention of an entry's id in another entry.</summary>
/// <param name="target">The section of the entry mentioned.</param>
/// <param name="id">The id mentioned.</param>
/// <param name="path">Where, below the mentioning entry.</param>
internal delegate void ReferenceVisitor(Section target, string id, ReadOnlySpan<object> path);
