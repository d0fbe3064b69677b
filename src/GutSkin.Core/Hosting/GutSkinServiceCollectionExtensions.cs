using GutSkin.Core;
using GutSkin.Core.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers the scoring service. Calls add up: a library and the application that uses it may both call <c>AddGutSkin</c>, and
/// the overlays of both are in force, in the order of the calls. A host that starts checks the rule sets: faults and files that are
/// missing fail the start, with every diagnostic, not the first request.
/// </summary>
/// <example>
/// <code>
/// using var provider = new ServiceCollection().AddGutSkin().BuildServiceProvider();
/// var scoring = provider.GetRequiredService&lt;IScoringService&gt;();
/// Console.WriteLine(scoring.RuleSet.Data.Id);
/// </code>
/// </example>
public static class GutSkinServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IScoringService"/> as a singleton. Where no host has checked it before, it is made when first asked
    /// for, and rule sets with errors throw an <see cref="InvalidInputException"/> with every diagnostic then.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds overlays; null = nothing more.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGutSkin(this IServiceCollection services, Action<GutSkinBuilder>? configure = null) =>
        Add(services, null, Without(configure));

    /// <summary>As the other <c>AddGutSkin</c>, for overlays that depend on other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds overlays, with the services at hand; called once, when the service is made.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGutSkin(this IServiceCollection services, Action<IServiceProvider, GutSkinBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, null, configure);
    }

    /// <summary>Registers a further <see cref="IScoringService"/> under a key, so that two versions can be used side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key. Its options (<see cref="GutSkinOptions"/>) are those named like it.</param>
    /// <param name="configure">Adds overlays; null = nothing more.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKeyedGutSkin(this IServiceCollection services, object key, Action<GutSkinBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Add(services, key, Without(configure));
    }

    /// <summary>
    /// Registers a service whose rule set can be exchanged while others score, as <see cref="ReloadableScoringService"/> and as
    /// <see cref="IScoringService"/>: one and the same singleton.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds overlays to the first version; null = nothing more.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddReloadableGutSkin(this IServiceCollection services, Action<GutSkinBuilder>? configure = null)
    {
        Add(services, null, Without(configure));
        Find(services, null)!.IsReloadable = true;
        services.TryAddSingleton(static provider => provider.GetRequiredService<GutSkinRegistration>().Reloadable(provider));
        return services;
    }

    private static IServiceCollection Add(IServiceCollection services, object? key, Action<IServiceProvider, GutSkinBuilder>? step)
    {
        ArgumentNullException.ThrowIfNull(services);
        var registration = Find(services, key);
        if (registration is null)
        {
            registration = new GutSkinRegistration(key);
            services.Add(ServiceDescriptor.KeyedSingleton(key, registration));
            // What watches files ends with the services: they dispose of what a factory has made, not of what was handed in.
            services.AddKeyedSingleton(key, (_, _) => new GutSkinWatch(registration));
            services.AddOptions<GutSkinOptions>(registration.Name).ValidateOnStart();
            services.AddSingleton<IValidateOptions<GutSkinOptions>>(provider => new GutSkinValidation(provider, registration));
            if (key is null)
                services.TryAddSingleton(registration.Service);
            else
                services.TryAddKeyedSingleton(key, (provider, _) => registration.Service(provider));
        }

        if (step is not null)
            registration.Steps.Add(step);
        return services;
    }

    private static GutSkinRegistration? Find(IServiceCollection services, object? key) =>
        services.Where(s => s.ServiceType == typeof(GutSkinRegistration) && Equals(s.ServiceKey, key))
            .Select(s => (GutSkinRegistration?)(s.IsKeyedService ? s.KeyedImplementationInstance : s.ImplementationInstance))
            .FirstOrDefault();

    private static Action<IServiceProvider, GutSkinBuilder>? Without(Action<GutSkinBuilder>? configure) =>
        configure is null ? null : (_, builder) => configure(builder);
}
