namespace GutSkin.Core.RuleSets.Composing;

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
