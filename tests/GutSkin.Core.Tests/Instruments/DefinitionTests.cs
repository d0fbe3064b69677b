using System.Text.Json;
using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>The definitions agree with the rows of the knowledge base, number by number.</summary>
public sealed class DefinitionTests
{
    private static readonly JsonElement[] Rows = Read("instruments");

    public static TheoryData<string> Ids => [.. InstrumentCatalog.All.Select(i => i.Id)];

    [Fact]
    public void All_nineteen_are_there_each_once()
    {
        InstrumentCatalog.All.Select(i => i.Id).Should().OnlyHaveUniqueItems()
            .And.BeEquivalentTo(Rows.Select(r => r.GetProperty("id").GetString()));
        InstrumentCatalog.All.Should().HaveCount(19);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_definition_says_what_its_row_says(string id)
    {
        var (instrument, row) = (Find(id), Row(id));

        instrument.Name.Should().Be(row.GetProperty("name").GetString());
        instrument.Assessor.Should().Be(row.GetProperty("assessor").GetString());
        instrument.Formula.Should().Be(row.GetProperty("formula").GetString());
        instrument.Conditions.Should().Equal(Texts(row, "conditions"));
        instrument.References.Should().Equal(Texts(row, "evidence"));
        instrument.Factor.Should().Be(Text(row, "factor"));
        instrument.Recall.Should().Be(Text(row, "recall"));
        var range = row.GetProperty("range");
        instrument.Min.Should().Be(Number(range, "min"));
        instrument.Max.Should().Be(Number(range, "maxWithBonus") ?? Number(range, "max"));
        instrument.MissingItems.Should().NotBeEmpty();
        instrument.License.Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Items_have_the_ids_ranges_and_steps_of_their_row(string id)
    {
        var instrument = Find(id);
        var inputs = Row(id).GetProperty("inputs").EnumerateArray().ToList();
        foreach (var input in inputs)
        {
            var item = instrument.FindItem(input.GetProperty("id").GetString()!);
            item.Should().NotBeNull(input.GetRawText());
            if (Text(input, "kind") == "boolean")
            {
                item!.IsYesNo.Should().BeTrue();
                continue;
            }

            item!.Min.Should().Be(Number(input, "min"));
            item.Max.Should().Be(Number(input, "max"));
            item.Step.Should().Be(Number(input, "step"));
            item.IsRequired.Should().Be(!input.TryGetProperty("optional", out _));
        }

        // What is more than the row's are other ways to say the same: they are optional, or belong to a form of their own.
        var known = inputs.Select(i => i.GetProperty("id").GetString()).ToHashSet();
        instrument.Items.Where(i => !known.Contains(i.Id) && i.IsRequired && i.Form is null).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Both_edges_of_every_printed_band_are_in_it(string id)
    {
        var (instrument, row) = (Find(id), Row(id));
        var sets = new List<(BandSet Set, JsonElement Bands)> { (instrument.BandSets[0], row.GetProperty("bands")) };
        if (row.TryGetProperty("alternativeBands", out var others))
            sets.AddRange(others.EnumerateArray().Where(o => o.TryGetProperty("bands", out _)).Select(o => (instrument.FindBandSet(o.GetProperty("source").GetString()!)!, o.GetProperty("bands"))));
        instrument.BandSets[0].Source.Should().Be(Text(row, "bandSource"));
        foreach (var (set, bands) in sets)
        {
            set.Bands.Select(b => b.Label).Should().Equal(bands.EnumerateArray().Select(b => b.GetProperty("label").GetString()!));
            foreach (var (band, printed) in set.Bands.Zip(bands.EnumerateArray()))
            {
                band.IsVerified.Should().Be(!printed.TryGetProperty("verified", out _), band.Label);
                foreach (string edge in new[] { "min", "max" })
                {
                    if (Number(printed, edge) is { } score)
                        set.Find(score).Should().BeSameAs(band, $"{set.Id}, {edge} of {band.Label}");
                }

                if (Number(printed, "maxExclusive") is { } end)
                    set.Find(end).Should().NotBeSameAs(band, $"{set.Id}, end of {band.Label}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_source_is_in_the_built_in_rule_set(string id)
    {
        var instrument = Find(id);
        string[] sources =
        [
            .. instrument.References, .. instrument.BandSets.Select(b => b.Source).OfType<string>(), .. instrument.Differences.SelectMany(d => d.Sources),
        ];

        sources.Should().BeSubsetOf(BuiltInRuleSet.Resolved.Data.Evidence.Select(e => e.Id));
        instrument.Conditions.Should().BeSubsetOf(BuiltInRuleSet.Resolved.Data.Conditions.Select(c => c.Id));
    }

    [Fact]
    public void Minimal_important_differences_are_those_of_the_rows()
    {
        var printed = Read("spreads").Where(s => Text(s, "midSource") is not null)
            .Select(s => (Text(s, "instrument")!, Text(s, "midSource")!)).Distinct();
        var shipped = InstrumentCatalog.All.SelectMany(i => i.Differences.SelectMany(d => d.Sources.Select(s => (i.Id, s)))).ToList();

        // Besides: the trial that used the DLQI's, and the objective SCORAD, which is measured in the paper of EASI and SCORAD.
        shipped.Should().BeEquivalentTo(printed.Append(("dlqi", "schaller-2016")).Append(("objective-scorad", "easi-scorad-endpoints-2021")));
    }

    private static Instrument Find(string id) => InstrumentCatalog.Find(id).GetValueOrThrow();

    private static JsonElement Row(string id) => Rows.Single(r => r.GetProperty("id").GetString() == id);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static IEnumerable<string> Texts(JsonElement element, string name) => element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);

    private static JsonElement[] Read(string name)
    {
        using var document = JsonDocument.Parse(Repository.Read($"tests/GutSkin.Core.Tests/Evidence/rows/{name}.json"));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
