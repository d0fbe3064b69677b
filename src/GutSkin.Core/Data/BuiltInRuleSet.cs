using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Data;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>The rule set <c>gutskin.evidence</c> that ships in the package, as readable JSON files.</summary>
public static partial class BuiltInRuleSet
{
    /// <summary>The id of the built-in rule set.</summary>
    public const string Id = RuleSet.BuiltInId;

    private const string Folder = "Data.";

    private static readonly Lazy<RuleSetDocument> LazyDocument =
        new(static () => RuleSetJson.Read(FragmentJoiner.Join(Array.ConvertAll(Names, static name => EmbeddedFile.Read(Folder + name))), Id));

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
        var head = Open("ruleset.json");
        var ruleSet = RuleSetReader.Head(head) with
        {
            Mechanisms = Section("mechanisms", KnowledgeReader.Mechanism),
            Conditions = Section("conditions", KnowledgeReader.Condition),
            Factors = Section("factors", FactorReader.Read),
            Forms = Section("forms", KnowledgeReader.Form),
            Derivations = Section("derivations", DerivationReader.Read),
            Traits = Section("traits", KnowledgeReader.Trait),
            DeferredEvidence = new(static () => ImmutableCollectionsMarshal.AsArray(Section("evidence", KnowledgeReader.Evidence))),
            Rules = Section("rules", RuleReader.Scoring),
            Interventions = Section("interventions", InterventionReader.Read),
            Safety = Section("safety", RuleReader.Safety),
            Screens = Section("screens", KnowledgeReader.Screen),
            DeferredConsidered = new(static () => ImmutableCollectionsMarshal.AsArray(Section("considered", KnowledgeReader.Considered))),
            DeferredTexts = new(ReadTexts),
            DeferredTests = new(static () => ImmutableCollectionsMarshal.AsArray(Section("tests", RuleSetTestReader.Read))),
        };
        ThrowIfFaulty(head);
        var said = new ResolvedDocument(ruleSet.Id, ruleSet.Version, Sha256);
        return new ResolvedRuleSet(ruleSet, Sha256, [said], new(() => Provenance.Of(ruleSet, said)));
    }

    /// <summary>The entries of a section, from one file or several.</summary>
    private static ImmutableArray<T> Section<T>(string section, Func<JsonReading, JsonTreeNode, T> read)
    {
        T[] all = [];
        foreach (string name in Names)
        {
            if (!name.AsSpan().StartsWith(section) || name[section.Length] != '.')
                continue;
            var json = Open(name);
            T[] entries = ImmutableCollectionsMarshal.AsArray(json.List(section, read))!;
            ThrowIfFaulty(json);
            all = all.Length == 0 ? entries : [.. all, .. entries];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private static ImmutableSortedDictionary<string, Texts>? ReadTexts()
    {
        var json = Open("texts.de.json");
        var texts = json.Part("texts", RuleSetReader.Texts);
        ThrowIfFaulty(json);
        return texts;
    }

    /// <summary>Opens a file, to be read without noting where things stand.</summary>
    private static ObjectReader Open(string name)
    {
        var reading = JsonReading.OfOwn(EmbeddedFile.Read(Folder + name));
        return ObjectReader.Open(reading, reading.Tree.Root, ObjectShapes.RuleSet);
    }

    private static void ThrowIfFaulty(ObjectReader json)
    {
        if (!json.Reading.IsClean)
            throw new InvalidOperationException("The built-in data is faulty.");
    }
}
