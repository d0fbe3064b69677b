using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

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
    private readonly List<Mover>?[] movers;
    private readonly List<OnMovement>?[] movements;
    private readonly Moves[] all;
    private readonly List<int> moved = [];

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
        movers = new List<Mover>?[slots.Count];
        movements = new List<OnMovement>?[slots.Count];
        all = new Moves[slots.Count];
        for (int i = 0; i < interventions.Length; i++)
        {
            foreach (var change in interventions[i].Changes)
            {
                int slot = slots.IndexOf(change.Factor);
                map.AddTo(slot, MovementMap.Of(change, slots.Factors[slot]), all, moved);
            }

            foreach (int slot in moved)
                (movers[slot] ??= []).Add(new Mover(i, all[slot]));
            Forget();
        }

        for (int rule = 0; rule < safety.Length; rule++)
        {
            foreach (var movement in safety[rule].Movements)
                (movements[slots.IndexOf(movement.Factor)] ??= []).Add(new OnMovement(rule, movement.Direction));
        }
    }

    /// <summary>What has to do with a movement of a factor; worked out when first asked for.</summary>
    public MovementReach On(int slot, Moves moves)
    {
        ref var found = ref onMovements[(4 * slot) + (int)moves];
        return Volatile.Read(ref found) ?? Interlocked.CompareExchange(ref found, Find(slot, moves), null) ?? found;
    }

    private MovementReach Find(int slot, Moves moves)
    {
        var moving = new List<int>();
        foreach (var mover in movers[slot] ?? [])
        {
            if ((mover.Moves & moves) != 0)
                moving.Add(mover.Intervention);
        }

        return new MovementReach(RulesOn(slot, moves), [.. moving]);
    }

    private int[] RulesOn(int slot, Moves moves)
    {
        var rules = new List<int>();
        // The map, and what it fills, serve one walk at a time.
        lock (map)
        {
            map.AddTo(slot, moves, all, moved);
            foreach (int other in moved)
            {
                foreach (var movement in movements[other] ?? [])
                {
                    if (MovementMap.Meet(all[other], movement.Direction))
                        rules.Add(movement.Rule);
                }
            }

            Forget();
        }

        return Sorting.Distinct(rules);
    }

    private void Forget()
    {
        foreach (int slot in moved)
            all[slot] = Moves.None;
        moved.Clear();
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
                    foreach (var mover in movers[slots.IndexOf(movement.Factor)] ?? [])
                        reached[mover.Intervention] |= MovementMap.Meet(mover.Moves, movement.Direction);
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
        // Interventions stand in the order of their ids.
        int[] parents = new int[interventions.Length];
        string[] ids = new string[parents.Length];
        for (int i = 0; i < ids.Length; i++)
            ids[i] = interventions[i].Id;
        for (int i = 0; i < parents.Length; i++)
            parents[i] = interventions[i].VariantOf is { } parent ? Sorting.Find(ids, parent) : -1;
        return parents;
    }

    /// <summary>
    /// The names interventions go by, their own id and those of <c>sameSafetyAs</c>, sorted: a target, prefix or whole id, is then one
    /// range of them.
    /// </summary>
    private sealed class NameRanges
    {
        private readonly string[] names;
        private readonly int[] owners;

        public NameRanges(Intervention[] interventions)
        {
            List<string> all = [];
            List<int> of = [];
            for (int i = 0; i < interventions.Length; i++)
            {
                all.Add(interventions[i].Id);
                of.Add(i);
                foreach (string other in interventions[i].SameSafetyAs)
                {
                    all.Add(other);
                    of.Add(i);
                }
            }

            names = [.. all];
            owners = new int[names.Length];
            int[] order = Sorting.PlacesOf(names);
            for (int i = 0; i < order.Length; i++)
                (names[i], owners[i]) = (all[order[i]], of[order[i]]);
        }

        public void Mark(string target, bool[] reached)
        {
            string prefix = target.EndsWith('*') ? target[..^1] : target;
            int low = 0, high = names.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (string.CompareOrdinal(names[middle], prefix) < 0)
                    low = middle + 1;
                else
                    high = middle;
            }

            for (; low < names.Length && SafetyRule.Targets(target, names[low]); low++)
                reached[owners[low]] = true;
        }
    }

    /// <summary>An intervention that moves a factor.</summary>
    private sealed class Mover(int intervention, Moves moves)
    {
        public readonly int Intervention = intervention;
        public readonly Moves Moves = moves;
    }

    /// <summary>A safety rule that is about a movement of a factor.</summary>
    private sealed class OnMovement(int rule, MovementDirection direction)
    {
        public readonly int Rule = rule;
        public readonly MovementDirection Direction = direction;
    }
}

/// <summary>What has to do with a movement of a factor.</summary>
/// <param name="Rules">The positions of the contraindications and cautions on it, rising.</param>
/// <param name="Movers">The positions of the interventions that can move the factor so, rising.</param>
internal sealed record MovementReach(int[] Rules, int[] Movers);
