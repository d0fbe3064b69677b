using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;
using GutSkin.Core.RuleSets.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>Parts of gates that decide nothing: an alternative that can never hold, a demand that always does.</summary>
internal static class GatePartCheck
{
    public static void Check(AnalysisContext context)
    {
        var set = context.Document.RuleSet;
        foreach (var rule in set.Rules)
            Check(context, context.Document.Entry(Section.Rules, rule.Id, rule), rule.When);
        foreach (var safety in set.Safety)
            Check(context, context.Document.Entry(Section.Safety, safety.Id, safety), safety.When);
        foreach (var intervention in set.Interventions)
            Check(context, context.Document.Entry(Section.Interventions, intervention.Id, intervention), intervention.When);
        foreach (var screen in set.Screens)
            Check(context, context.Document.Entry(Section.Screens, screen.Id, screen), screen.When);
    }

    private static void Check(AnalysisContext context, EntryScope scope, Gate? when) => GateWalk.Visit(when, (node, path) =>
    {
        if (node is AnyGate any && any.Operands.Length > 1)
        {
            for (int i = 0; i < any.Operands.Length; i++)
            {
                if (!GateAnalysis.CanBeTrue(any.Operands[i], context.Factors))
                    scope.Report(
                        DiagnosticCodes.GatePartDecidesNothing, $"This part of the gate of {scope.Name} can never hold.",
                        "It contradicts itself, or asks for values the factor cannot have.", [.. path, "any", i]);
            }
        }

        if (node is AllGate all && all.Operands.Length > 1)
        {
            for (int i = 0; i < all.Operands.Length; i++)
            {
                if (!GateAnalysis.CanBeTrue(new NotGate { Operand = all.Operands[i] }, context.Factors))
                    scope.Report(
                        DiagnosticCodes.GatePartDecidesNothing, $"This part of the gate of {scope.Name} holds for everyone.",
                        "Leave it out, or mend it.", [.. path, "all", i]);
            }
        }
    });
}
