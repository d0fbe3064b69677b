namespace GutSkin.Core;

/// <summary>The rule set <c>gutskin.evidence</c> that ships in the package, as readable JSON files.</summary>
public static partial class BuiltInRuleSet
{
    /// <summary>The id of the built-in rule set.</summary>
    public const string Id = "gutskin.evidence";

    private const string Prefix = "GutSkin.Core.Data.";

    // What scoring does not read. The other files, and the head with any of these, are a document too.
    private const string Head = Prefix + "ruleset.json";
    private const string Evidence = Prefix + "evidence.json";
    private const string Considered = Prefix + "considered.json";
    private const string Tests = Prefix + "tests.json";
    private const string TextsBegin = Prefix + "texts.";

    private static readonly Lazy<RuleSetDocument> LazyDocument = new(static () => RuleSetJson.Read(Join(static _ => true), Id));
    private static readonly Lazy<ResolvedRuleSet> LazyResolved = new(Resolve);

    /// <summary>The document, to compose overlays on.</summary>
    public static RuleSetDocument Document => LazyDocument.Value;

    /// <summary>
    /// The rule set by itself. A test composes and validates it when it is built; here it is only read, and sources,
    /// translations and tests only when they are asked for.
    /// </summary>
    public static ResolvedRuleSet Resolved => LazyResolved.Value;

    /// <summary>Reads the rule set anew.</summary>
    internal static ResolvedRuleSet Resolve()
    {
        var ruleSet = Read(static name => !IsDeferred(name)) with
        {
            DeferredEvidence = new(static () => [.. Read(static name => name is Head or Evidence).Evidence]),
            DeferredConsidered = new(static () => [.. Read(static name => name is Head or Considered).Considered]),
            DeferredTexts = new(static () => Read(static name => name is Head || IsTexts(name)).Texts),
            DeferredTests = new(static () => [.. Read(static name => name is Head or Tests).Tests]),
        };
        var said = new ResolvedDocument(ruleSet.Id, ruleSet.Version, Sha256);
        return new ResolvedRuleSet(ruleSet, Sha256, [said], new(() => Provenance.Of(ruleSet, said)));
    }

    private static RuleSet Read(Func<string, bool> isWanted) => RuleSetJson.ReadOwn(Join(isWanted));

    private static bool IsDeferred(string name) => name is Evidence or Considered or Tests || IsTexts(name);

    private static bool IsTexts(string name) => name.StartsWith(TextsBegin, StringComparison.Ordinal);

    /// <summary>Some of the embedded files, in the order of their names.</summary>
    private static byte[] Join(Func<string, bool> isWanted)
    {
        var assembly = typeof(BuiltInRuleSet).Assembly;
        string[] names = assembly.GetManifestResourceNames();
        Array.Sort(names, string.CompareOrdinal);
        var files = new List<byte[]>();
        foreach (string name in names)
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !isWanted(name))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files.Add(bytes);
        }

        return FragmentJoiner.Join(files);
    }
}
