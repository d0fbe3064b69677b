using System.Reflection;

namespace GutSkin.Core;

/// <summary>
/// Says which rule sets a scoring service is made of: the built-in one, unless left out, and overlays in the order added.
/// </summary>
public sealed class GutSkinBuilder
{
    /// <summary>How the name of an embedded resource ends that <see cref="AddRuleSetsFrom"/> reads.</summary>
    public const string ResourceSuffix = ".ruleset.json";

    private readonly List<Func<RuleSetDocument>> documents = [];
    private readonly List<Func<ComputedRule>> rules = [];
    private bool builtIn = true;

    internal GutSkinBuilder()
    {
    }

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
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRuleSetFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return AddRuleSet(new FileRuleSetSource(path));
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

    /// <summary>Adds a rule written as a class; made when the service is made. Classes come after all rule sets.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRule<T>()
        where T : ComputedRule, new()
    {
        rules.Add(static () => new T());
        return this;
    }

    /// <summary>Adds a rule written as a class, for one that is made with arguments. Classes come after all rule sets.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>This builder.</returns>
    public GutSkinBuilder AddRule(ComputedRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        rules.Add(() => rule);
        return this;
    }

    /// <summary>Makes the service.</summary>
    internal ScoringService Build()
    {
        if (builtIn && documents.Count == 0 && rules.Count == 0)
            return ScoringService.Default;
        var all = documents.Select(make => make());
        if (builtIn)
            all = all.Prepend(BuiltInRuleSet.Document);
        return new ScoringService(RuleSetComposer.Compose([.. all], [.. rules.Select(make => make())]).GetValueOrThrow());
    }
}
