using System.Collections.Immutable;
using GutSkin.Cohorts.Mapping;

namespace GutSkin.Cohorts.Reading;

/// <summary>Binds the names of a table's columns to factors: by id, with a unit in brackets, or through a map.</summary>
internal sealed class LayoutBinder
{
    private const string IdName = "id";
    private readonly CohortReadOptions options;
    private readonly IScoringService service;
    private readonly List<Diagnostic> faults = [];
    private readonly List<Diagnostic> notices = [];
    private readonly List<BoundColumn> columns = [];
    private readonly List<SecondColumn> seconds = [];
    private readonly Dictionary<string, (int Column, string? Unit)> firsts = [];
    private readonly List<string> leftOut = [];
    private readonly string idName;
    private int idCell = -1;

    public LayoutBinder(CohortReadOptions options)
    {
        this.options = options;
        service = options.Service;
        idName = options.Map?.Id ?? IdName;
    }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<Diagnostic> Faults => faults;

    /// <summary>What was noticed.</summary>
    public IReadOnlyList<Diagnostic> Notices => notices;

    /// <summary>Whether a name means something here.</summary>
    public bool Knows(string name)
    {
        name = name.Trim();
        return IsId(name) || options.Map?.Columns.ContainsKey(name) == true || service.RuleSet.FindFactor(Split(name).Factor) is not null || UnitFactor(name) is not null;
    }

    /// <summary>Binds a header.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="mark">What stands before decimals.</param>
    /// <param name="hasRowNames">Whether the first column, without a name, holds the names of the rows.</param>
    /// <returns>The layout; of no use where there are faults.</returns>
    public TableLayout Bind(string[] names, char mark, bool hasRowNames)
    {
        string[] trimmed = [.. names.Select(n => n.Trim())];
        var unitCells = UnitCells(trimmed);
        for (int cell = 0; cell < trimmed.Length; cell++)
        {
            if (cell == 0 && hasRowNames)
                continue;
            if (!unitCells.ContainsValue(cell))
                Bind(trimmed, cell, mark, unitCells);
        }

        if (hasRowNames)
        {
            bool isId = idCell < 0;
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.RowNames, "The first column has no name: it holds the names of the rows.", isId ? "They are read as ids." : "They are left out."));
            idCell = isId ? 0 : idCell;
        }

        foreach (string absent in (options.Map is { } map ? map.Columns.Keys.Append(map.Id).OfType<string>() : []).Except(trimmed))
            faults.Add(CohortDiagnostics.Error(CohortDiagnostics.NoSuchColumn, $"The table has no column {CohortDiagnostics.Quote(absent)}, which the map names.", Nearest.Hint(absent, trimmed)));
        foreach (var missing in options.Missing.Where(m => m.Column is not null && !columns.Any(c => IsFor(m, c.Name, c.Reader.Factor))))
            faults.Add(CohortDiagnostics.Error(CohortDiagnostics.NoSuchColumn, $"A code for missing answers names no column: {CohortDiagnostics.Quote(missing.Column!)}.", Nearest.Hint(missing.Column!, columns.Select(c => c.Name))));
        var outputs = firsts.Select(f => (columns[f.Value.Column].Reader.Factor!, f.Value.Column)).ToList();
        var computed = Computed(trimmed, mark, outputs);
        int group = GroupCell(trimmed);
        if (outputs.Count == 0 && faults.Count == 0)
            faults.Add(CohortDiagnostics.Error("GS0102", "The header names no factor.", "The first line names a factor a column; columns with other names take a map file."));
        if (leftOut.Count > 0)
            notices.Add(CohortDiagnostics.Warning(CohortDiagnostics.LeftOut, string.Join(", ", leftOut)));
        return new TableLayout
        {
            Names = trimmed,
            IdCell = idCell,
            GroupCell = group,
            Columns = [.. columns],
            Computed = [.. computed],
            Seconds = [.. seconds],
            Outputs = [.. outputs],
        };
    }

    /// <summary><c>factor[unit]</c>, <c>factor (unit)</c>, or a factor alone.</summary>
    internal static (string Factor, string? Unit) Split(string name)
    {
        char open = name.Length > 0 ? name[^1] switch { ']' => '[', ')' => '(', _ => '\0' } : '\0';
        int bracket = open == '\0' ? -1 : name.IndexOf(open, StringComparison.Ordinal);
        return bracket > 0 ? (name[..bracket].TrimEnd(), name[(bracket + 1)..^1].Trim()) : (name, null);
    }

    private bool IsId(string name) => options.Map?.Id is { } id ? name == id : name.Equals(IdName, StringComparison.OrdinalIgnoreCase);

    private void Bind(string[] names, int cell, char mark, Dictionary<string, int> unitCells)
    {
        string name = names[cell];
        var mapping = options.Map?.Columns.GetValueOrDefault(name);
        if (IsId(name) && mapping is null)
        {
            if (idCell >= 0)
                faults.Add(CohortDiagnostics.Error("GS0105", $"There are two columns for '{idName}'.", "Keep one of the two."));
            idCell = cell;
        }
        else if (mapping is { Ignore: true })
        {
            return;
        }
        else if (mapping is not null)
        {
            if (mapping.Factor is { } target && service.RuleSet.FindFactor(target) is null)
                faults.Add(Unknown(target) with { Message = $"The map names the factor {CohortDiagnostics.Quote(target)} for {CohortDiagnostics.Quote(name)}; there is none." });
            else
                Add(name, cell, mapping.Factor is { } id ? service.RuleSet.FindFactor(id) : null, mapping.Unit, mark, mapping, mapping.UnitColumn is { } unit ? Array.IndexOf(names, unit) : -1);
        }
        else
        {
            var (factorId, unit) = Split(name);
            if (service.RuleSet.FindFactor(factorId) is { } factor)
                Add(name, cell, factor, unit, mark, null, unit is null ? unitCells.GetValueOrDefault(factorId, -1) : -1);
            else if (name.Length == 0 && !options.IgnoreUnknown)
                faults.Add(CohortDiagnostics.Error("GS0102", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The column {cell + 1} has no name."), null));
            else if (options.IgnoreUnknown || options.Map is not null || name == options.GroupBy)
                LeaveOut(name, factorId);
            else
                faults.Add(Unknown(factorId));
        }
    }

    private void LeaveOut(string name, string factorId)
    {
        if (name == options.GroupBy || name.Length == 0 || options.Map?.Columns.Values.Any(c => c.UnitColumn == name) == true)
            return;
        string? hint = Unknown(factorId).Hint;
        leftOut.Add(hint is not null && hint.Split('\'') is [_, var near, _] ? $"{Plain(name)} (nearest: {near})" : Plain(name));
    }

    private static string Plain(string name) => CohortDiagnostics.Quote(name)[1..^1];

    private void Add(string name, int cell, Factor? factor, string? unit, char mark, ColumnMapping? mapping, int unitCell)
    {
        UnitConversion? conversion = null;
        if (factor is not null && unit is not null && !UnitNames.TryFind(factor, unit, out conversion))
        {
            faults.Add(CohortDiagnostics.Error("GS0505", $"The factor '{factor.Id}' has no conversion from this unit.", UnitNames.Hint(factor)));
            return;
        }

        if (factor is not null && mapping is not null)
        {
            int before = faults.Count;
            MapChecker.Codes(mapping, factor, $"$.columns.{name}", (code, path, message, hint) => faults.Add(CohortDiagnostics.Error(code, message, hint) with { Path = path }));
            if (faults.Count > before)
                return;
        }

        int column = columns.Count;
        string[] missing = [.. options.Missing.Where(m => IsFor(m, name, factor) || m.Column is null).Select(m => m.Code), .. options.Map?.Missing ?? [], .. mapping?.Missing ?? []];
        columns.Add(new BoundColumn(cell, unitCell, name, new CellReader(factor, conversion, mark, Recode(mapping, factor), missing)));
        if (factor is null)
            return;
        if (!firsts.TryGetValue(factor.Id, out var first))
            firsts[factor.Id] = (column, unit ?? factor.Unit);
        else if (factor.IsNumeric && first.Unit != (unit ?? factor.Unit))
            seconds.Add(new SecondColumn(first.Column, column, MustAgree: true));
        else
            faults.Add(CohortDiagnostics.Error("GS0105", $"There are two columns for '{factor.Id}'.", "Keep one of the two."));
    }

    private static Recoding? Recode(ColumnMapping? mapping, Factor? factor) => mapping is null || mapping.Recode.IsEmpty ? null
        : new Recoding(mapping.Recode.ToDictionary(r => r.Key, r => r.Value is { } v && MapChecker.TryValue(factor, v, out double number) ? number : double.NaN));

    private static bool IsFor(MissingCode code, string name, Factor? factor) => code.Column is not null && (code.Column == name || code.Column == factor?.Id);

    /// <summary>The columns that hold the unit of each row, by the factor that they are for.</summary>
    private Dictionary<string, int> UnitCells(string[] names)
    {
        var cells = new Dictionary<string, int>();
        for (int cell = 0; cell < names.Length; cell++)
        {
            if (options.Map?.Columns.ContainsKey(names[cell]) == true || UnitFactor(names[cell]) is not { } factor || !names.Contains(factor.Id))
                continue;
            if (!factor.IsNumeric || !cells.TryAdd(factor.Id, cell))
                faults.Add(CohortDiagnostics.Error(CohortDiagnostics.UnitColumn, $"The column {CohortDiagnostics.Quote(names[cell])} cannot be the unit of '{factor.Id}'.", factor.IsNumeric ? "Keep one column of units." : "The factor takes no unit."));
        }

        if (options.Map is { } map)
        {
            foreach (var (name, mapping) in map.Columns.Where(c => c.Value.UnitColumn is not null))
            {
                if (Array.IndexOf(names, mapping.UnitColumn) < 0)
                    faults.Add(CohortDiagnostics.Error(CohortDiagnostics.NoSuchColumn, $"The table has no column {CohortDiagnostics.Quote(mapping.UnitColumn!)}, which the map names for the unit of {CohortDiagnostics.Quote(name)}.", Nearest.Hint(mapping.UnitColumn!, names)));
            }
        }

        return cells;
    }

    /// <summary>The factor that a column of units is for: <c>lab.vitamin-d.unit</c>, <c>lab.vitamin-d (unit)</c>.</summary>
    private Factor? UnitFactor(string name)
    {
        foreach (string ending in (ReadOnlySpan<string>)[".unit", "_unit", " unit", "-unit", ".units", "_units", " units", "[unit]", "(unit)"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && service.RuleSet.FindFactor(name[..^ending.Length].TrimEnd()) is { } factor)
                return factor;
        }

        return null;
    }

    private List<BoundComputation> Computed(string[] names, char mark, List<(Factor Factor, int Column)> outputs)
    {
        var computed = new List<BoundComputation>();
        foreach (var answer in options.Map?.Computed ?? [])
        {
            if (service.RuleSet.FindFactor(answer.Factor) is not { IsNumeric: true } factor)
            {
                faults.Add(service.RuleSet.FindFactor(answer.Factor) is null ? Unknown(answer.Factor) : CohortDiagnostics.Error(CohortDiagnostics.BadMap, $"The factor '{answer.Factor}' takes no number, so nothing can be computed for it."));
                continue;
            }

            UnitConversion? conversion = null;
            if (answer.Unit is not null && !UnitNames.TryFind(factor, answer.Unit, out conversion))
                faults.Add(CohortDiagnostics.Error("GS0505", $"The factor '{factor.Id}' has no conversion from this unit.", UnitNames.Hint(factor)));
            int[] inputs = [.. answer.Terms.Keys.Concat(answer.Powers.Keys).Select(name => Input(name, names, mark))];
            if (inputs.Contains(-1))
                continue;
            computed.Add(new BoundComputation(answer, inputs, new CellReader(factor, conversion, mark, null, [])));
        }

        for (int i = 0; i < computed.Count; i++)
        {
            var factor = computed[i].Reader.Factor!;
            if (firsts.TryGetValue(factor.Id, out var first))
                seconds.Add(new SecondColumn(first.Column, columns.Count + i, MustAgree: false));
            else
                outputs.Add((factor, columns.Count + i));
        }

        return computed;
    }

    /// <summary>The column that a computation reads: one that is bound already, or one that only it reads.</summary>
    private int Input(string name, string[] names, char mark)
    {
        int bound = columns.FindIndex(c => c.Name == name);
        int cell = Array.IndexOf(names, name);
        if (bound < 0 && cell < 0)
            faults.Add(CohortDiagnostics.Error(CohortDiagnostics.NoSuchColumn, $"The table has no column {CohortDiagnostics.Quote(name)}, which the map computes with.", Nearest.Hint(name, names)));
        if (bound >= 0 || cell < 0)
            return bound;
        leftOut.RemoveAll(l => l == Plain(name) || l.StartsWith(Plain(name) + " (nearest", StringComparison.Ordinal));
        columns.Add(new BoundColumn(cell, -1, name, new CellReader(null, null, mark, null, [.. options.Map!.Missing, .. options.Missing.Where(m => m.Column is null || m.Column == name).Select(m => m.Code)])));
        return columns.Count - 1;
    }

    private int GroupCell(string[] names)
    {
        if (options.GroupBy is not { } group)
            return -1;
        int cell = Array.IndexOf(names, group);
        if (cell < 0 && columns.Find(c => c.Reader.Factor?.Id == group) is { } column)
            cell = column.Cell;
        if (cell < 0)
            faults.Add(CohortDiagnostics.Error(CohortDiagnostics.NoSuchColumn, $"The table has no column {CohortDiagnostics.Quote(group)} to group by.", Nearest.Hint(group, names)));
        return cell;
    }

    /// <summary>What the library says about an unknown factor, with the nearest.</summary>
    private Diagnostic Unknown(string factorId) => service.Check(PersonProfile.Create().With(factorId, 0).Build())[0] with { Line = 1 };
}
