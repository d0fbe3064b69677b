using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GutSkin.Web.Tests;

/// <summary>The sample on a free port of loopback, with a real server.</summary>
public sealed class WebSite : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal)
    {
        ["Limits:RequestsPerSecond"] = "100000",
        ["Limits:Burst"] = "100000",
        ["Limits:TimeoutSeconds"] = "60",
        ["urls"] = "http://127.0.0.1:0",
    };

    private readonly RuleSet? ruleSet;

    public WebSite()
        : this(null)
    {
    }

    private WebSite(RuleSet? ruleSet, params (string Name, string Value)[] changes)
    {
        this.ruleSet = ruleSet;
        foreach (var (name, value) in changes)
            settings[name] = value;
        UseKestrel(); // its address by setting: by argument it would be set while the program already starts
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    public Uri Address { get; }

    /// <summary>What was logged so far.</summary>
    public LogLines Log { get; } = new();

    public static WebSite Instead(RuleSet ruleSet) => new(ruleSet);

    public static WebSite With(params (string Name, string Value)[] settings) => new(null, settings);

    public HttpClient Client() => new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        if (ruleSet is not null)
            builder.ConfigureServices(services => services.AddGutSkin(b => b.WithoutBuiltInRuleSet().AddRuleSet(ruleSet)));
    }
}
