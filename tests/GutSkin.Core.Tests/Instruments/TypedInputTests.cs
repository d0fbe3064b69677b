using GutSkin.Core.Instruments;

namespace GutSkin.Core.Tests.Instruments;

/// <summary>The typed inputs and the catalog are two doors to one formula.</summary>
public sealed class TypedInputTests
{
    public static TheoryData<string> Ids => [.. InstrumentCatalog.All.Select(i => i.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_typed_input_scores_as_its_example_does(string id)
    {
        var (example, typed, input) = Typed(id);
        var expected = InstrumentCatalog.Find(id).GetValueOrThrow().Score(Example.All.Single(e => e.Id == example).Map()).GetValueOrThrow();

        var actual = typed.GetValueOrThrow();

        (actual.Instrument, actual.Score, actual.Band, actual.BandSet).Should().Be((id, expected.Score, expected.Band, expected.BandSet));
        actual.Subscores.Should().Equal(expected.Subscores);
        input.ToString().Should().Be($"answers to {id}");
        actual.ToString().Should().Be($"a score of {id}, band set {actual.BandSet}");
    }

    [Fact]
    public void A_percentage_gives_the_area_score()
    {
        static PasiRegion Region(decimal percent) => new(1, 0, 0, AreaPercent: percent);

        var score = Pasi.Score(new PasiInput(Region(0.5m), Region(29.9m), Region(30), Region(69.9m))).GetValueOrThrow();

        score.Score.Should().Be(3);
        score.Subscores["lower"].Should().Be(1.6m);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 1)]
    [InlineData(9.99, 1)]
    [InlineData(10, 2)]
    [InlineData(29.99, 2)]
    [InlineData(30, 3)]
    [InlineData(49.99, 3)]
    [InlineData(50, 4)]
    [InlineData(69.99, 4)]
    [InlineData(70, 5)]
    [InlineData(89.99, 5)]
    [InlineData(90, 6)]
    [InlineData(100, 6)]
    public void Area_scores_leave_no_gap(double percent, int areaScore)
    {
        static PasiRegion None() => new(0, 0, 0, 0);

        var score = Pasi.Score(new PasiInput(new PasiRegion(1, 0, 0, AreaPercent: (decimal)percent), None(), None(), None())).GetValueOrThrow();

        score.Score.Should().Be(0.1m * areaScore);
    }

    [Fact]
    public void A_total_of_the_dlqi_stands_for_its_items()
    {
        Dlqi.Instrument.Read("""{ "total": 11 }""").GetValueOrThrow().Band.Should().Be("very large effect");
        var both = Dlqi.Instrument.Read("""{ "total": 11, "item1": 3 }""");
        InstrumentDiagnostics.WordFor(both.Diagnostics).Should().Be("contradicting");
    }

    [Fact]
    public void Zeros_filled_in_by_a_form_are_moderate_stress() =>
        Pss10.Score(new Pss10Input(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).GetValueOrThrow().Should().Match<InstrumentScore>(s => s.Score == 16 && s.Band == "moderate");

    [Fact]
    public void Equal_answers_are_equal() =>
        new BristolInput(4).Should().Be(new BristolInput(4)).And.NotBe(new BristolInput(5));

    private static (string Example, ReadResult<InstrumentScore> Result, InstrumentInput Input) Typed(string id)
    {
        switch (id)
        {
            case "easi":
                var easi = new EasiInput(3, new(1, 1, 1, 0, 1, 8), new(2, 2, 1, 1, 2, 25), new(1, 1, 0, 0, 2, 12), new(2, 1, 2, 1, 3, 35));
                return ("easi/same-skin-child-3y", Easi.Score(easi), easi);
            case "scorad":
                var scorad = new ScoradInput(45, 2, 2, 1, 2, 2, 3, 7.5m, 6);
                return ("scorad/severe", Scorad.Score(scorad), scorad);
            case "objective-scorad":
                var objective = new ObjectiveScoradInput(100, 3, 3, 3, 3, 3, 3, 10);
                return ("objective-scorad/maximum-with-bonus", ObjectiveScorad.Score(objective), objective);
            case "viga-ad":
                var viga = new VigaAdInput(3);
                return ("viga-ad/grade-3", VigaAd.Score(viga), viga);
            case "poem":
                var poem = new PoemInput(4, 3, 1, 1, 2, 2, 4);
                return ("poem/seventeen", Poem.Score(poem), poem);
            case "pasi":
                var pasi = new PasiInput(new(1, 1, 1, 1, 5), new(2, 1, 1, 2, 12), new(1, 1, 1, 1, 8), new(2, 2, 1, 2, 20));
                return ("pasi/mild", Pasi.Score(pasi), pasi);
            case "gags":
                var gags = new GagsInput(2, 2, 2, 1, 2, 1);
                return ("gags/mild-18", Gags.Score(gags), gags);
            case "iga-acne":
                var acne = new IgaAcneInput(2);
                return ("iga-acne/grade-2", IgaAcne.Score(acne), acne);
            case "cea":
                var cea = new CeaInput(2);
                return ("cea/grade-2", Cea.Score(cea), cea);
            case "iga-rosacea":
                var rosacea = new IgaRosaceaInput(3);
                return ("iga-rosacea/grade-3", IgaRosacea.Score(rosacea), rosacea);
            case "uas7":
                var week = new Uas7Input(new(1, 2), new(1, 1), new(1, 1), new(1, 1), new(1, 1), new(1, 1), new(1, 2));
                return ("uas7/sixteen", Uas7.Score(week), week);
            case "hurley":
                var hurley = new HurleyInput(true, true, false);
                return ("hurley/II", Hurley.Score(hurley), hurley);
            case "ihs4":
                var ihs4 = new Ihs4Input(5, 1, 1);
                return ("ihs4/eleven", Ihs4.Score(ihs4), ihs4);
            case "dlqi":
                var dlqi = new DlqiInput(3, 2, 2, 2, 2, 2, 2, 2, 2, 2);
                return ("dlqi/twenty-one", Dlqi.Score(dlqi), dlqi);
            case "pss-10":
                var stress = new Pss10Input(3, 3, 3, 2, 1, 3, 2, 1, 3, 2);
                return ("pss-10/twenty-seven", Pss10.Score(stress), stress);
            case "psqi":
                var sleep = new PsqiInput(1, 1, 1, 1, 1, 0, 1);
                return ("psqi/six", Psqi.Score(sleep), sleep);
            case "ipaq-met-minutes":
                var activity = new IpaqInput(new(7, 40), new(3, 60), new(4, 45));
                return ("ipaq-met-minutes/high", Ipaq.Score(activity), activity);
            case "bmi":
                var bmi = new BodyMassIndexInput(95, 1.7m);
                return ("bmi/obese-i", BodyMassIndex.Score(bmi), bmi);
            default:
                var bristol = new BristolInput(4);
                return ("bristol/type-4", Bristol.Score(bristol), bristol);
        }
    }
}
