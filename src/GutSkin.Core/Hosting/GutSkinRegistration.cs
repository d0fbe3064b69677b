using GutSkin.Core.RuleSets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GutSkin.Core.Hosting;

/// <summary>What all calls of <c>AddGutSkin</c> together ask for, and the one service that comes of it.</summary>
/// <param name="key">The key of the service; null where it has none.</param>
internal sealed class GutSkinRegistration(object? key)
{
    private readonly Lock guard = new();
    private GutSkinBuilder? builder;
    private ReadResult<ResolvedRuleSet>? composed;
    private IScoringService? service;
    private ReloadableScoringService? reloadable;

    /// <summary>What the calls configure, in their order.</summary>
    public List<Action<IServiceProvider, GutSkinBuilder>> Steps { get; } = [];

    /// <summary>Whether the rule set can be exchanged.</summary>
    public bool IsReloadable { get; set; }

    /// <summary>The name of the options.</summary>
    public string Name { get; } = key is null ? Options.DefaultName : key.ToString() ?? Options.DefaultName;

    /// <summary>The service, made once.</summary>
    public IScoringService Service(IServiceProvider services)
    {
        lock (guard)
        {
            if (service is not null)
                return service;
            Check(services);
            var made = Make(services);
            bool observes = services.GetRequiredService<IOptionsMonitor<GutSkinOptions>>().Get(Name).Observe;
            return service = observes ? new ObservedScoringService(made) : made;
        }
    }

    /// <summary>The service that can be exchanged, of a registration that asks for one.</summary>
    public ReloadableScoringService Reloadable(IServiceProvider services)
    {
        Service(services);
        return reloadable!;
    }

    private IScoringService Make(IServiceProvider services)
    {
        bool watches = builder!.Watched.Count > 0;
        var first = builder.Make(composed!.GetValueOrThrow());
        if (!watches && !IsReloadable)
            return first;
        var made = reloadable = new ReloadableScoringService(first);
        if (watches)
            services.GetRequiredKeyedService<GutSkinWatch>(key).Begin(builder.Watched, () => Reload(services, made));
        return made;
    }

    /// <summary>Composes what was asked for, once; asking for the options validates them.</summary>
    /// <exception cref="InvalidInputException">The rule sets have errors.</exception>
    private void Check(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IOptionsMonitor<GutSkinOptions>>().Get(Name);
        }
        catch (OptionsValidationException) when (composed is { Success: false } result)
        {
            throw new InvalidInputException(result.Diagnostics);
        }
    }

    /// <summary>Composes what was asked for with given options.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ReadResult<ResolvedRuleSet> Compose(IServiceProvider services, GutSkinOptions options)
    {
        lock (guard)
        {
            if (composed is not null)
                return composed;
            var made = new GutSkinBuilder();
            if (!options.BuiltInRuleSet)
                made.WithoutBuiltInRuleSet();
            foreach (string file in options.RuleSetFiles)
                made.AddRuleSetFile(file, options.ReloadOnChange);
            foreach (var step in Steps)
                step(services, made);
            composed = made.IsDefault ? new ReadResult<ResolvedRuleSet>(BuiltInRuleSet.Resolved, []) : made.Compose(services);
            builder = made;
            return composed;
        }
    }

    private void Reload(IServiceProvider services, ReloadableScoringService target)
    {
        ReadResult<ResolvedRuleSet> next;
        try
        {
            next = builder!.Compose(services);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return; // Being written, or gone for a moment: the next change is heard of too.
        }

        if (next.Value is { } ruleSet)
            target.Reload(ruleSet);
        builder.Tell(next);
    }
}

/// <summary>Fails the start of a host whose rule sets have errors or whose files are missing.</summary>
internal sealed class GutSkinValidation(IServiceProvider services, GutSkinRegistration registration) : IValidateOptions<GutSkinOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GutSkinOptions options)
    {
        if (name is not null && name != registration.Name)
            return ValidateOptionsResult.Skip;
        var result = registration.Compose(services, options);
        return result.Value is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
    }
}
