using GutSkin.Core;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the scoring service.</summary>
public static class GutSkinServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IScoringService"/> as a singleton, made when first asked for. Rule sets with errors throw an
    /// <see cref="InvalidInputException"/> with every diagnostic then.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds overlays; null = the built-in rule set alone.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGutSkin(this IServiceCollection services, Action<GutSkinBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = Configure(configure);
        return services.AddSingleton<IScoringService>(_ => builder.Build());
    }

    /// <summary>Registers a further <see cref="IScoringService"/> under a key, so that two versions can stand side by side.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Adds overlays; null = the built-in rule set alone.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddKeyedGutSkin(this IServiceCollection services, object key, Action<GutSkinBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        var builder = Configure(configure);
        return services.AddKeyedSingleton<IScoringService>(key, (_, _) => builder.Build());
    }

    /// <summary>
    /// Registers a service whose rule set can be exchanged while others score, as <see cref="ReloadableScoringService"/> and as
    /// <see cref="IScoringService"/>: one and the same singleton.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds overlays to the first version; null = the built-in rule set alone.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddReloadableGutSkin(this IServiceCollection services, Action<GutSkinBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = Configure(configure);
        services.AddSingleton(_ => new ReloadableScoringService(builder.Build()));
        return services.AddSingleton<IScoringService>(static provider => provider.GetRequiredService<ReloadableScoringService>());
    }

    private static GutSkinBuilder Configure(Action<GutSkinBuilder>? configure)
    {
        var builder = new GutSkinBuilder();
        configure?.Invoke(builder);
        return builder;
    }
}
