namespace GutSkin.Core;

/// <summary>A resolved rule set with every name turned into a position. Immutable; shared by all threads.</summary>
internal sealed class CompiledRuleSet
{
    public CompiledRuleSet(ResolvedRuleSet resolved)
    {
        Resolved = resolved;
        var set = resolved.RuleSet;
        Slots = new Slots(set.Factors);
        var conditions = set.Conditions.OrderBy(c => c.Id, StringComparer.Ordinal).ToArray();
        var conditionIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < conditions.Length; i++)
            conditionIndex[conditions[i].Id] = i;
        ConditionIndex = conditionIndex;
        var gates = new GateCompiler(Slots, conditionIndex);

        Rules =
        [
            .. set.Rules.Where(r => r.Lifecycle != RuleLifecycle.Retired)
                .OrderBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => new CompiledRule(r, conditionIndex[r.Condition], Slots, gates, resolved.Model)),
        ];
        Conditions = [.. conditions.Select((c, i) => CompileCondition(c, i))];
        RulesBySlot = BySlot(Slots.Count, Rules.Length, i => Rules[i].Reads);
        Safety =
        [
            .. set.Safety.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => new CompiledSafety(s, gates.Compile(s.When))),
        ];
        Interventions =
        [
            .. set.Interventions.OrderBy(i => i.Id, StringComparer.Ordinal).Select(i => CompileIntervention(i, gates)),
        ];
        Screens =
        [
            .. set.Screens.Select(s => new CompiledScreen(s, [.. s.Factors.Select(Slots.IndexOf)], gates.CompileOptional(s.When))),
        ];
        ScreenOfSlot = new int[Slots.Count];
        Array.Fill(ScreenOfSlot, -1);
        for (int i = Screens.Length - 1; i >= 0; i--)
        {
            foreach (int slot in Screens[i].Slots)
                ScreenOfSlot[slot] = i;
        }
    }

    public ResolvedRuleSet Resolved { get; }

    public Slots Slots { get; }

    /// <summary>Conditions and states, by id.</summary>
    public CompiledCondition[] Conditions { get; }

    public IReadOnlyDictionary<string, int> ConditionIndex { get; }

    /// <summary>All rules that are not retired, by id.</summary>
    public CompiledRule[] Rules { get; }

    /// <summary>For each slot the rules that read it, by id.</summary>
    public int[][] RulesBySlot { get; }

    /// <summary>Safety rules, by id.</summary>
    public CompiledSafety[] Safety { get; }

    /// <summary>Interventions, by id.</summary>
    public CompiledIntervention[] Interventions { get; }

    /// <summary>Screens, in the order of asking.</summary>
    public CompiledScreen[] Screens { get; }

    /// <summary>For each slot the first screen that lists it; −1 where none does.</summary>
    public int[] ScreenOfSlot { get; }

    private static int[][] BySlot(int slots, int count, Func<int, int[]> reads)
    {
        var lists = new List<int>?[slots];
        for (int i = 0; i < count; i++)
        {
            foreach (int slot in reads(i))
                (lists[slot] ??= []).Add(i);
        }

        return [.. lists.Select(l => l?.ToArray() ?? [])];
    }

    private CompiledCondition CompileCondition(SkinCondition condition, int index)
    {
        int[] scored = [.. Enumerable.Range(0, Rules.Length).Where(r => Rules[r].Condition == index && Rules[r].IsScored)];
        var items = new List<CompiledItem>();
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var order = new List<List<int>>();
        foreach (int rule in scored)
        {
            if (Rules[rule].Rule.Overlap is { } group)
            {
                if (groups.TryGetValue(group, out var members))
                {
                    members.Add(rule);
                    continue;
                }

                groups[group] = members = [rule];
                order.Add(members);
            }
            else
            {
                order.Add([rule]);
            }
        }

        foreach (var members in order)
        {
            int sign = members.Select(m => Math.Sign(Rules[m].Beta)).FirstOrDefault(s => s != 0);
            items.Add(new CompiledItem([.. members], sign));
        }

        return new CompiledCondition(condition, [.. items], scored, Rules);
    }

    private CompiledIntervention CompileIntervention(Intervention intervention, GateCompiler gates)
    {
        var trials = new (TrialEffect Effect, double Beta)?[Conditions.Length];
        foreach (var effect in intervention.Effects)
        {
            if (effect.Informational)
                continue;
            int c = ConditionIndex[effect.Condition];
            double beta = Resolved.Model.Weigh(effect.Effect, effect.Certainty);
            // The highest certainty, then the smallest |β|, then the first written.
            if (trials[c] is not { } best
                || effect.Certainty > best.Effect.Certainty
                || (effect.Certainty == best.Effect.Certainty && Math.Abs(beta) < Math.Abs(best.Beta)))
            {
                trials[c] = (effect, beta);
            }
        }

        var gate = gates.CompileOptional(intervention.When);
        var reads = new SortedSet<int>();
        gate?.CollectSlots(reads);
        return new CompiledIntervention
        {
            Intervention = intervention,
            Gate = gate,
            GateReads = [.. reads],
            Changes =
            [
                .. intervention.Changes.Select(change =>
                {
                    int slot = Slots.IndexOf(change.Factor);
                    return (slot, change, change.Set is { } set ? Slots.Encode(set, Slots.Factors[slot]) : double.NaN);
                }),
            ],
            Safety =
            [
                .. Enumerable.Range(0, Safety.Length).Where(
                    s => Safety[s].Rule.Kind != SafetyKind.RedFlag && Safety[s].Rule.AppliesTo(intervention)),
            ],
            Trials = trials,
        };
    }
}
