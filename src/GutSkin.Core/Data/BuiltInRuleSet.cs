using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Data;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets;

/// <summary>The rule set <c>gutskin.evidence</c> that ships in the package, as readable JSON files.</summary>
public static partial class BuiltInRuleSet
{
    /// <summary>The id of the built-in rule set.</summary>
    public const string Id = RuleSet.BuiltInId;

    private const string Prefix = "GutSkin.Core.Data.";

    // What scoring does not read.
    private const string Evidence = Prefix + "evidence.json";
    private const string Considered = Prefix + "considered.json";
    private const string TestsBegin = Prefix + "tests.";
    private const string TextsBegin = Prefix + "texts.";

    private static readonly Lazy<RuleSetDocument> LazyDocument =
        new(static () => RuleSetJson.Read(FragmentJoiner.Join(Files(static _ => true)), Id));

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
        var parts = Read(static name => !IsDeferred(name));
        var ruleSet = parts.Find(static p => p.Id.Length > 0)! with
        {
            Mechanisms = Join(parts, static p => p.Mechanisms),
            Conditions = Join(parts, static p => p.Conditions),
            Factors = Join(parts, static p => p.Factors),
            Forms = Join(parts, static p => p.Forms),
            Derivations = Join(parts, static p => p.Derivations),
            Traits = Join(parts, static p => p.Traits),
            DeferredEvidence = new(static () => [.. Read(static name => name == Evidence)[0].Evidence]),
            Rules = Join(parts, static p => p.Rules),
            Interventions = Join(parts, static p => p.Interventions),
            Safety = Join(parts, static p => p.Safety),
            Screens = Join(parts, static p => p.Screens),
            DeferredConsidered = new(static () => [.. Read(static name => name == Considered)[0].Considered]),
            DeferredTexts = new(ReadTexts),
            DeferredTests = new(static () => ImmutableCollectionsMarshal.AsArray(Join(Read(IsTests), static p => p.Tests))!),
        };
        var said = new ResolvedDocument(ruleSet.Id, ruleSet.Version, Sha256);
        return new ResolvedRuleSet(ruleSet, Sha256, [said], new(() => Provenance.Of(ruleSet, said)));
    }

    /// <summary>The embedded files, in the order of their names.</summary>
    internal static List<byte[]> Files(Func<string, bool> isWanted)
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

        return files;
    }

    private static List<RuleSet> Read(Func<string, bool> isWanted)
    {
        var parts = new List<RuleSet>();
        foreach (byte[] file in Files(isWanted))
            parts.Add(RuleSetJson.ReadOwn(file));
        return parts;
    }

    private static ImmutableSortedDictionary<string, Texts> ReadTexts()
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, Texts>(StringComparer.Ordinal);
        foreach (var part in Read(IsTexts))
            texts.AddRange(part.Texts);
        return texts.ToImmutable();
    }

    private static bool IsDeferred(string name) => name is Evidence or Considered || IsTests(name) || IsTexts(name);

    private static bool IsTests(string name) => name.StartsWith(TestsBegin, StringComparison.Ordinal);

    private static bool IsTexts(string name) => name.StartsWith(TextsBegin, StringComparison.Ordinal);

    /// <summary>The entries of a section, one file after the other.</summary>
    private static ImmutableArray<T> Join<T>(List<RuleSet> parts, Func<RuleSet, ImmutableArray<T>> section)
        where T : class
    {
        var all = new List<T>();
        foreach (var part in parts)
            all.AddRange(section(part));
        return ImmutableCollectionsMarshal.AsImmutableArray(all.ToArray());
    }
}
