using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>What the documents applied so far amount to.</summary>
internal sealed class MergeState
{
    private readonly Dictionary<(Section, string), Removal> lastRemovals = [];
    private readonly Dictionary<Section, IMergedSection> sections;

    public MergeState() => sections = new()
    {
        [Section.Mechanisms] = Mechanisms,
        [Section.Conditions] = Conditions,
        [Section.Factors] = Factors,
        [Section.Forms] = Forms,
        [Section.Derivations] = Derivations,
        [Section.Traits] = Traits,
        [Section.Evidence] = Evidence,
        [Section.Rules] = Rules,
        [Section.Interventions] = Interventions,
        [Section.Safety] = Safety,
        [Section.Screens] = Screens,
        [Section.Products] = Products,
    };

    public MergedSection<Mechanism> Mechanisms { get; } = new(e => e.Id);

    public MergedSection<SkinCondition> Conditions { get; } = new(e => e.Id);

    public MergedSection<Factor> Factors { get; } = new(e => e.Id);

    public MergedSection<Form> Forms { get; } = new(e => e.Id);

    public MergedSection<Derivation> Derivations { get; } = new(e => e.Id);

    public MergedSection<Trait> Traits { get; } = new(e => e.Id);

    public MergedSection<Evidence> Evidence { get; } = new(e => e.Id);

    public MergedSection<ScoringRule> Rules { get; } = new(e => e.Id);

    public MergedSection<Intervention> Interventions { get; } = new(e => e.Id);

    public MergedSection<SafetyRule> Safety { get; } = new(e => e.Id);

    public MergedSection<Screen> Screens { get; } = new(e => e.Id);

    public MergedSection<Product> Products { get; } = new(e => e.Id);

    /// <summary>What was left out on purpose; a later document speaks for a factor and condition as a whole.</summary>
    public List<(ConsideredEntry Entry, DocumentScope Document)> Considered { get; } = [];

    /// <summary>The tests of all documents.</summary>
    public List<(RuleSetTest Entry, DocumentScope Document)> Tests { get; } = [];

    public ModelOverrides? Model { get; set; }

    public ImmutableSortedDictionary<string, Texts> Texts { get; set; } =
        ImmutableSortedDictionary.Create<string, Texts>(StringComparer.Ordinal);

    /// <summary>Entries that were not put in, through a fault: they use what they mention all the same.</summary>
    public List<object> Refused { get; } = [];

    /// <summary>Everything ever taken out, in order; an id may have come back since.</summary>
    public List<Removal> Removals { get; } = [];

    /// <summary>
    /// Interventions that a rule set composed before says were taken out, and that its locked rules still name: such a rule is
    /// frozen, and is for them again if they come back.
    /// </summary>
    public HashSet<string> TakenOutBefore { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything ever said of an intervention, by id, in order.</summary>
    public Dictionary<string, List<InterventionVersion>> Versions { get; } = new(StringComparer.Ordinal);

    /// <summary>Why locked rules are for an intervention, by what it has and does: in every document so far that locks or says it.</summary>
    public Dictionary<string, HashSet<Aim>> Aims { get; } = new(StringComparer.Ordinal);

    /// <summary>A section by its name; null where its entries have no ids.</summary>
    public IMergedSection? this[Section section] => sections.GetValueOrDefault(section);

    /// <summary>The ids of a section that are in force.</summary>
    public IEnumerable<string> Ids(Section section) => this[section]?.Ids ?? [];

    public bool Contains(Section section, string id) => this[section]?.Find(id) is not null;

    /// <summary>Takes an entry out.</summary>
    public void Remove(Removal removal)
    {
        Removals.Add(removal);
        lastRemovals[(removal.Section, removal.Id)] = removal;
        this[removal.Section]?.Remove(removal.Id);
    }

    /// <summary>The removal by which an id is not there at the end, where it is not; the last one.</summary>
    public Removal? FindRemoval(Section section, string id) =>
        Contains(section, id) ? null : lastRemovals.GetValueOrDefault((section, id));
}

/// <summary>What can be said of a section's entries without knowing of which kind they are.</summary>
internal interface IMergedSection
{
    /// <summary>The ids in force.</summary>
    IEnumerable<string> Ids { get; }

    /// <summary>The entries in force by id, with the document that said each, in order.</summary>
    IEnumerable<(string Id, DocumentScope Document)> Said { get; }

    /// <summary>The entry in force with an id; null where there is none.</summary>
    object? Find(string id);

    void Remove(string id);
}

/// <summary>The entries of one section while documents are laid over each other, in order, by id.</summary>
internal sealed class MergedSection<T>(Func<T, string> idOf) : IMergedSection
    where T : class
{
    private readonly List<(T? Entry, DocumentScope Document)> slots = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    /// <summary>The ids in force.</summary>
    public IEnumerable<string> Ids => positions.Keys;

    /// <summary>The entries in force, with the document that said each, in order.</summary>
    public IEnumerable<(T Entry, DocumentScope Document)> Entries =>
        slots.Where(s => s.Entry is not null).Select(s => (s.Entry!, s.Document));

    /// <inheritdoc/>
    public IEnumerable<(string Id, DocumentScope Document)> Said => Entries.Select(e => (idOf(e.Entry), e.Document));

    public bool Contains(string id) => positions.ContainsKey(id);

    /// <inheritdoc/>
    public object? Find(string id) => TryGet(id, out var entry) ? entry : null;

    public bool TryGet(string id, [NotNullWhen(true)] out T? entry)
    {
        entry = positions.TryGetValue(id, out int position) ? slots[position].Entry : null;
        return entry is not null;
    }

    /// <summary>Puts an entry in the place of the one with its id, or at the end.</summary>
    public void Put(T entry, DocumentScope document)
    {
        if (positions.TryGetValue(idOf(entry), out int position))
        {
            slots[position] = (entry, document);
            return;
        }

        positions.Add(idOf(entry), slots.Count);
        slots.Add((entry, document));
    }

    public void Remove(string id)
    {
        if (positions.Remove(id, out int position))
            slots[position] = (null, slots[position].Document);
    }

    public Dictionary<string, T> ToDictionary()
    {
        var result = new Dictionary<string, T>(positions.Count, StringComparer.Ordinal);
        foreach (var (id, position) in positions)
            result.Add(id, slots[position].Entry!);
        return result;
    }

    /// <summary>The entries in order, each changed or (null) left out.</summary>
    public ImmutableArray<T> Select(Func<T, DocumentScope, T?> change)
    {
        var result = ImmutableArray.CreateBuilder<T>(positions.Count);
        foreach (var (entry, document) in Entries)
        {
            if (change(entry, document) is { } changed)
                result.Add(changed);
        }

        return result.ToImmutable();
    }
}

/// <summary>The entries of a composed rule set by id, for the checks.</summary>
internal sealed class RuleSetIndex
{
    private readonly Dictionary<Section, IReadOnlyCollection<string>> ids;

    public RuleSetIndex(MergeState state)
    {
        Factors = state.Factors.ToDictionary();
        Interventions = state.Interventions.ToDictionary();
        ids = Sections.WithIds.ToDictionary(
            s => s, IReadOnlyCollection<string> (s) => new HashSet<string>(state.Ids(s), StringComparer.Ordinal));
    }

    /// <summary>The factors.</summary>
    public Dictionary<string, Factor> Factors { get; }

    /// <summary>The interventions.</summary>
    public Dictionary<string, Intervention> Interventions { get; }

    /// <summary>The ids of a section.</summary>
    public IReadOnlyCollection<string> Ids(Section section) => ids[section];

    public bool Has(Section section, string id) => ((HashSet<string>)ids[section]).Contains(id);
}

/// <summary>Which document said each entry of a composed rule set.</summary>
internal static class Provenance
{
    public static IReadOnlyDictionary<EntryKey, ResolvedDocument> Of(
        MergeState state, IReadOnlyList<DocumentScope> scopes, ImmutableArray<ResolvedDocument> documents)
    {
        var byScope = new Dictionary<DocumentScope, ResolvedDocument>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < scopes.Count; i++)
            byScope[scopes[i]] = documents[i];
        var said = new Dictionary<EntryKey, ResolvedDocument>();
        foreach (var section in Sections.WithIds)
        {
            foreach (var (id, document) in state[section]!.Said)
                said[new EntryKey(section.Property(), id)] = byScope[document];
        }

        foreach (var (entry, document) in state.Considered)
            said[new EntryKey(Section.Considered.Property(), TextFields.KeyOf(entry))] = byScope[document];
        return said.AsReadOnly();
    }

    /// <summary>Of a rule set that one document says as a whole.</summary>
    public static IReadOnlyDictionary<EntryKey, ResolvedDocument> Of(RuleSet ruleSet, ResolvedDocument document)
    {
        var said = new Dictionary<EntryKey, ResolvedDocument>();
        foreach (var section in Sections.WithIds)
        {
            foreach (var (id, _) in section.Of(ruleSet))
                said[new EntryKey(section.Property(), id)] = document;
        }

        foreach (var entry in ruleSet.Considered)
            said[new EntryKey(Section.Considered.Property(), TextFields.KeyOf(entry))] = document;
        return said.AsReadOnly();
    }
}
