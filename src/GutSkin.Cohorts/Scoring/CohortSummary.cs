using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GutSkin.Cohorts;

/// <summary>
/// The distribution of indexes by condition and group: how many people, mean, deviation, quantiles to a tenth of a point, bands. What
/// could point at few people is not shown: counts below <see cref="SmallestCell"/>, and where one count of a row is hidden, the next
/// smallest too, as the sum would tell it.
/// </summary>
public sealed class CohortSummary
{
    /// <summary>The smallest count that is shown.</summary>
    public const int SmallestCell = 10;

    /// <summary>How many groups there can be.</summary>
    public const int MaxGroups = 200;

    private const string Everybody = "all";
    private readonly ResolvedRuleSet rules;
    private readonly SortedDictionary<string, Distribution[]> groups = new(StringComparer.Ordinal);
    private readonly Distribution[] all;
    private readonly bool isGrouped;

    /// <summary>Begins a summary.</summary>
    /// <param name="ruleSet">Whose conditions and bands they are.</param>
    /// <param name="isGrouped">Whether people are also counted by group.</param>
    public CohortSummary(ResolvedRuleSet ruleSet, bool isGrouped = false)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        rules = ruleSet;
        this.isGrouped = isGrouped;
        all = New();
    }

    /// <summary>Counts the people of a block. Blocks are added in their order, so that sums have the same bits each time.</summary>
    /// <param name="people">The block.</param>
    /// <param name="scores">Its scores.</param>
    /// <exception cref="InvalidInputException">There are more groups than <see cref="MaxGroups"/>.</exception>
    public void Add(CohortBatch people, CohortScores scores)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(scores);
        for (int c = 0; c < rules.ScoredConditions.Length; c++)
        {
            var values = scores.Scores(rules.ScoredConditions[c]);
            for (int person = 0; person < values.Length; person++)
            {
                all[c].Add(values[person]);
                if (isGrouped)
                    GroupOf(people.GroupOf(person) ?? "(none)")[c].Add(values[person]);
            }
        }
    }

    /// <summary>Writes all that was counted, so that a later run can go on: hidden counts too.</summary>
    /// <param name="state">Where it goes.</param>
    public void Save(Stream state)
    {
        using var to = new BinaryWriter(state, Encoding.UTF8, leaveOpen: true);
        to.Write(groups.Count);
        foreach (var (name, distributions) in groups.Prepend(new(Everybody, all)))
        {
            to.Write(name);
            foreach (var distribution in distributions)
                distribution.Save(to);
        }
    }

    /// <summary>Goes on with what an earlier run counted, before anybody is added.</summary>
    /// <param name="state">What it wrote, for the same rule set.</param>
    public void GoOn(Stream state)
    {
        using var from = new BinaryReader(state, Encoding.UTF8, leaveOpen: true);
        int count = from.ReadInt32();
        for (int i = 0; i <= count; i++)
        {
            string name = from.ReadString();
            foreach (var distribution in i == 0 ? all : GroupOf(name))
                distribution.GoOn(from);
        }
    }

    /// <summary>The summary as JSON.</summary>
    /// <param name="to">Where it goes, in UTF-8.</param>
    public void WriteTo(IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("schema", "gutskin.summary/1");
        json.WriteString("ruleSetSha256", rules.Sha256);
        json.WriteString("disclaimer", rules.Disclaimer);
        json.WriteNumber("smallestCell", SmallestCell);
        json.WriteStartArray("groups");
        foreach (var (name, distributions, isHidden) in Shown())
        {
            json.WriteStartObject();
            json.WriteString("group", name);
            if (isHidden)
            {
                json.WriteBoolean("suppressed", true);
                json.WriteEndObject();
                continue;
            }

            json.WriteStartArray("conditions");
            for (int c = 0; c < distributions.Length; c++)
                Write(json, rules.ScoredConditions[c], distributions[c]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The summary as a table for people.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, distributions, isHidden) in Shown())
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{(isHidden ? $": fewer than {SmallestCell} people, or hidden with such a group\n" : "\n")}");
            if (isHidden)
                continue;
            int width = rules.ScoredConditions.Max(c => c.Length);
            text.Append(CultureInfo.InvariantCulture, $"  {"".PadRight(width)} {"people",9} {"mean",6} {"sd",6} {"5 %",6} {"25 %",6} {"50 %",6} {"75 %",6} {"95 %",6}  {string.Join("  ", rules.Model.Bands.Select(b => b.Name))}\n");
            for (int c = 0; c < distributions.Length; c++)
            {
                var d = distributions[c];
                string bands = string.Join("  ", Cells(d).Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? "hidden"));
                text.Append(CultureInfo.InvariantCulture, $"  {rules.ScoredConditions[c].PadRight(width)} {d.Count,9} {d.Mean,6:0.0} {d.Deviation,6:0.0} {d.Quantile(0.05),6:0.0} {d.Quantile(0.25),6:0.0} {d.Quantile(0.5),6:0.0} {d.Quantile(0.75),6:0.0} {d.Quantile(0.95),6:0.0}  {bands}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The counts of bands, null where one is hidden.</summary>
    private static ImmutableArray<long?> Cells(Distribution distribution) => Suppress([.. distribution.Bands]);

    /// <summary>Hides counts from 1 to 9, and where it is one alone, the smallest of the others.</summary>
    internal static ImmutableArray<long?> Suppress(ImmutableArray<long> counts)
    {
        var shown = counts.Select(c => c is > 0 and < SmallestCell ? (long?)null : c).ToArray();
        if (shown.Count(c => c is null) == 1)
        {
            long least = shown.Where(c => c > 0).Min() ?? 0;
            int at = Array.FindIndex(shown, c => c == least && c > 0);
            if (at >= 0)
                shown[at] = null;
        }

        return [.. shown];
    }

    private IEnumerable<(string Name, Distribution[] Distributions, bool IsHidden)> Shown()
    {
        bool few = all.Length == 0 || all[0].Count < SmallestCell;
        yield return (Everybody, all, few);
        var counts = groups.Values.Select(g => g[0].Count).ToImmutableArray();
        var shown = Suppress(counts);
        int i = 0;
        foreach (var (name, distributions) in groups)
            yield return (name, distributions, few || shown[i++] is null);
    }

    private void Write(Utf8JsonWriter json, string condition, Distribution d)
    {
        json.WriteStartObject();
        json.WriteString("condition", condition);
        json.WriteNumber("people", d.Count);
        json.WriteNumber("mean", Math.Round(d.Mean, 3));
        json.WriteNumber("sd", Math.Round(d.Deviation, 3));
        json.WriteStartObject("quantiles");
        foreach (double q in (ReadOnlySpan<double>)[0.05, 0.25, 0.5, 0.75, 0.95])
            json.WriteNumber(q.ToString(CultureInfo.InvariantCulture), Math.Round(d.Quantile(q), 1));
        json.WriteEndObject();
        json.WriteStartObject("bands");
        var cells = Cells(d);
        for (int b = 0; b < cells.Length; b++)
        {
            if (cells[b] is { } count)
                json.WriteNumber(rules.Model.Bands[b].Name, count);
            else
                json.WriteNull(rules.Model.Bands[b].Name);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private Distribution[] GroupOf(string name)
    {
        if (groups.TryGetValue(name, out var group))
            return group;
        if (groups.Count == MaxGroups)
            throw new InvalidInputException([CohortDiagnostics.Error(CohortDiagnostics.GroupTooMany, $"There are more than {MaxGroups} groups.", "Group by a column that holds few different words.", line: null)]);
        return groups[name] = New();
    }

    private Distribution[] New() => [.. rules.ScoredConditions.Select(_ => new Distribution(rules.Model))];

    private sealed class Distribution(ScoringModel model)
    {
        private readonly long[] tenths = new long[1001];
        private double sumOfSquares;

        public long Count { get; private set; }

        public double Mean { get; private set; }

        public long[] Bands { get; } = new long[model.Bands.Length];

        public double Deviation => Count < 2 ? 0 : Math.Sqrt(sumOfSquares / (Count - 1));

        public void Add(double score)
        {
            if (double.IsNaN(score))
                return;
            Count++;
            double before = score - Mean;
            Mean += before / Count;
            sumOfSquares += before * (score - Mean);
            tenths[(int)Math.Round(Math.Clamp(score, 0, 100) * 10)]++;
            int band = 0;
            while (band < Bands.Length - 1 && !(score < model.Bands[band].Below))
                band++;
            Bands[band]++;
        }

        public void Save(BinaryWriter to)
        {
            to.Write(Count);
            to.Write(Mean);
            to.Write(sumOfSquares);
            foreach (long count in tenths.Concat(Bands))
                to.Write(count);
        }

        public void GoOn(BinaryReader from)
        {
            Count = from.ReadInt64();
            Mean = from.ReadDouble();
            sumOfSquares = from.ReadDouble();
            foreach (long[] counts in (long[][])[tenths, Bands])
            {
                for (int i = 0; i < counts.Length; i++)
                    counts[i] = from.ReadInt64();
            }
        }

        /// <summary>The least tenth of a point at or below which that part of people lies.</summary>
        public double Quantile(double part)
        {
            double wanted = part * Count;
            long seen = 0;
            for (int i = 0; i < tenths.Length; i++)
            {
                seen += tenths[i];
                if (seen > 0 && seen >= wanted)
                    return i / 10.0;
            }

            return 0;
        }
    }
}
