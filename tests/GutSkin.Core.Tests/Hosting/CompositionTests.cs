using System.Text;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.RuleSets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GutSkin.Core.Tests.Hosting;

/// <summary>Registrations add up, fail the start of a host, take their arguments from the services, and follow a file.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Two_libraries_and_the_application_register_and_all_overlays_are_in_force()
    {
        var services = new ServiceCollection();
        services.AddGutSkin(b => b.AddRuleSet(Stream(Overlay("one.example", "one")), "one"));
        services.AddGutSkin();
        services.AddGutSkin(b => b.AddRuleSet(Stream(Overlay("two.example", "two")), "two"));
        using var provider = services.BuildServiceProvider();

        var scoring = provider.GetRequiredService<IScoringService>();
        scoring.RuleSet.Data.Factors.Select(f => f.Id).Should().Contain(["one.factor", "two.factor"]);
        scoring.RuleSet.Data.Id.Should().Be("two.example", "the last document names the set");
        provider.GetServices<IScoringService>().Should().ContainSingle();
    }

    [Fact]
    public void A_service_that_was_registered_before_stays()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IScoringService>(new ReloadableScoringService(BuiltInRuleSet.Resolved));
        services.AddGutSkin();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IScoringService>().Should().BeOfType<ReloadableScoringService>();
    }

    [Fact]
    public void A_broken_overlay_fails_the_start_of_a_host_with_every_diagnostic()
    {
        var services = new ServiceCollection();
        services.AddGutSkin(b => b.AddRuleSet(Stream("""{ "id": "x", "version": "one", "title": "x", "rulez": [] }"""), "overlay.json"));
        using var provider = services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();
        start.Should().Throw<OptionsValidationException>().Which.Failures.Should()
            .Contain(f => f.Contains("GS0108", StringComparison.Ordinal)).And.Contain(f => f.Contains("GS0101", StringComparison.Ordinal));
        var use = () => provider.GetRequiredService<IScoringService>();
        use.Should().Throw<InvalidInputException>().Which.Diagnostics.Should().HaveCount(2);
    }

    [Fact]
    public void A_missing_file_fails_the_start_of_a_host()
    {
        var services = new ServiceCollection();
        services.AddGutSkin(b => b.AddRuleSetFile("nowhere.json"));
        using var provider = services.BuildServiceProvider();
        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();
        start.Should().Throw<FileNotFoundException>().WithMessage("*nowhere.json*");
    }

    [Fact]
    public void Options_name_files_and_leave_the_built_in_rule_set_out()
    {
        File.WriteAllText(file, """{ "id": "alone", "version": "0.1.0", "title": "Alone", "conditions": [ { "id": "c", "name": "C" } ] }""");
        var services = new ServiceCollection();
        services.AddGutSkin();
        services.Configure<GutSkinOptions>(o =>
        {
            o.BuiltInRuleSet = false;
            o.RuleSetFiles.Add(file);
        });
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IScoringService>().RuleSet.Data.Conditions.Should().ContainSingle().Which.Id.Should().Be("c");
    }

    [Fact]
    public void A_rule_class_takes_its_arguments_from_the_services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Threshold(2));
        services.AddGutSkin(b => b.WithoutBuiltInRuleSet().AddRuleSet(RuleSets.SmallSet.Rules).AddRule<WithThreshold>());
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IScoringService>().RuleSet.Classes.Should().ContainSingle().Which.Type.Should().EndWith("+WithThreshold");
    }

    [Fact]
    public void Overlays_may_depend_on_other_services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Threshold(7));
        services.AddGutSkin((provider, b) => b.AddRuleSet(Stream(Overlay("t.example", $"t{provider.GetRequiredService<Threshold>().Value}")), "t"));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IScoringService>().RuleSet.Data.Factors.Should().Contain(f => f.Id == "t7.factor");
    }

    [Fact]
    public void A_builder_works_without_a_container()
    {
        new GutSkinBuilder().Build().Should().BeSameAs(ScoringService.Default);
        new GutSkinBuilder().AddRuleSet(Stream(Overlay("one.example", "one")), "one").Build().RuleSet.Data.Id.Should().Be("one.example");
    }

    [Fact]
    public async Task A_watched_file_is_read_again_and_a_broken_version_is_not_taken()
    {
        await File.WriteAllTextAsync(file, Overlay("clinic.example", "first"));
        using var heard = new SemaphoreSlim(0);
        ReadResult<ResolvedRuleSet>? last = null;
        var services = new ServiceCollection();
        services.AddGutSkin(b => b.AddRuleSetFile(file, reloadOnChange: true).OnReload(r =>
        {
            last = r;
            heard.Release();
        }));
        await using var provider = services.BuildServiceProvider();
        var scoring = provider.GetRequiredService<IScoringService>();
        scoring.RuleSet.Data.Factors.Should().Contain(f => f.Id == "first.factor");

        await File.WriteAllTextAsync(file, Overlay("clinic.example", "second"));
        await Until(() => scoring.RuleSet.Data.Factors.Any(f => f.Id == "second.factor"));
        scoring.RuleSet.Data.Factors.Should().NotContain(f => f.Id == "first.factor");

        await File.WriteAllTextAsync(file, "{");
        await Until(() => last is { Success: false });
        scoring.RuleSet.Data.Factors.Should().Contain(f => f.Id == "second.factor");

        // A file that is just being written may be heard of more than once, and read half: what counts is where it ends.
        async Task Until(Func<bool> holds)
        {
            while (!holds())
                (await heard.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue();
        }
    }

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    private static string Overlay(string id, string factor) => $$"""
        { "id": "{{id}}", "version": "1.0.0", "title": "Overlay",
          "extends": [ { "id": "gutskin.evidence", "version": ">=1.0.0" } ],
          "factors": [ { "id": "{{factor}}.factor", "name": "A factor", "kind": "number" } ] }
        """;

    private sealed record Threshold(int Value);

    private sealed class WithThreshold : RuleSets.TestRule
    {
        public WithThreshold(Threshold threshold) => ArgumentOutOfRangeException.ThrowIfLessThan(threshold.Value, 1);
    }
}
