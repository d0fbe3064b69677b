using System.Text;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Core.Tests.Hosting;

public class AddGutSkinTests
{
    private const string Overlay = """
        { "id": "clinic.example", "version": "1.2.0", "title": "Clinic",
          "extends": [ { "id": "gutskin.evidence", "version": ">=2.0.0 <3.0.0" } ],
          "remove": { "rules": ["acne.milk"] } }
        """;

    [Fact]
    public void Without_overlays_it_is_the_default_service() =>
        Provide(s => s.AddGutSkin()).GetRequiredService<IScoringService>().Should().BeSameAs(ScoringService.Default);

    [Fact]
    public void A_rule_set_comes_from_an_object_a_stream_a_file_or_an_assembly()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Overlay);
            var overlay = RuleSetJson.Read(Overlay).RuleSet!;
            IScoringService[] services =
            [
                Provide(s => s.AddGutSkin(b => b.AddRuleSet(overlay))).GetRequiredService<IScoringService>(),
                Provide(s => s.AddGutSkin(b => b.AddRuleSet(new MemoryStream(Encoding.UTF8.GetBytes(Overlay)), "overlay"))).GetRequiredService<IScoringService>(),
                Provide(s => s.AddGutSkin(b => b.AddRuleSetFile(file))).GetRequiredService<IScoringService>(),
                Provide(s => s.AddGutSkin(b => b.AddRuleSetsFrom(typeof(AddGutSkinTests).Assembly))).GetRequiredService<IScoringService>(),
            ];
            services.Should().OnlyContain(s => s.RuleSet.Data.Id == "clinic.example");
            services.Should().OnlyContain(s => s.RuleSet.Data.Rules.All(r => r.Id != "acne.milk"));
            services.Select(s => s.RuleSet.Sha256).Distinct().Should().ContainSingle("the same data has the same hash");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_rule_written_as_a_class_is_added_by_its_type_or_as_an_object()
    {
        var byType = Provide(s => s.AddGutSkin(b => b.AddRuleSet(RuleSets.SmallSet.Rules).WithoutBuiltInRuleSet().AddRule<ByType>())).GetRequiredService<IScoringService>();
        var byObject = Provide(s => s.AddGutSkin(b => b.WithoutBuiltInRuleSet().AddRuleSet(RuleSets.SmallSet.Rules).AddRule(new ByType()))).GetRequiredService<IScoringService>();
        byType.RuleSet.Classes.Should().ContainSingle().Which.Type.Should().EndWith("+ByType");
        byObject.RuleSet.Sha256.Should().Be(byType.RuleSet.Sha256);
        Provide(s => s.AddGutSkin(b => b.AddRule(new RuleSets.TestRule { OwnCondition = "acne-vulgaris", Reads = ["diet.milk"], Cites = [], Through = [] })))
            .GetRequiredService<IScoringService>().RuleSet.Data.Id.Should().Be("gutskin.evidence");
        var bad = Provide(s => s.AddGutSkin(b => b.AddRule<ByType>()));
        var make = () => bad.GetRequiredService<IScoringService>();
        make.Should().Throw<InvalidInputException>().Which.Diagnostics.Should().Contain(d => d.Code == "GS0202");
    }

    private sealed class ByType : RuleSets.TestRule;

    [Fact]
    public void Two_versions_stand_side_by_side_under_keys()
    {
        var provider = Provide(s => s
            .AddGutSkin()
            .AddKeyedGutSkin("clinic", b => b.AddRuleSet(new MemoryStream(Encoding.UTF8.GetBytes(Overlay)), "overlay")));
        provider.GetRequiredService<IScoringService>().RuleSet.Data.Id.Should().Be("gutskin.evidence");
        provider.GetRequiredKeyedService<IScoringService>("clinic").RuleSet.Data.Id.Should().Be("clinic.example");
    }

    [Fact]
    public void A_faulty_rule_set_throws_with_every_diagnostic_when_the_service_is_made()
    {
        var provider = Provide(s => s.AddGutSkin(b => b.AddRuleSet(
            new MemoryStream("{ \"id\": \"x\", \"version\": \"one\", \"title\": \"x\", \"rulez\": [] }"u8.ToArray()), "overlay.json")));
        var make = () => provider.GetRequiredService<IScoringService>();
        make.Should().Throw<InvalidInputException>().Which.Diagnostics.Select(d => d.Code).Should().BeEquivalentTo(["GS0108", "GS0101"]);
    }

    [Fact]
    public void A_rule_set_can_stand_alone()
    {
        var service = Provide(s => s.AddGutSkin(b => b.WithoutBuiltInRuleSet().AddRuleSet(new RuleSet
        {
            Id = "alone",
            Version = "0.1.0",
            Title = "Alone",
            Conditions = [new SkinCondition { Id = "c", Name = "C" }],
        }))).GetRequiredService<IScoringService>();
        service.Assess(PersonProfile.Create().Build()).Conditions.Should().ContainSingle().Which.Score.Should().BeNull("no scored rule aims at it");
    }

    private static ServiceProvider Provide(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider();
    }
}
