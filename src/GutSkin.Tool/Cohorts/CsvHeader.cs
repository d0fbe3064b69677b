using System.Collections.Frozen;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>
/// The header of a table: <c>id</c>, if there are ids, and factors, each with its unit in brackets where that is not the
/// factor's own: <c>diet.fiber[mg/d]</c>.
/// </summary>
internal sealed class CsvHeader
{
    private const string IdName = "id";
    private const string RepeatedCode = "GS0105";
    private const string MissingCode = "GS0102";

    private CsvHeader(int cells, int idCell, CsvColumn[] columns, string[] ignored)
    {
        Cells = cells;
        IdCell = idCell;
        Columns = columns;
        Ignored = ignored;
    }

    /// <summary>How many cells a row has.</summary>
    public int Cells { get; }

    /// <summary>Which cell is the id; −1 where there is none.</summary>
    public int IdCell { get; }

    /// <summary>The columns of factors.</summary>
    public CsvColumn[] Columns { get; }

    /// <summary>The names of the columns that are left out.</summary>
    public string[] Ignored { get; }

    /// <summary>Binds a header to a rule set.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="service">The rule set.</param>
    /// <param name="ignoreUnknown">Whether unknown columns are left out.</param>
    /// <param name="faults">Everything that is wrong with it.</param>
    /// <returns>The header; of no use where there are faults.</returns>
    public static CsvHeader Bind(IReadOnlyList<string> names, IScoringService service, bool ignoreUnknown, ICollection<Diagnostic> faults)
    {
        var factors = service.RuleSet.Data.Factors.ToFrozenDictionary(f => f.Id);
        var columns = new List<CsvColumn>();
        var ignored = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int idCell = -1;
        for (int cell = 0; cell < names.Count; cell++)
        {
            string name = names[cell].Trim();
            var (factorId, unit) = Split(name);
            if (name.Length > 0 && !seen.Add(factorId))
            {
                faults.Add(Fault(RepeatedCode, $"There are two columns for '{factorId}'.", "Keep one of the two."));
            }
            else if (name == IdName)
            {
                idCell = cell;
            }
            else if (factors.TryGetValue(factorId, out var factor))
            {
                if (unit is not null && Find(service, PersonProfile.Create().With(factorId, Example(factor), unit).Build()) is { } wrong)
                    faults.Add(wrong);
                else
                    columns.Add(new CsvColumn(cell, factor, unit));
            }
            else if (ignoreUnknown)
            {
                ignored.Add(name);
            }
            else if (name.Length == 0)
            {
                faults.Add(Fault(MissingCode, $"The column {cell + 1} has no name.", null));
            }
            else
            {
                faults.Add(Find(service, PersonProfile.Create().With(factorId, 0).Build())!);
            }
        }

        if (columns.Count == 0 && faults.Count == 0)
            faults.Add(Fault(MissingCode, "The header names no factor.", "The first line names a factor a column, with commas between them."));
        return new CsvHeader(names.Count, idCell, [.. columns], [.. ignored]);
    }

    private static (string Factor, string? Unit) Split(string name)
    {
        int bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && name[^1] == ']' ? (name[..bracket], name[(bracket + 1)..^1]) : (name, null);
    }

    private static FactorValue Example(Factor factor) => factor.Kind switch
    {
        FactorKind.Boolean => FactorValue.Boolean(true),
        FactorKind.Choice => FactorValue.Choice(factor.Choices[0]),
        _ => FactorValue.Number(0),
    };

    /// <summary>What the library says about a unit or a name, whatever it says about the example's number.</summary>
    private static Diagnostic? Find(IScoringService service, PersonProfile profile) =>
        service.Check(profile).FirstOrDefault(d => d.Code is "GS0501" or "GS0505");

    private static Diagnostic Fault(string code, string message, string? hint) =>
        new() { Code = code, Severity = DiagnosticSeverity.Error, Message = message, Hint = hint };
}
