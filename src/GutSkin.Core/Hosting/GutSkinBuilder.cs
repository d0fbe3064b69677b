using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GutSkin.Core.RuleSets;
using Microsoft.Extensions.DependencyInjection;

namespace GutSkin.Core;

/// <summary>
/// Says which rule sets a scoring service is made of: the built-in one, unless left out, and overlays in the order added. Used
/// through <c>AddGutSkin</c>, or by itself: <c>new GutSkinBuilder().AddRuleSetFile("practice.json").Build()</c>.
/// </summary>
/// <example>
/// <code>
/// var services = new ServiceCollection();
/// services.AddGutSkin(rules =&gt; rules.AddRuleSet(RuleSet.Create("own", "1.0.0", "Own").Extends(BuiltInRuleSet.Id).Build()));
/// using var provider = services.BuildServiceProvider();
/// Console.WriteLine(provider.GetRequiredService&lt;IScoringService&gt;().RuleSet.Documents.Length);
/// </code>
/// </example>
public sealed class GutSkinBuilder
{
    /// <summary>How the name of an embedded resource ends that <see cref="AddRuleSetsFrom"/> reads.</summary>
    public const string ResourceSuffix = ".ruleset.json";

    private readonly List<Func<RuleSetDocument>> documents = [];
    private readonly List<Func<IServiceProvider, ComputedRule>> rules = [];
    private readonly List<WordTable> words = [];
    private readonly List<string> watched = [];
    private readonly List<Action<ReadResult<ResolvedRuleSet>>> reloaded = [];
    private bool builtIn = true;

    /// <summary>The files that are watched.</summary>
    internal IReadOnlyList<string> Watched => watched;

    /// <summary>Leaves the built-in rule set out.</summary>
    /// <returns>This builder.</returns>
    public GutSkinBuilder WithoutBuiltInRuleSet()
    {
        builtIn = false;
        return this;
    }

    /// <summary>Adds a rule set written in C#.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRuleSet(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        documents.Add(() => RuleSetDocument.From(ruleSet));
        return this;
    }

    /// <summary>Adds a rule set from a source of text; read when the service is made.</summary>
    /// <param name="source">The source.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRuleSet(IRuleSetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        documents.Add(() => RuleSetJson.Read(source.Read(), source.Name));
        return this;
    }

    /// <summary>Adds a rule set from a stream, which is read now and stays the caller's to close.</summary>
    /// <param name="stream">UTF-8 JSON.</param>
    /// <param name="name">What diagnostics call it.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRuleSet(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddRuleSet(new StreamRuleSetSource(stream, name));
    }

    /// <summary>Adds a rule set from a file; read when the service is made.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="reloadOnChange">
    /// Whether the file is watched, so that what it says later is in force without a restart (only where a service collection made
    /// the service). A later version with errors is not taken: the last good one stays in force, and <see cref="OnReload"/> hears of it.
    /// </param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRuleSetFile(string path, bool reloadOnChange = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (reloadOnChange)
            watched.Add(path);
        return AddRuleSet(new FileRuleSetSource(path));
    }

    /// <summary>Hears of each version that a watched file brought: the rule set now in force, or the faults for which it was not taken.</summary>
    /// <param name="heard">What to do; called on a thread of the pool.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder OnReload(Action<ReadResult<ResolvedRuleSet>> heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        reloaded.Add(heard);
        return this;
    }

    /// <summary>Adds every rule set embedded in an assembly: resources whose names end in <c>.ruleset.json</c>, by name ordinally.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The assembly has no such resource.</exception>
    public GutSkinBuilder AddRuleSetsFrom(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        string[] names =
        [
            .. assembly.GetManifestResourceNames()
                .Where(n => n.EndsWith(ResourceSuffix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        if (names.Length == 0)
            throw new ArgumentException($"The assembly has no embedded resource that ends in {ResourceSuffix}.", nameof(assembly));
        foreach (string name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            AddRuleSet(stream, name);
        }

        return this;
    }

    /// <summary>
    /// Adds a rule written as a class; made when the service is made, with arguments of its constructor taken from the services.
    /// Classes come after all rule sets.
    /// </summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>()
        where T : ComputedRule
    {
        rules.Add(static services => ActivatorUtilities.CreateInstance<T>(services));
        return this;
    }

    /// <summary>Adds a rule written as a class, as an object. Classes come after all rule sets.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRule(ComputedRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rules.Add(_ => rule);
        return this;
    }

    /// <summary>Adds a language, or another wording of a built-in one: <c>AddWords(Words.Read(json).GetValueOrThrow())</c>.</summary>
    /// <param name="language">The words; of two for the same culture the last counts.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddWords(WordTable language)
    {
        ArgumentNullException.ThrowIfNull(language);
        words.Add(language);
        return this;
    }

    /// <summary>Makes the service.</summary>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidInputException">The rule sets have errors; it carries all of them.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ScoringService Build() =>
        Make(IsDefault ? BuiltInRuleSet.Resolved : Compose(NoServices.Instance).GetValueOrThrow());

    /// <summary>Makes the service of what was composed.</summary>
    internal ScoringService Make(ResolvedRuleSet ruleSet) =>
        IsDefault && words.Count == 0 ? ScoringService.Default : new ScoringService(ruleSet, [.. words]);

    /// <summary>Whether the rule set is the built-in one as it is.</summary>
    internal bool IsDefault => builtIn && documents.Count == 0 && rules.Count == 0;

    /// <summary>Reads and composes what was added.</summary>
    internal ReadResult<ResolvedRuleSet> Compose(IServiceProvider services)
    {
        var all = documents.Select(make => make());
        if (builtIn)
            all = all.Prepend(BuiltInRuleSet.Document);
        return RuleSetComposer.Compose([.. all], [.. rules.Select(make => make(services))]);
    }

    /// <summary>Tells those who asked of a version that a watched file brought.</summary>
    internal void Tell(ReadResult<ResolvedRuleSet> result)
    {
        foreach (var heard in reloaded)
            heard(result);
    }

    /// <summary>Services of a builder that is used by itself: none.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
