using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Fhir.Codes;

/// <summary>The codes that stand for factors of one rule set: those of the package, and those that the rule set itself gives (an overlay's too).</summary>
internal sealed class CodeTable
{
    private static readonly (string Key, string System)[] ConditionCodes =
        [("icd10", CodeSystems.Icd10), ("icd11", CodeSystems.Icd11), ("snomed", CodeSystems.Snomed)];

    private readonly Dictionary<(CodeUse Of, string System, string Code), CodeRow> rows = [];

    public CodeTable(ResolvedRuleSet ruleSet)
    {
        foreach (var row in CodeFile.Shipped.Codes)
        {
            var known = row.Factors.RemoveAll(f => ruleSet.FindFactor(f) is null);
            if (known.Length > 0 || row.Factors.IsEmpty)
                rows[(row.Of, row.System, row.Code)] = row with { Factors = known };
        }

        foreach (var factor in ruleSet.Data.Factors)
        {
            if (factor.Codes.TryGetValue(CodeSystems.Loinc, out string? loinc))
                Add(CodeUse.Observation, CodeSystems.Loinc, loinc, factor.Id, below: false);
        }

        foreach (var condition in ruleSet.Data.Conditions.Where(c => c.Presence is not null))
        {
            foreach (var (key, system) in ConditionCodes)
            {
                if (condition.Codes.TryGetValue(key, out string? code))
                    Add(CodeUse.Condition, system, code, condition.Presence!, below: system == CodeSystems.Icd10);
            }
        }
    }

    /// <summary>The rows that codes stand for, each once.</summary>
    public ImmutableArray<CodeRow> Find(CodeUse of, IEnumerable<(string System, string Code)> codes) =>
        [.. codes.Select(c => Find(of, c.System, c.Code)).OfType<CodeRow>().Where(r => !r.Factors.IsEmpty).Distinct()];

    /// <summary>The factors of a use that something negative speaks about, such as "no known allergy".</summary>
    public ImmutableArray<string> FactorsOf(CodeUse of) =>
        [.. rows.Values.Where(r => r.Of == of && !r.None).SelectMany(r => r.Factors).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The first code of a system for a factor, to write it; null where none is known.</summary>
    public CodeRow? CodeOf(CodeUse of, string system, string factor) =>
        rows.Values.Where(r => r.Of == of && r.System == system && r.Factors.Contains(factor)).MinBy(r => r.Code, StringComparer.Ordinal);

    private CodeRow? Find(CodeUse of, string system, string code)
    {
        if (rows.TryGetValue((of, system, code), out var exact))
            return exact;
        for (int length = code.Length - 1; length >= 3; length--)
        {
            if (rows.TryGetValue((of, system, code[..length]), out var above) && above.Below)
                return above.Except.Any(e => code.StartsWith(e, StringComparison.Ordinal)) ? null : above;
        }

        return null;
    }

    private void Add(CodeUse of, string system, string code, string factor, bool below) =>
        rows.TryAdd((of, system, code), new CodeRow { Of = of, System = system, Code = code, Factors = [factor], Below = below });
}
