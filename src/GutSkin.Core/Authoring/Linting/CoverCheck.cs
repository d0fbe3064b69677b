namespace GutSkin.Core;

/// <summary>Interventions that are meant for everyone and contraindicated for everyone.</summary>
internal static class CoverCheck
{
    public static void Check(AnalysisContext context)
    {
        foreach (var intervention in context.Set.Interventions.Where(i => i.When is null && !i.IsReferral))
        {
            if (context.Document.RuleSet.Interventions.FirstOrDefault(i => i.Id == intervention.Id) is not { } own)
                continue;
            var against = context.Set.Safety.Where(s => s.Kind == SafetyKind.Contraindication && s.AppliesTo(intervention)).ToList();
            if (against.Count == 0 || GateAnalysis.CanBeTrue(new NotGate { Operand = new AnyGate { Operands = [.. against.Select(s => s.When)] } }, context.Factors))
                continue;
            context.Document.Entry(Section.Interventions, own.Id, own).Report(
                DiagnosticCodes.ContraindicatedForAll,
                $"The intervention '{own.Id}' is contraindicated for everyone: {string.Join(", ", against.Select(s => s.Id))}.",
                "Mend the contraindications, or take the intervention out.", "id");
        }
    }
}
