using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>Which ways a factor moves.</summary>
[Flags]
internal enum Moves : byte
{
    /// <summary>It does not move.</summary>
    None = 0,

    /// <summary>To a higher value.</summary>
    Up = 1,

    /// <summary>To a lower value.</summary>
    Down = 2,

    /// <summary>Either way; a yes/no or choice factor moves only so.</summary>
    Any = Up | Down,
}

/// <summary>
/// Section 7 of the scoring model: what a movement of a factor counts as. On what a derivation needs it counts as one on its target,
/// and on a target as one on every modifiable factor that its derivations need, directly or through others, in the direction that the
/// derivation gives it; up or down from where it is, not both ways in turn. One walk at a time.
/// </summary>
internal sealed class MovementMap
{
    private readonly Factor[] factors;
    private readonly List<Link>?[] targets;
    private readonly List<Link>?[] needs;
    private readonly Moves[] reached;
    private readonly List<int> waiting = [];
    private readonly List<int> passed = [];

    public MovementMap(RuleSet set, Slots slots)
    {
        factors = slots.Factors;
        targets = new List<Link>?[factors.Length];
        needs = new List<Link>?[factors.Length];
        reached = new Moves[factors.Length];
        foreach (var derivation in set.Derivations)
        {
            int target = slots.IndexOf(derivation.Factor);
            foreach (var way in derivation.Cases)
            {
                foreach (string need in way.Needs)
                {
                    int slot = slots.IndexOf(need);
                    var turn = TurnOf(way, need, factors[slot]);
                    Add(targets, slot, target, turn);
                    Add(needs, target, slot, turn);
                }
            }
        }
    }

    /// <summary>The way a change can move its factor, whatever its value is now.</summary>
    public static Moves Of(FactorChange change, Factor factor) =>
        !factor.IsNumeric || change.Set is not null ? Moves.Any
        : change.AtLeast is not null ? Moves.Up
        : Moves.Down;

    /// <summary>Whether moves meet the direction that a safety rule names.</summary>
    public static bool Meet(Moves moves, MovementDirection direction) => direction switch
    {
        MovementDirection.Up => (moves & Moves.Up) != 0,
        MovementDirection.Down => (moves & Moves.Down) != 0,
        _ => moves != Moves.None,
    };

    /// <summary>Adds a movement and all that it counts as.</summary>
    /// <param name="slot">The factor that moves.</param>
    /// <param name="moves">Which ways.</param>
    /// <param name="all">The moves by slot.</param>
    /// <param name="moved">The slots that have any, each once.</param>
    public void AddTo(int slot, Moves moves, Moves[] all, List<int> moved)
    {
        Merge(slot, moves, all, moved);
        if (targets[slot] is not null)
            Reach(targets, slot, moves, all, moved, modifiableOnly: false);
        if (needs[slot] is not null)
            Reach(needs, slot, moves, all, moved, modifiableOnly: true);
    }

    private static void Merge(int slot, Moves moves, Moves[] all, List<int> moved)
    {
        if (all[slot] == Moves.None && moves != Moves.None)
            moved.Add(slot);
        all[slot] |= moves;
    }

    private void Reach(List<Link>?[] links, int start, Moves moves, Moves[] all, List<int> moved, bool modifiableOnly)
    {
        // Slots, each with the moves that it passes on: as often as it gets new ones, twice at most.
        waiting.Clear();
        waiting.Add(start);
        passed.Clear();
        passed.Add((int)moves);
        for (int next = 0; next < waiting.Count; next++)
        {
            foreach (var link in links[waiting[next]] ?? [])
            {
                var turned = Turned((Moves)passed[next], link.Turn);
                if (turned != Moves.None && !factors[link.Slot].IsNumeric)
                    turned = Moves.Any;
                var before = reached[link.Slot];
                if ((before | turned) == before)
                    continue;
                reached[link.Slot] = before | turned;
                waiting.Add(link.Slot);
                passed.Add((int)turned);
            }
        }

        for (int i = 1; i < waiting.Count; i++)
        {
            int slot = waiting[i];
            if (!modifiableOnly || factors[slot].Modifiable)
                Merge(slot, reached[slot], all, moved);
            reached[slot] = Moves.None;
        }
    }

    /// <summary>Moves through a link whose <see cref="Moves.Up"/> keeps the direction and whose <see cref="Moves.Down"/> reverses it.</summary>
    private static Moves Turned(Moves moves, Moves turn)
    {
        var result = (turn & Moves.Up) != 0 ? moves : Moves.None;
        if ((turn & Moves.Down) == 0)
            return result;
        return result | ((moves & Moves.Up) != 0 ? Moves.Down : 0) | ((moves & Moves.Down) != 0 ? Moves.Up : 0);
    }

    /// <summary>What a case makes of a higher value of what it needs.</summary>
    private static Moves TurnOf(DerivationCase way, string need, Factor factor) => way switch
    {
        LinearCase linear => TurnOf(linear.Linear.TermsByName![need], factor),
        ProductCase product => Sign(Math.Sign(product.Times) * product.PowersByName![need]),
        LmsCase lms => (lms.Value == need ? Moves.Up : Moves.None) | (lms.At.TermsByName!.TryGet(need, out _) ? Moves.Any : Moves.None),
        _ => Moves.Any,
    };

    private static Moves TurnOf(DerivationTerm term, Factor factor) => term switch
    {
        // Of a choice whose choices all score the same the coefficient's sign is left, as MovementGraph has it.
        CoefficientTerm { Coefficient: var coefficient } => factor.Kind == FactorKind.Choice && Between(AnswerNumbers.OfScores(factor), coefficient) is var steps and not Moves.None
            ? steps
            : Sign(coefficient),
        LevelsTerm levels => Between(AnswerNumbers.Of(factor, levels.LevelsByName), 1),
        CurveTerm curve => Between(curve.Curve.Knots),
        _ => Moves.Any,
    };

    private static Moves Sign(double value) => value > 0 ? Moves.Up : value < 0 ? Moves.Down : Moves.None;

    private static Moves Between(double[] numbers, double times)
    {
        var moves = Moves.None;
        for (int i = 1; i < numbers.Length; i++)
            moves |= Sign((times * numbers[i]) - (times * numbers[i - 1]));
        return moves;
    }

    private static Moves Between(ImmutableArray<Knot> knots)
    {
        var moves = Moves.None;
        for (int i = 1; i < knots.Length; i++)
            moves |= Sign(knots[i].Burden - knots[i - 1].Burden);
        return moves;
    }

    private static void Add(List<Link>?[] links, int from, int to, Moves turn)
    {
        if (turn == Moves.None)
            return;
        var list = links[from] ??= [];
        foreach (var link in list)
        {
            if (link.Slot == to)
            {
                link.Turn |= turn;
                return;
            }
        }

        list.Add(new Link(to) { Turn = turn });
    }

    private sealed class Link(int slot)
    {
        public readonly int Slot = slot;
        public Moves Turn;
    }
}
