using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a rule written as a class can be computed: asked once, with nothing known.</summary>
internal static class ClassCheck
{
    public static void Check(EntryCheck entry, ScoringRule rule, RuleClass own)
    {
        var factors = new List<Factor>();
        for (int i = 0; i < own.Factors.Length; i++)
        {
            if (own.Factors.IndexOf(own.Factors[i]) < i)
                entry.Report(DiagnosticCodes.DuplicateId, $"{entry.Scope.Name} declares the factor '{own.Factors[i]}' twice.", "Declare it once.", "factors", i);
            else if (entry.TryGetFactor(own.Factors[i], out var factor) && Fits(entry, own.Inputs[i], factor, i))
                factors.Add(factor);
        }

        if (factors.Count != own.Factors.Length)
            return;
        try
        {
            var burden = new BoundRuleClass(rule.Id, own, [.. factors]).BurdenOfNothing(new double[factors.Count]);
            if (burden.High == 0 && rule.IsScored && entry.InForce)
                entry.Report(
                    DiagnosticCodes.RuleNeverMoves, $"{entry.Scope.Name} says that no answer gives a burden above 0.",
                    "Where nothing is known, return the burdens that answers could give.");
        }
        catch (ComputedRuleException fault)
        {
            entry.Report(
                DiagnosticCodes.ClassFails, $"Asked with nothing known: {fault.Message}",
                "Let it return the burdens the missing answers leave possible: known.Range(factor), or BurdenRange.Any.");
        }
    }

    /// <summary>Whether a key says of a factor what the factor says of itself.</summary>
    private static bool Fits(EntryCheck entry, FactorKey key, Factor factor, int index)
    {
        bool fits = key switch
        {
            NumberFactor or IntegerFactor => factor.IsNumeric,
            BooleanFactor => factor.Kind == FactorKind.Boolean,
            ChoiceFactor => factor.Kind == FactorKind.Choice,
            _ => true,
        };
        if (!fits)
            entry.Report(
                DiagnosticCodes.WrongKind, $"{entry.Scope.Name} reads '{factor.Id}' as another kind: it {FactorKinds.Takes(factor)}.", null, "factors", index);
        UnitCheck.Check(entry, factor, key.NumbersIn, "class", ["factors", index]);
        return fits;
    }
}
