namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Which contraindications and cautions are for which interventions. Rules are known by their position; those that name an id are found
/// for every rule, those that aim at a trait or a movement for locked ones.
/// </summary>
internal sealed class SafetyReach
{
    private readonly List<SafetyRule> rules;
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byId = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, int Rule)> prefixes = [];
    private readonly Dictionary<string, List<int>> byTrait = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(MovementDirection Direction, int Rule)>> byMovement = new(StringComparer.Ordinal);

    public SafetyReach(MergeState state)
    {
        rules = [.. state.Safety.Entries.Select(e => e.Entry).Where(r => r.Kind != SafetyKind.RedFlag)];
        for (int i = 0; i < rules.Count; i++)
        {
            positions[rules[i].Id] = i;
            foreach (string target in rules[i].Interventions)
            {
                if (target.EndsWith('*'))
                    prefixes.Add((target[..^1], i));
                else
                    Add(byId, target, i);
            }

            if (!rules[i].Locked)
                continue;
            HasLocked = true;
            foreach (string trait in rules[i].Traits)
                Add(byTrait, trait, i);
            foreach (var movement in rules[i].Movements)
                Add(byMovement, movement.Factor, (movement.Direction, i));
        }
    }

    /// <summary>Whether any rule is locked.</summary>
    public bool HasLocked { get; }

    public SafetyRule this[int rule] => rules[rule];

    /// <summary>The position of a rule.</summary>
    public int IndexOf(SafetyRule rule) => positions[rule.Id];

    /// <summary>Whether a rule names an id, by itself or by a prefix.</summary>
    public bool Names(int rule, string id) => rules[rule].Interventions.Any(target => SafetyRule.Targets(target, id));

    /// <summary>The rules that name an id, by itself or by a prefix.</summary>
    public IEnumerable<int> Naming(string id) =>
        (byId.GetValueOrDefault(id) ?? []).Concat(prefixes.Where(p => id.StartsWith(p.Prefix, StringComparison.Ordinal)).Select(p => p.Rule));

    /// <summary>The locked rules that are for what an intervention has or does.</summary>
    public IEnumerable<int> AimedAt(Intervention intervention, MovementGraph graph)
    {
        foreach (string trait in intervention.Traits)
        {
            foreach (int rule in byTrait.GetValueOrDefault(trait) ?? [])
                yield return rule;
        }

        if (byMovement.Count == 0)
            yield break;
        foreach (var (factor, ways) in graph.MovedBy(intervention))
        {
            foreach (var (direction, rule) in byMovement.GetValueOrDefault(factor) ?? [])
            {
                if (MovementGraph.Meets(ways, direction))
                    yield return rule;
            }
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T value)
    {
        if (!index.TryGetValue(key, out var list))
            index.Add(key, list = []);
        list.Add(value);
    }
}
