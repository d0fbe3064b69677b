using System.Reflection;

namespace GutSkin.Core;

/// <summary>The rule set <c>gutskin.evidence</c> that ships in the package, as readable JSON files.</summary>
public static class BuiltInRuleSet
{
    /// <summary>The id of the built-in rule set.</summary>
    public const string Id = "gutskin.evidence";

    private const string Prefix = "GutSkin.Core.Data.";

    private static readonly Lazy<RuleSetDocument> LazyDocument = new(() => RuleSetJson.Read(FragmentJoiner.Join(Fragments()), Id));
    private static readonly Lazy<ResolvedRuleSet> LazyResolved = new(Resolve);

    /// <summary>The document, to compose overlays on.</summary>
    public static RuleSetDocument Document => LazyDocument.Value;

    /// <summary>The rule set by itself. It is validated by a test when it is built; here it is only read.</summary>
    public static ResolvedRuleSet Resolved => LazyResolved.Value;

    /// <summary>The embedded files, by name.</summary>
    internal static IEnumerable<byte[]> Fragments()
    {
        var assembly = typeof(BuiltInRuleSet).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => ReadAll(assembly, n));
    }

    private static ResolvedRuleSet Resolve() => RuleSetComposer.Compose(Document).GetValueOrThrow();

    private static byte[] ReadAll(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
