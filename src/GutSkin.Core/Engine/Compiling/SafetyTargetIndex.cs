using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>
/// Section 7 of the scoring model: which contraindications and cautions reach which interventions, by id or prefix, by trait, by
/// movement, and through <c>sameSafetyAs</c> and <c>variantOf</c>; and which of them hold the lever on a factor.
/// </summary>
internal sealed class SafetyTargetIndex
{
    private readonly SafetyRule[] safety;
    private readonly Intervention[] interventions;
    private readonly MovementMap map;
    private readonly MovementReach?[] onMovements;
    private readonly List<(int Intervention, Moves Moves)>?[] movers;
    private readonly List<(int Rule, MovementDirection Direction)>?[] movements;

    /// <summary>Finds what moves what.</summary>
    /// <param name="set">The rule set, for its derivations.</param>
    /// <param name="safety">Its safety rules, by id.</param>
    /// <param name="interventions">Its interventions, by id.</param>
    /// <param name="slots">The slots of its factors.</param>
    public SafetyTargetIndex(RuleSet set, SafetyRule[] safety, Intervention[] interventions, Slots slots)
    {
        this.safety = safety;
        this.interventions = interventions;
        map = new MovementMap(set, slots);
        onMovements = new MovementReach?[4 * slots.Count];
        movers = new List<(int, Moves)>?[slots.Count];
        movements = new List<(int, MovementDirection)>?[slots.Count];
        var moves = new Dictionary<int, Moves>();
        for (int i = 0; i < interventions.Length; i++)
        {
            moves.Clear();
            foreach (var change in interventions[i].Changes)
            {
                int slot = slots.IndexOf(change.Factor);
                map.AddTo(slot, MovementMap.Of(change, slots.Factors[slot]), moves);
            }

            foreach (var (slot, ways) in moves)
                (movers[slot] ??= []).Add((i, ways));
        }

        for (int rule = 0; rule < safety.Length; rule++)
        {
            foreach (var movement in safety[rule].Movements)
                (movements[slots.IndexOf(movement.Factor)] ??= []).Add((rule, movement.Direction));
        }
    }

    /// <summary>What has to do with a movement of a factor; worked out when first asked for.</summary>
    public MovementReach On(int slot, Moves moves)
    {
        ref var found = ref onMovements[(4 * slot) + (int)moves];
        return found ??= new MovementReach([.. RulesOn(slot, moves)], [.. (movers[slot] ?? []).Where(m => (m.Moves & moves) != 0).Select(m => m.Intervention)]);
    }

    private SortedSet<int> RulesOn(int slot, Moves moves)
    {
        var all = new Dictionary<int, Moves>();
        map.AddTo(slot, moves, all);
        var rules = new SortedSet<int>();
        foreach (var (moved, ways) in all)
        {
            foreach (var (rule, direction) in movements[moved] ?? [])
            {
                if (MovementMap.Meet(ways, direction))
                    rules.Add(rule);
            }
        }

        return rules;
    }

    /// <summary>For each intervention the positions of the safety rules that reach it, rising.</summary>
    public IntLists ByIntervention(Slots slots)
    {
        var names = new NameRanges(interventions);
        var byTrait = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < interventions.Length; i++)
        {
            foreach (string trait in interventions[i].Traits)
            {
                if (!byTrait.TryGetValue(trait, out var having))
                    byTrait.Add(trait, having = []);
                having.Add(i);
            }
        }

        int[] parents = Parents();
        int[] starts = new int[safety.Length + 1];
        var entries = new List<int>();
        bool[] reached = new bool[interventions.Length];
        for (int rule = 0; rule < safety.Length; rule++)
        {
            if (safety[rule].Kind != SafetyKind.RedFlag)
            {
                Array.Clear(reached);
                foreach (string target in safety[rule].Interventions)
                    names.Mark(target, reached);
                foreach (string trait in safety[rule].Traits)
                {
                    foreach (int i in byTrait.GetValueOrDefault(trait) ?? [])
                        reached[i] = true;
                }

                foreach (var movement in safety[rule].Movements)
                {
                    foreach (var (i, moves) in movers[slots.IndexOf(movement.Factor)] ?? [])
                        reached[i] |= MovementMap.Meet(moves, movement.Direction);
                }

                for (int i = 0; i < reached.Length; i++)
                {
                    if (IsReached(i, parents, reached))
                        entries.Add(i);
                }
            }

            starts[rule + 1] = entries.Count;
        }

        return new IntLists(starts, [.. entries]).Inverted(interventions.Length);
    }

    /// <summary>Whether a rule reaches an intervention, or one that it is a way of doing.</summary>
    private static bool IsReached(int intervention, int[] parents, bool[] reached)
    {
        for (int steps = 0; intervention >= 0 && steps <= parents.Length; intervention = parents[intervention], steps++)
        {
            if (reached[intervention])
                return true;
        }

        return false;
    }

    private int[] Parents()
    {
        int[] parents = new int[interventions.Length];
        for (int i = 0; i < parents.Length; i++)
            parents[i] = interventions[i].VariantOf is { } parent ? Array.FindIndex(interventions, x => x.Id == parent) : -1;
        return parents;
    }

    /// <summary>
    /// The names interventions go by, their own id and those of <c>sameSafetyAs</c>, sorted: a target, prefix or whole id, is then one
    /// range of them.
    /// </summary>
    private sealed class NameRanges
    {
        private readonly (string Name, int Owner)[] names;

        public NameRanges(Intervention[] interventions)
        {
            var all = new List<(string Name, int Owner)>();
            for (int i = 0; i < interventions.Length; i++)
            {
                all.Add((interventions[i].Id, i));
                foreach (string other in interventions[i].SameSafetyAs)
                    all.Add((other, i));
            }

            all.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            names = [.. all];
        }

        public void Mark(string target, bool[] reached)
        {
            var prefix = target.EndsWith('*') ? target.AsSpan(0, target.Length - 1) : target;
            int low = 0, high = names.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (names[middle].Name.AsSpan().SequenceCompareTo(prefix) < 0)
                    low = middle + 1;
                else
                    high = middle;
            }

            for (; low < names.Length && SafetyRule.Targets(target, names[low].Name); low++)
                reached[names[low].Owner] = true;
        }
    }
}

/// <summary>What has to do with a movement of a factor.</summary>
/// <param name="Rules">The positions of the contraindications and cautions on it, rising.</param>
/// <param name="Movers">The positions of the interventions that can move the factor so, rising.</param>
internal sealed record MovementReach(int[] Rules, int[] Movers);
