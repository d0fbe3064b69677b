using System.Text.Json;
using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>Every worked example, as JSON and as a map: total, band, band set, sub-scores, or what is wrong.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Ids => [.. Example.All.Select(e => e.Id)];

    [Fact]
    public void Every_instrument_has_an_example() =>
        Example.All.Select(e => e.Instrument).Distinct().Should().BeEquivalentTo(InstrumentCatalog.All.Select(i => i.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_gives_what_is_printed(string id)
    {
        var example = Example.All.Single(e => e.Id == id);
        var instrument = InstrumentCatalog.Find(example.Instrument).GetValueOrThrow();

        Check(example, instrument, set => instrument.Read(example.Inputs.GetRawText(), set));
        Check(example, instrument, set => instrument.Score(example.Map(), set));
    }

    private static void Check(Example example, Instrument instrument, Func<string?, ReadResult<InstrumentScore>> score)
    {
        var result = score(null);
        InstrumentDiagnostics.WordFor(result.Diagnostics).Should().Be(example.Error);
        result.Success.Should().Be(example.Error is null);
        if (!result.Success)
            return;

        result.Value.Instrument.Should().Be(instrument.Id);
        result.Value.BandSet.Should().Be(instrument.BandSets[0].Id);
        foreach (var expected in example.Expected.EnumerateObject())
            CheckOne(result.Value, expected, example, score);
    }

    private static void CheckOne(InstrumentScore actual, JsonProperty expected, Example example, Func<string?, ReadResult<InstrumentScore>> score)
    {
        switch (expected.Name)
        {
            case "score":
                actual.Score.Should().Be(expected.Value.GetDecimal());
                break;
            case "scoreRounded":
                actual.Rounded.Should().Be(expected.Value.GetDecimal());
                break;
            case "band":
                actual.Band.Should().Be(expected.Value.GetString());
                break;
            case "bandSet":
                actual.BandSet.Should().Be(expected.Value.GetString());
                break;
            case "bandVerified":
                actual.IsBandVerified.Should().Be(expected.Value.GetBoolean());
                break;
            case "bandSetAlternative":
                score(expected.Value.GetString()).GetValueOrThrow().Band.Should().Be(example.Expected.GetProperty("bandAlternative").GetString());
                break;
            case "bandAlternative":
                break; // with its set
            case "regions":
                foreach (var region in expected.Value.EnumerateObject())
                    actual.Subscores[region.Name].Should().Be(region.Value.GetDecimal(), region.Name);
                break;
            case "A" or "B" or "C":
                actual.Subscores[expected.Name].Should().Be(expected.Value.GetDecimal());
                break;
            case "treatmentSuccess":
                actual.TreatmentSuccess.Should().Be(expected.Value.GetBoolean());
                break;
            default:
                Assert.Fail($"The example says '{expected.Name}', which no test reads.");
                break;
        }
    }
}
