using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Engine.Compiling;

/// <summary>An intervention over slots, with the safety rules that reach it.</summary>
internal sealed class CompiledIntervention
{
    public required Intervention Intervention { get; init; }

    public required CompiledGate Gate { get; init; }

    /// <summary>What it changes, a factor at a time, in the order of the changes.</summary>
    public required CompiledMove[] Moves { get; init; }

    /// <summary>Positions in the compiled safety rules of the contraindications and cautions that reach it, by rule id.</summary>
    public required int[] Safety { get; init; }

    /// <summary>Published recommendations, as written.</summary>
    public required CompiledIndication[] Indications { get; init; }

    /// <summary>Trial effects, as written, informational ones too.</summary>
    public required CompiledTrial[] Trials { get; init; }

    /// <summary>For each condition the positions of its trial effects.</summary>
    public required IntLists TrialsOf { get; init; }

    /// <summary>The products that serve it, by id.</summary>
    public required CompiledProduct[] Products { get; init; }
}

/// <summary>The changes of an intervention to one factor: the first whose gate is true counts, none where an earlier gate is unknown.</summary>
/// <param name="Slot">The slot of the factor.</param>
/// <param name="Changes">The changes, as written.</param>
internal sealed record CompiledMove(int Slot, CompiledChange[] Changes);

/// <summary>A change over slots.</summary>
/// <param name="Change">The change.</param>
/// <param name="Gate">For whom it is meant.</param>
/// <param name="Aim">The number it is written with, as a slot holds it.</param>
/// <param name="To">Where a value goes: the aim, for whole numbers the nearest one that meets the change.</param>
/// <param name="IsWhole">Whether its factor takes whole numbers only.</param>
/// <param name="IsNumeric">Whether its factor takes numbers.</param>
internal sealed record CompiledChange(FactorChange Change, CompiledGate Gate, double Aim, double To, bool IsWhole, bool IsNumeric)
{
    /// <summary>Whether a value meets the change: an estimate only by at least its error, a set number within it.</summary>
    public bool IsMet(double x, double error) =>
        Change.AtMost is not null ? Aim - x >= error
        : Change.AtLeast is not null ? x - Aim >= error
        : Math.Abs(x - Aim) <= error;

    /// <summary>Where a value that does not meet the change goes: to the aim, but no farther than the limit. An estimate within its error of the aim stays.</summary>
    public double Moved(double x, double error)
    {
        if (!IsNumeric)
            return To;
        if (Math.Abs(x - Aim) <= error)
            return x;
        double limit = Change.Limit ?? (Change.LimitPercent is { } percent ? Math.Abs(x) * percent / 100 : double.PositiveInfinity);
        if (Math.Abs(To - x) <= limit)
            return To;
        if (To < x)
            return IsWhole ? Math.Min(x, Math.Ceiling(x - limit)) : x - limit;
        return IsWhole ? Math.Max(x, Math.Floor(x + limit)) : x + limit;
    }
}

/// <summary>A published recommendation over slots.</summary>
/// <param name="Indication">The recommendation.</param>
/// <param name="Gate">For whom it is made.</param>
/// <param name="Condition">The condition it is made for; −1 for health in general.</param>
internal sealed record CompiledIndication(Indication Indication, CompiledGate Gate, int Condition)
{
    /// <summary>2 for a strong one, 1 for a conditional one.</summary>
    public int Strength => Indication.Strength == IndicationStrength.Strong ? 2 : 1;
}

/// <summary>A trial effect over slots.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Gate">Whom it speaks for.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Beta">β; 0 where no effect is given.</param>
internal sealed record CompiledTrial(TrialEffect Effect, CompiledGate Gate, int Condition, double Beta)
{
    /// <summary>Whether it may count: it is not informational and has an effect.</summary>
    public bool Counts => !Effect.Informational && Effect.Effect is not null;

    /// <summary>Whether its interval excludes no effect, or none is given.</summary>
    public bool IsClear => Effect.Effect is { IntervalIncludesNoEffect: false };
}

/// <summary>A product over slots.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Allergens">The slots that speak against it where they are true, by id.</param>
internal sealed record CompiledProduct(string Id, int[] Allergens);

/// <summary>What is recommended or usual for a factor, over slots.</summary>
/// <param name="Gate">For whom it holds.</param>
/// <param name="Low">The lower end; −∞ where open or a value.</param>
/// <param name="High">The upper end; +∞ where open or a value.</param>
/// <param name="Value">The value as a slot holds it; NaN where it is a range.</param>
/// <param name="IsWhole">Whether its factor takes whole numbers only: then a value goes to the nearest one inside the range.</param>
internal sealed record CompiledReference(CompiledGate Gate, double Low, double High, double Value, bool IsWhole)
{
    /// <summary>Where the reference brings a value; null where the value lies in it. An estimate is outside only by more than its error.</summary>
    /// <param name="x">The value.</param>
    /// <param name="error">The error of an estimate; 0 for any other value.</param>
    public double? Target(double x, double error) =>
        !double.IsNaN(Value) ? (x == Value ? null : Value)
        : Low - x > error ? IsWhole ? Math.Ceiling(Low) : Low
        : x - High > error ? IsWhole ? Math.Floor(High) : High
        : null;
}

/// <summary>Turns interventions and references into slots.</summary>
/// <param name="set">The rule set.</param>
/// <param name="gateAt">The description of the gate at a node.</param>
internal sealed class InterventionCompiler(CompiledRuleSet set, Func<int, CompiledGate> gateAt)
{
    private readonly ActionGates gates = set.ActionGates;
    private readonly Dictionary<string, List<CompiledProduct>> products = ProductsOf(set);

    /// <summary>Compiles an intervention.</summary>
    /// <param name="index">Its position by id.</param>
    /// <param name="intervention">The intervention.</param>
    /// <param name="node">The node of its gate.</param>
    /// <param name="safety">The safety rules that reach it.</param>
    public CompiledIntervention Compile(int index, Intervention intervention, int node, int[] safety)
    {
        var gate = gateAt(node);
        var moves = Moves(index, intervention);
        var indications = Indications(intervention.Indications, gates.Indications[index]);
        var trials = Trials(intervention.Effects, gates.Trials[index]);
        return new()
        {
            Intervention = intervention,
            Gate = gate,
            Moves = moves,
            Safety = safety,
            Indications = indications,
            Trials = trials,
            TrialsOf = ByCondition(trials),
            Products = products.TryGetValue(intervention.Id, out var serving) ? [.. serving] : [],
        };
    }

    private CompiledIndication[] Indications(ImmutableArray<Indication> indications, int[] nodes)
    {
        var compiled = new CompiledIndication[indications.Length];
        for (int i = 0; i < compiled.Length; i++)
            compiled[i] = new CompiledIndication(indications[i], gateAt(nodes[i]), indications[i].Condition is { } c ? set.ConditionIndex[c] : -1);
        return compiled;
    }

    private CompiledTrial[] Trials(ImmutableArray<TrialEffect> trials, int[] nodes)
    {
        var compiled = new CompiledTrial[trials.Length];
        for (int i = 0; i < compiled.Length; i++)
        {
            var trial = trials[i];
            compiled[i] = new CompiledTrial(
                trial, gateAt(nodes[i]), set.ConditionIndex[trial.Condition],
                trial.Effect is { } effect ? set.Resolved.Model.Weigh(effect, trial.Certainty) : 0);
        }

        return compiled;
    }

    private IntLists ByCondition(CompiledTrial[] trials)
    {
        Span<int> conditions = trials.Length <= 64 ? stackalloc int[trials.Length] : new int[trials.Length];
        for (int i = 0; i < conditions.Length; i++)
            conditions[i] = trials[i].Condition;
        return IntLists.ByKey(conditions, set.SkinConditions.Length);
    }

    /// <summary>Compiles the references of a factor, as written.</summary>
    public CompiledReference[] References(int slot)
    {
        var factor = set.Slots.Factors[slot];
        var compiled = new CompiledReference[factor.References.Length];
        for (int i = 0; i < compiled.Length; i++)
        {
            var reference = factor.References[i];
            compiled[i] = new CompiledReference(
                gateAt(gates.References[slot][i]),
                reference.Low ?? double.NegativeInfinity,
                reference.High ?? double.PositiveInfinity,
                reference.Value is { } value ? Slots.Encode(value, factor) : double.NaN,
                factor.Kind == FactorKind.Integer);
        }

        return compiled;
    }

    private CompiledMove[] Moves(int index, Intervention intervention)
    {
        if (intervention.Changes.IsEmpty)
            return [];
        // The slots in the order of their first change, and which of them each change is about.
        var slots = new List<int>();
        var places = new Dictionary<int, int>();
        int[] placeOf = new int[intervention.Changes.Length];
        for (int k = 0; k < placeOf.Length; k++)
        {
            int slot = set.Slots.IndexOf(intervention.Changes[k].Factor);
            if (!places.TryGetValue(slot, out placeOf[k]))
            {
                places.Add(slot, placeOf[k] = slots.Count);
                slots.Add(slot);
            }
        }

        var changes = new List<CompiledChange>[slots.Count];
        for (int k = 0; k < placeOf.Length; k++)
        {
            (changes[placeOf[k]] ??= []).Add(
                Change(intervention.Changes[k], set.Slots.Factors[slots[placeOf[k]]], gateAt(gates.Changes[index][k])));
        }

        var moves = new CompiledMove[changes.Length];
        for (int i = 0; i < moves.Length; i++)
            moves[i] = new CompiledMove(slots[i], [.. changes[i]]);
        return moves;
    }

    private static CompiledChange Change(FactorChange change, Factor factor, CompiledGate gate)
    {
        bool whole = factor.Kind == FactorKind.Integer;
        double aim = change.AtMost ?? change.AtLeast ?? (change.Set is { } set ? Slots.Encode(set, factor) : double.NaN);
        double to = !whole ? aim : change.AtMost is not null ? Math.Floor(aim) : change.AtLeast is not null ? Math.Ceiling(aim) : aim;
        return new CompiledChange(change, gate, aim, to, whole, factor.IsNumeric);
    }

    private static Dictionary<string, List<CompiledProduct>> ProductsOf(CompiledRuleSet set)
    {
        var products = new Dictionary<string, List<CompiledProduct>>(StringComparer.Ordinal);
        foreach (var product in set.Resolved.Data.Products)
        {
            if (!products.TryGetValue(product.Intervention, out var serving))
                products.Add(product.Intervention, serving = []);
            serving.Add(new CompiledProduct(product.Id, Sorting.Distinct([.. set.Slots.IndexesOf(product.Allergens)])));
        }

        foreach (var serving in products.Values)
            serving.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        return products;
    }
}

/// <summary>The gates inside interventions and references, each as written; interventions in the order of their ids, references of slots.</summary>
internal sealed class ActionGates
{
    public ActionGates(Intervention[] interventions, Slots slots, GateTableBuilder gates)
    {
        Changes = Nodes(interventions, i => i.Changes.Length, (i, k) => i.Changes[k].When);
        Indications = Nodes(interventions, i => i.Indications.Length, (i, k) => i.Indications[k].When);
        Trials = Nodes(interventions, i => i.Effects.Length, (i, k) => i.Effects[k].When);
        References = Nodes(slots.Factors, f => f.References.Length, (f, k) => f.References[k].When);

        int[][] Nodes<T>(T[] entries, Func<T, int> count, Func<T, int, Gate?> gate)
        {
            int[][] nodes = new int[entries.Length][];
            for (int i = 0; i < nodes.Length; i++)
            {
                nodes[i] = count(entries[i]) == 0 ? [] : new int[count(entries[i])];
                for (int k = 0; k < nodes[i].Length; k++)
                    nodes[i][k] = gates.Add(gate(entries[i], k));
            }

            return nodes;
        }
    }

    /// <summary>For each intervention a node for each change.</summary>
    public int[][] Changes { get; }

    /// <summary>For each intervention a node for each indication.</summary>
    public int[][] Indications { get; }

    /// <summary>For each intervention a node for each trial effect.</summary>
    public int[][] Trials { get; }

    /// <summary>For each slot a node for each reference.</summary>
    public int[][] References { get; }

    /// <summary>Turns references into nodes, once all gates are there.</summary>
    public ActionGates Resolve(GateTableBuilder gates)
    {
        foreach (int[][] lists in (int[][][])[Changes, Indications, Trials, References])
        {
            foreach (int[] nodes in lists)
            {
                for (int i = 0; i < nodes.Length; i++)
                    nodes[i] = gates.NodeOf(nodes[i]);
            }
        }

        return this;
    }
}
