using System.Globalization;
using GutSkin.Core.RuleSets;
using Parquet;
using Parquet.Schema;

namespace GutSkin.Cohorts.Tests;

/// <summary>Writes Parquet files as other programs do.</summary>
internal static class ParquetFiles
{
    /// <summary>A table of the built-in rule set: numbers as double, yes and no as bool, choices and ids as text; all nullable.</summary>
    public static byte[] Of(string csv, int groupRows = 100)
    {
        string[] lines = csv.TrimEnd('\n').Split('\n');
        string[] names = lines[0].Split(',');
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split(','))];
        var columns = names.Select((name, c) =>
        {
            var cells = rows.Select(r => r[c]).ToArray();
            return BuiltInRuleSet.Resolved.FindFactor(name)?.Kind switch
            {
                FactorKind.Boolean => Column(name, cells.Select(t => t.Length == 0 ? (bool?)null : t == "true")),
                FactorKind.Integer => Column(name, cells.Select(t => t.Length == 0 ? (int?)null : (int)double.Parse(t, CultureInfo.InvariantCulture))),
                FactorKind.Number => Column(name, cells.Select(t => t.Length == 0 ? (double?)null : double.Parse(t, CultureInfo.InvariantCulture))),
                _ => Text(name, cells.Select(t => t.Length == 0 ? null : t)),
            };
        });
        return Write(groupRows, [.. columns]);
    }

    public static (DataField Field, Array Values) Column<T>(string name, IEnumerable<T?> values)
        where T : struct => (new DataField(name, typeof(T), isNullable: true), values.ToArray());

    public static (DataField Field, Array Values) Full<T>(string name, params T[] values)
        where T : struct => (new DataField(name, typeof(T), isNullable: false), values);

    public static (DataField Field, Array Values) Text(string name, IEnumerable<string?> values) => (new DataField(name, typeof(string), isNullable: true), values.ToArray());

    public static (DataField Field, Array Values) Decimals(string name, params decimal?[] values) => (new DecimalDataField(name, 18, 4, isNullable: true), values);

    public static byte[] Write(int groupRows, params (DataField Field, Array Values)[] columns) => WriteAsync(groupRows, columns).GetAwaiter().GetResult();

    private static async Task<byte[]> WriteAsync(int groupRows, (DataField Field, Array Values)[] columns)
    {
        var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(c => c.Field)), stream))
        {
            writer.CustomMetadata = new Dictionary<string, string> { ["pandas"] = "{}" };
            int rows = columns[0].Values.Length;
            for (int first = 0; first < rows; first += groupRows)
            {
                using var group = writer.CreateRowGroup();
                int count = Math.Min(groupRows, rows - first);
                foreach (var (field, values) in columns)
                {
                    switch (values)
                    {
                        case string?[] texts:
                            await group.WriteAsync(field, texts[first..(first + count)]!);
                            break;
                        case decimal?[] decimals:
                            await group.WriteAsync<decimal>(field, decimals.AsMemory(first, count));
                            break;
                        case double?[] doubles:
                            await group.WriteAsync<double>(field, doubles.AsMemory(first, count));
                            break;
                        case double[] full:
                            await group.WriteAsync<double>(field, full.AsMemory(first, count));
                            break;
                        case float?[] floats:
                            await group.WriteAsync<float>(field, floats.AsMemory(first, count));
                            break;
                        case int?[] ints:
                            await group.WriteAsync<int>(field, ints.AsMemory(first, count));
                            break;
                        case long?[] longs:
                            await group.WriteAsync<long>(field, longs.AsMemory(first, count));
                            break;
                        case bool?[] bools:
                            await group.WriteAsync<bool>(field, bools.AsMemory(first, count));
                            break;
                        case DateTime?[] days:
                            await group.WriteAsync<DateTime>(field, days.AsMemory(first, count));
                            break;
                        default:
                            throw new NotSupportedException(values.GetType().Name);
                    }
                }
            }
        }

        return stream.ToArray();
    }
}
