namespace GutSkin.Microbiome;

/// <summary>
/// BIOM 1.0 (JSON), sparse and dense: rows are features, columns samples
/// (http://biom-format.org/documentation/format_versions/biom-1.0.html). Read forward; where one sample of a seekable file is asked
/// for and the matrix comes before the names of the columns, the file is read twice instead of kept.
/// </summary>
internal sealed class BiomReader
{
    private static readonly string[] Required = ["shape", "matrix_type", "matrix_element_type", "rows", "columns", "data"];
    private static readonly string[] Descriptive = ["id", "format", "format_url", "type", "generated_by", "date"];
    private readonly TextSource source;
    private readonly TableBuilder builder;
    private readonly FileFaults bag;
    private readonly JsonText json;
    private readonly BiomMatrix matrix;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> rowIds = new(StringComparer.Ordinal);
    private readonly BiomTaxonomy taxonomy = new();
    private readonly RowTaxa taxa;
    private bool dataLater;
    private (double Rows, double Columns, int Line) shape = (-1, -1, 1);
    private int rowCount = -1;
    private int columnCount = -1;

    public BiomReader(TextSource source, TableBuilder builder)
    {
        (this.source, this.builder) = (source, builder);
        bag = builder.Bag;
        json = new JsonText(source, bag);
        matrix = new BiomMatrix(json, builder);
        taxa = new RowTaxa(builder);
    }

    public void Read()
    {
        ReadDocument(onlyData: false);
        if (bag.HasErrors)
            return;
        foreach (string name in Required)
        {
            if (!seen.Contains(name))
                bag.Add(MicrobiomeDiagnostics.BiomProperty, json.Line, 1, $"The property {name} is missing.");
        }

        if (bag.HasErrors)
            return;
        string missing = string.Join(", ", Descriptive.Where(name => !seen.Contains(name)));
        if (missing.Length > 0)
            bag.Add(MicrobiomeDiagnostics.BiomDescription, 1, 1, $"The properties {missing} are missing.");
        if (dataLater)
        {
            source.Restart();
            ReadDocument(onlyData: true);
        }

        if (bag.HasErrors)
            return;
        matrix.Resolve();
        CheckShape();
        if (!bag.HasErrors)
            taxa.Finish();
    }

    private void ReadDocument(bool onlyData)
    {
        if (!json.Take('{'))
            return;
        bool first = true;
        while (json.NextProperty(ref first, out string name) && !bag.IsFull)
        {
            if (onlyData)
            {
                _ = name == "data" ? matrix.Read() : json.Skip();
                continue;
            }

            if (!seen.Add(name))
            {
                bag.Add(MicrobiomeDiagnostics.BiomProperty, json.Line, json.Column, $"The property {FileFaults.Quote(name)} is there twice.");
                return;
            }

            if (!ReadProperty(name) || bag.HasErrors)
                return;
        }

        int c = json.Failed ? -1 : json.Next();
        if (c >= 0)
            json.Fail(c, "Something follows the end of the table.");
    }

    private bool ReadProperty(string name)
    {
        switch (name)
        {
            case "shape":
                return ReadShape();
            case "matrix_type":
                return ReadWord(name, ["sparse", "dense"], out string type) && matrix.SetType(type == "dense");
            case "matrix_element_type":
                return ReadWord(name, ["int", "float"], out string element) && matrix.SetWhole(element == "int");
            case "rows":
                rowCount = 0;
                return ReadAxis(AddRow) && CheckCount("rows", rowCount, shape.Rows);
            case "columns":
                var names = new List<string?>();
                int line = json.Line;
                if (!ReadAxis((id, _) => names.Add(id)) || !CheckCount("columns", names.Count, shape.Columns))
                    return false;
                columnCount = names.Count;
                return builder.Select(names, line);
            case "data":
                // One sample is wanted, and which column that is comes later: come back for it.
                dataLater = source.CanRestart && (!matrix.TypeKnown || (builder.Single && !builder.Selected));
                return dataLater ? json.Skip() : matrix.Read();
            default:
                return json.Skip();
        }
    }

    private bool ReadShape()
    {
        bool first = true;
        int line = json.Line, n = 0;
        Span<double> sizes = [-1, -1];
        if (json.Next() != '[')
            return WrongType("shape", "two numbers");
        json.Take('[');
        while (json.NextElement(ref first))
        {
            if (!json.TryNumber(out double value))
                return false;
            if (n < 2)
                sizes[n] = value;
            n++;
        }

        shape = (sizes[0], sizes[1], line);
        return !json.Failed && ((n == 2 && sizes[0] >= 0 && sizes[1] >= 0) || WrongType("shape", "two numbers"));
    }

    private bool ReadWord(string name, string[] allowed, out string value)
    {
        value = "";
        if (json.Next() == '"' && json.TryString(out value) && allowed.Contains(value))
            return true;
        return WrongType(name, string.Join(" or ", allowed));
    }

    private bool WrongType(string name, string expected)
    {
        if (!json.Failed)
            bag.Add(MicrobiomeDiagnostics.BiomProperty, json.Line, json.Column, $"The property {name} should be {expected}.");
        return false;
    }

    // [ { "id": …, "metadata": null | { "taxonomy": … } }, … ]
    private bool ReadAxis(Action<string, string?> add)
    {
        bool first = true;
        if (!json.Take('['))
            return false;
        while (json.NextElement(ref first) && !bag.IsFull)
        {
            string? id = null;
            taxonomy.Clear();
            bool firstProperty = true;
            if (!json.Take('{'))
                return false;
            while (json.NextProperty(ref firstProperty, out string name))
            {
                bool read = name switch
                {
                    "id" when json.Next() == '"' => json.TryString(out id),
                    "metadata" => taxonomy.Read(json),
                    _ => json.Skip(),
                };
                if (!read)
                    return false;
            }

            if (json.Failed)
                return false;
            if (id is null)
                return WrongType("id", "there and a string");
            add(id, taxonomy.Lineage);
        }

        return !json.Failed && !bag.HasErrors;
    }

    private void AddRow(string id, string? lineage)
    {
        rowCount++;
        if (!rowIds.Add(id))
            bag.Add(MicrobiomeDiagnostics.DuplicateTaxon, json.Line, json.Column, $"The row {FileFaults.Quote(id)} is there twice.");
        taxa.Add(id, lineage, line: json.Line);
    }

    private bool CheckCount(string what, int count, double expected)
    {
        if (expected < 0 || count == expected)
            return true;
        bag.Add(MicrobiomeDiagnostics.IndexOutOfRange, json.Line, json.Column, $"There are {count} {what}; the shape says otherwise.");
        return false;
    }

    private void CheckShape()
    {
        if (!CheckCount("rows", rowCount, shape.Rows) || !CheckCount("columns", columnCount, shape.Columns))
            return;
        matrix.CheckReach(rowCount, columnCount);
        if (rowCount == 0)
            bag.Add(MicrobiomeDiagnostics.NoAbundances, shape.Line, 1, "The table has no rows.");
    }
}
