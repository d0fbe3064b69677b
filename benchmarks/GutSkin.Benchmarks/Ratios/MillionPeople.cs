using System.Globalization;
using System.Text;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Benchmarks;

/// <summary>Many people of 60 columns for the built-in rule set, in a table and in Parquet: the same ones each time.</summary>
internal sealed class MillionPeople
{
    private const int GroupRows = 50_000;
    private const int Columns = 60;

    private readonly Factor[] factors;

    public MillionPeople(int people)
    {
        People = people;
        var rules = BuiltInRuleSet.Resolved.Data;

        // The factors that most rules are about.
        factors =
        [
            .. rules.Rules.Where(r => r.IsScored && r.Factor is not null).GroupBy(r => r.Factor!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => rules.Factors.Single(f => f.Id == g.Key))
                .Concat(rules.Factors).Distinct().Take(Columns),
        ];
    }

    public int People { get; }

    /// <summary>Writes both files.</summary>
    public async Task WriteAsync(string table, string parquet)
    {
        DataField[] fields = [new("id", typeof(string), isNullable: false), .. factors.Select(f => new DataField(f.Id, f.Kind switch { FactorKind.Boolean => typeof(bool), FactorKind.Choice => typeof(string), _ => typeof(double) }, isNullable: true))];
        await using var text = new StreamWriter(table, append: false, new UTF8Encoding(false), 1 << 16);
        await using var file = File.Create(parquet);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file);
        text.Write($"id,{string.Join(',', factors.Select(f => f.Id))}\n");
        foreach (double[][] rows in Rows().Chunk(GroupRows))
        {
            foreach (double[] row in rows)
                text.Write($"p{row[Columns]:0},{string.Join(',', row.Take(Columns).Select((v, f) => Cell(factors[f], v)))}\n");
            using var group = writer.CreateRowGroup();
            await group.WriteAsync(fields[0], [.. rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"p{r[Columns]:0}"))]);
            for (int f = 0; f < Columns; f++)
            {
                var cells = rows.Select(r => r[f]);
                await (factors[f].Kind switch
                {
                    FactorKind.Boolean => group.WriteAsync<bool>(fields[f + 1], cells.Select(c => double.IsNaN(c) ? (bool?)null : c != 0).ToArray().AsMemory()),
                    FactorKind.Choice => group.WriteAsync(fields[f + 1], cells.Select(c => double.IsNaN(c) ? null : factors[f].Choices[(int)c]).ToArray()!),
                    _ => group.WriteAsync<double>(fields[f + 1], cells.Select(c => double.IsNaN(c) ? (double?)null : c).ToArray().AsMemory()),
                });
            }
        }
    }

    /// <summary>People spread over the cohort, as profiles, with their rows from 1.</summary>
    public IEnumerable<(long Row, PersonProfile Profile)> Sample(int count)
    {
        int every = Math.Max(1, People / count);
        foreach (double[] row in Rows().Where(r => (long)r[Columns] % every == 0))
        {
            var person = PersonProfile.Create();
            for (int f = 0; f < Columns; f++)
            {
                if (double.IsNaN(row[f]))
                    continue;
                person = factors[f].Kind switch
                {
                    FactorKind.Boolean => person.With(factors[f].Id, row[f] != 0),
                    FactorKind.Choice => person.With(factors[f].Id, factors[f].Choices[(int)row[f]]),
                    _ => person.With(factors[f].Id, row[f]),
                };
            }

            yield return ((long)row[Columns], person.Build());
        }
    }

    /// <summary>A number a column, NaN for a fifth of them, and the number of the row.</summary>
    private IEnumerable<double[]> Rows()
    {
        var random = new SampleRandom(7);
        for (int i = 1; i <= People; i++)
        {
            double[] row = [.. factors.Select(f => Answer(f, random)), i];
            yield return row;
        }
    }

    private static double Answer(Factor factor, SampleRandom random)
    {
        double part = random.Next(), low = factor.Min ?? 0, high = factor.Max ?? 100;
        if (random.Next() < 0.2)
            return double.NaN;
        return factor.Kind switch
        {
            FactorKind.Boolean => part < 0.2 ? 1 : 0,
            FactorKind.Choice => Math.Floor(part * factor.Choices.Length),
            FactorKind.Integer => Math.Floor(low + (part * (high - low))),
            _ => Math.Clamp(Math.Round(low + (part * part * (high - low)), 1), low, high),
        };
    }

    private static string Cell(Factor factor, double value) => double.IsNaN(value) ? "" : factor.Kind switch
    {
        FactorKind.Boolean => value != 0 ? "true" : "false",
        FactorKind.Choice => factor.Choices[(int)value],
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
