using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace GutSkin.Cohorts.Mapping;

/// <summary>Reads the form of a map: names, kinds, and nothing that it does not know.</summary>
internal sealed class MapReader(string? file)
{
    private readonly List<Diagnostic> faults = [];

    public ReadResult<CohortMap> Read(JsonElement root, string sha256)
    {
        string? id = null;
        ImmutableArray<string> missing = [];
        var columns = ImmutableSortedDictionary.CreateBuilder<string, ColumnMapping>(StringComparer.Ordinal);
        var computed = ImmutableArray.CreateBuilder<ComputedAnswer>();
        foreach (var (name, value, path) in Properties(root, "$", "$schema", "id", "missing", "columns", "compute"))
        {
            switch (name)
            {
                case "id":
                    id = Text(value, path);
                    break;
                case "missing":
                    missing = Codes(value, path);
                    break;
                case "columns":
                    foreach (var column in Properties(value, path))
                        columns[column.Name] = Column(column.Value, column.Path);
                    break;
                case "compute":
                    foreach (var target in Properties(value, path))
                        computed.Add(Computation(target.Name, target.Value, target.Path));
                    break;
            }
        }

        if (faults.Count == 0 && columns.Count == 0)
            Fault("$", "The map has no columns.", "Name them under \"columns\": { \"age\": { \"factor\": \"person.age\" } }.");
        return faults.Count > 0 ? ReadResult.Failed<CohortMap>([.. faults]) : ReadResult.Of(new CohortMap(id, missing, columns.ToImmutable(), computed.ToImmutable(), sha256));
    }

    private ColumnMapping Column(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String)
            return new ColumnMapping { Factor = json.GetString() };
        string? factor = null, unit = null, unitColumn = null;
        bool ignore = false;
        ImmutableArray<string> missing = [];
        var recode = ImmutableSortedDictionary.CreateBuilder<string, FactorValue?>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Properties(json, path, "factor", "unit", "unitColumn", "recode", "missing", "ignore"))
        {
            switch (name)
            {
                case "factor":
                    factor = Text(value, at);
                    break;
                case "unit":
                    unit = Text(value, at);
                    break;
                case "unitColumn":
                    unitColumn = Text(value, at);
                    break;
                case "missing":
                    missing = Codes(value, at);
                    break;
                case "ignore" when value.ValueKind is JsonValueKind.True or JsonValueKind.False:
                    ignore = value.GetBoolean();
                    break;
                case "recode":
                    foreach (var code in Properties(value, at))
                        recode[code.Name] = Meaning(code.Value, code.Path);
                    break;
                default:
                    Fault(at, "This must be true or false.", null);
                    break;
            }
        }

        if (ignore && (factor is not null || unit is not null || unitColumn is not null))
            Fault(path, "A column that is left out answers no factor.", "Remove \"ignore\", or the rest.");
        if (unit is not null && unitColumn is not null)
            Fault(path, "A column has its unit from one place.", "Keep \"unit\" or \"unitColumn\".");
        return new ColumnMapping { Factor = factor, Unit = unit, UnitColumn = unitColumn, Recode = recode.ToImmutable(), Missing = missing, Ignore = ignore };
    }

    private ComputedAnswer Computation(string factor, JsonElement json, string path)
    {
        string? unit = null;
        double intercept = 0, times = 1;
        var terms = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var powers = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var (name, value, at) in Properties(json, path, "unit", "linear", "product"))
        {
            if (name == "unit")
                unit = Text(value, at);
            foreach (var part in name == "unit" ? [] : Properties(value, at, name == "linear" ? ["intercept", "terms"] : ["times", "powers"]))
            {
                if (part.Name is "intercept")
                    intercept = Number(part.Value, part.Path);
                else if (part.Name is "times")
                    times = Number(part.Value, part.Path);
                else
                    foreach (var term in Properties(part.Value, part.Path))
                        Term(term.Name, term.Value, term.Path);
            }

            void Term(string column, JsonElement number, string place)
            {
                double read = Number(number, place);
                if (name == "linear")
                    terms[column] = read;
                else if (read is -2 or -1 or 1 or 2)
                    powers[column] = (int)read;
                else
                    Fault(place, "A power is -2, -1, 1 or 2.", null);
            }
        }

        if (terms.Count == 0 == (powers.Count == 0))
            Fault(path, "A computed answer is one of a sum (\"linear\" with \"terms\") and a product (\"product\" with \"powers\").", null);
        return new ComputedAnswer { Factor = factor, Unit = unit, Intercept = intercept, Terms = terms.ToImmutable(), Times = times, Powers = powers.ToImmutable() };
    }

    private List<(string Name, JsonElement Value, string Path)> Properties(JsonElement json, string path, params string[] allowed)
    {
        var found = new List<(string, JsonElement, string)>();
        if (json.ValueKind != JsonValueKind.Object)
        {
            Fault(path, "This must be an object.", null);
            return found;
        }

        foreach (var property in json.EnumerateObject())
        {
            string at = $"{path}.{property.Name}";
            if (allowed.Length == 0 || allowed.Contains(property.Name))
                found.Add((property.Name, property.Value, at));
            else if (!property.Name.StartsWith("x-", StringComparison.Ordinal))
                Fault(at, $"There is no property {CohortDiagnostics.Quote(property.Name)} here.", $"Properties: {string.Join(", ", allowed)}.");
        }

        return found;
    }

    private ImmutableArray<string> Codes(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return [.. json.EnumerateArray().Select((code, i) => Code(code, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]"))];
        return [Code(json, path)];
    }

    private string Code(JsonElement json, string path) => json.ValueKind == JsonValueKind.Number ? json.GetRawText() : Text(json, path);

    private FactorValue? Meaning(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.True or JsonValueKind.False:
                return FactorValue.Boolean(json.GetBoolean());
            case JsonValueKind.Number:
                return FactorValue.Number(Number(json, path));
            case JsonValueKind.String:
                return FactorValue.Choice(json.GetString()!);
            default:
                Fault(path, "A code stands for a number, true or false, a choice, or null for no answer.", null);
                return null;
        }
    }

    private string Text(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String)
            return json.GetString()!;
        Fault(path, "This must be a text in quotes.", null);
        return "";
    }

    private double Number(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double number) && double.IsFinite(number))
            return number;
        Fault(path, "This must be a number.", null);
        return 0;
    }

    private void Fault(string path, string message, string? hint) =>
        faults.Add(CohortDiagnostics.Error(CohortDiagnostics.BadMap, message, hint, file, line: null) with { Path = path });
}
