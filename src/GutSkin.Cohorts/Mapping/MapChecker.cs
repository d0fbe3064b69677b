using System.Collections.Immutable;

namespace GutSkin.Cohorts.Mapping;

/// <summary>Holds a map against a rule set and the columns of a table.</summary>
internal static class MapChecker
{
    public static ImmutableArray<Diagnostic> Check(CohortMap map, IReadOnlyCollection<string> columns, ResolvedRuleSet rules, string? file)
    {
        var found = new List<Diagnostic>();
        var names = columns.Select(c => c.Trim()).ToHashSet(StringComparer.Ordinal);
        if (map.Id is { } id)
            Column(id, "$.id");
        foreach (var (name, mapping) in map.Columns)
        {
            string path = $"$.columns.{name}";
            Column(name, path);
            if (mapping.UnitColumn is { } unit)
                Column(unit, path + ".unitColumn");
            if (mapping.Factor is { } factor)
                Factor(factor, mapping.Unit, path);
            if (mapping.Factor is { } answered && rules.FindFactor(answered) is { } known)
                Codes(mapping, known, path, Add);
        }

        foreach (var computed in map.Computed)
        {
            string path = $"$.compute.{computed.Factor}";
            Factor(computed.Factor, computed.Unit, path);
            if (rules.FindFactor(computed.Factor) is { IsNumeric: false })
                Add(CohortDiagnostics.BadMap, path, $"The factor '{computed.Factor}' takes no number, so nothing can be computed for it.", null);
            foreach (string column in computed.Terms.Keys.Concat(computed.Powers.Keys))
                Column(column, path);
        }

        var used = map.Columns.Keys.Concat(map.Columns.Values.Select(c => c.UnitColumn)).Concat(map.Computed.SelectMany(c => c.Terms.Keys.Concat(c.Powers.Keys))).Append(map.Id ?? "id").ToHashSet();
        string[] rest = [.. names.Where(n => !used.Contains(n) && rules.FindFactor(n) is null && n.Length > 0).Order(StringComparer.Ordinal)];
        if (rest.Length > 0)
            found.Add(CohortDiagnostics.Warning(CohortDiagnostics.LeftOut, $"Columns that the map does not name: {string.Join(", ", rest.Select(CohortDiagnostics.Quote))}.", "They are left out.", file));
        return [.. found];

        void Column(string name, string path)
        {
            if (!names.Contains(name))
                Add(CohortDiagnostics.NoSuchColumn, path, $"The table has no column {CohortDiagnostics.Quote(name)}.", Nearest.Hint(name, names));
        }

        void Factor(string id, string? unit, string path)
        {
            if (rules.FindFactor(id) is not { } factor)
                Add("GS0501", path, $"There is no factor {CohortDiagnostics.Quote(id)}.", Nearest.Hint(id, rules.Data.Factors.Select(f => f.Id)));
            else if (unit is not null && !Reading.UnitNames.TryFind(factor, unit, out _))
                Add("GS0505", path, $"The factor '{id}' has no conversion from the unit {CohortDiagnostics.Quote(unit)}.", Reading.UnitNames.Hint(factor));
        }

        void Add(string code, string path, string message, string? hint) =>
            found.Add(CohortDiagnostics.Error(code, message, hint, file, line: null) with { Path = path });
    }

    /// <summary>Says which codes stand for what their factor does not take.</summary>
    public static void Codes(ColumnMapping mapping, Factor factor, string path, Action<string, string, string, string?> add)
    {
        foreach (var (code, meaning) in mapping.Recode)
        {
            if (meaning is { } value && !TryValue(factor, value, out _))
                add(CohortDiagnostics.BadRecoding, $"{path}.recode.{code}", $"The factor '{factor.Id}' does not take what the code {CohortDiagnostics.Quote(code)} stands for.", factor.Kind switch
                {
                    FactorKind.Boolean => "Write true or false.",
                    FactorKind.Choice => $"Choices: {string.Join(", ", factor.Choices)}.",
                    _ => "Write a number.",
                });
        }
    }

    /// <summary>A meaning as the number that stands for it.</summary>
    public static bool TryValue(Factor? factor, FactorValue value, out double number)
    {
        number = value.Kind switch
        {
            FactorValueKind.Number => value.AsNumber,
            FactorValueKind.Boolean => value.AsBoolean ? 1 : 0,
            _ => factor?.IndexOfChoice(value.AsChoice) ?? -1,
        };
        return value.Kind switch
        {
            FactorValueKind.Number => factor is null || factor.IsNumeric,
            FactorValueKind.Boolean => factor?.Kind == FactorKind.Boolean,
            _ => number >= 0,
        };
    }
}

/// <summary>What a mistyped name could have been meant to be.</summary>
internal static class Nearest
{
    /// <summary>The nearest name within a third of its letters, as a question; null where none is near.</summary>
    public static string? Hint(string name, IEnumerable<string> known)
    {
        string? best = null;
        int least = (Math.Min(name.Length, 60) / 3) + 1;
        foreach (string candidate in known.Where(k => Math.Abs(k.Length - name.Length) < least).Order(StringComparer.Ordinal))
        {
            int distance = Distance(name, candidate);
            if (distance < least)
                (best, least) = (candidate, distance);
        }

        return best is null ? null : $"Did you mean {CohortDiagnostics.Quote(best)}?";
    }

    /// <summary>Levenshtein's distance, letters compared without case.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int here = char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]) ? diagonal : Math.Min(diagonal, Math.Min(row[j], row[j + 1])) + 1;
                (diagonal, row[j + 1]) = (row[j + 1], here);
            }
        }

        return row[^1];
    }
}
