using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>
/// What is asked of whom: what safety rules rest on must be asked on facts, and derivations say how far off they
/// may be.
/// </summary>
internal sealed class AskingCheck
{
    private readonly MergeState state;
    private readonly ILookup<string, (Screen Entry, DocumentScope Document)> screens;
    private readonly ILookup<string, Derivation> derivations;
    private readonly Dictionary<string, (Factor Entry, DocumentScope Document)> factors;
    private readonly HashSet<string> estimates;

    public AskingCheck(MergeState state)
    {
        this.state = state;
        screens = state.Screens.Entries.SelectMany(s => s.Entry.Factors.Distinct().Select(f => (Factor: f, Screen: s)))
            .ToLookup(s => s.Factor, s => s.Screen, StringComparer.Ordinal);
        derivations = state.Derivations.Entries.Select(d => d.Entry).ToLookup(d => d.Factor, StringComparer.Ordinal);
        factors = state.Factors.Entries.ToDictionary(f => f.Entry.Id, StringComparer.Ordinal);
        estimates = EstimatedFactors.Of(state);
    }

    public void Check()
    {
        CheckAskGates();
        foreach (var (rule, document) in state.Safety.Entries)
            WarnOfGated(document.Entry(Section.Safety, rule.Id, rule), rule);
        foreach (var (derivation, document) in state.Derivations.Entries)
        {
            if (derivation.Error is null && !(state.Factors.TryGet(derivation.Factor, out var factor) && factor.MeasurementError is not null))
                document.Entry(Section.Derivations, derivation.Id, derivation).Report(
                    DiagnosticCodes.DerivationWithoutError, $"The derivation '{derivation.Id}' does not say how far its value may be from the true one.", null, "id");
        }
    }

    /// <summary>The gates that decide whether what safety rules read is asked, and so on from what these gates and derivations read.</summary>
    private void CheckAskGates()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(string Factor, string Rule)>();
        foreach (var (rule, _) in state.Safety.Entries)
            Add(rule.When.Factors(), rule.Id);
        while (open.TryDequeue(out var next))
        {
            if (factors.TryGetValue(next.Factor, out var said) && said.Entry.AskWhen is { } askWhen)
            {
                CheckGate(said.Document.Entry(Section.Factors, next.Factor, said.Entry), askWhen, "askWhen", next);
                Add(askWhen.Factors(), next.Rule);
            }

            foreach (var (screen, document) in screens[next.Factor])
            {
                if (screen.When is not { } when)
                    continue;
                CheckGate(document.Entry(Section.Screens, screen.Id, screen), when, "when", next);
                Add(when.Factors(), next.Rule);
            }

            foreach (var derivation in derivations[next.Factor])
                Add(derivation.Inputs(), next.Rule);
        }

        void Add(IEnumerable<string> factors, string rule)
        {
            foreach (string factor in factors)
            {
                if (seen.Add(factor))
                    open.Enqueue((factor, rule));
            }
        }
    }

    private void CheckGate(EntryScope scope, Gate gate, string property, (string Factor, string Rule) asked) => GateWalk.VisitAt(gate, [property], (node, path) =>
    {
        string? what = node switch
        {
            ConcernGate => "a concern",
            KnownGate known when estimates.Contains(known.Factor) => $"'{known.Factor}', which an estimate may fill",
            KnownGate known when GatePaths.IsOutsideNot(path) => $"whether '{known.Factor}' is known",
            ComparisonGate comparison when estimates.Contains(comparison.Factor) => $"'{comparison.Factor}', which an estimate may fill",
            _ => null,
        };
        if (what is not null)
            scope.Report(
                DiagnosticCodes.AskGateOfSafety, $"Whether '{asked.Factor}' is asked depends on {what}, and the safety rule '{asked.Rule}' rests on it.", null, path);
    });

    private void WarnOfGated(EntryScope scope, SafetyRule rule) => GateWalk.Visit(rule.When, (node, path) =>
    {
        string? id = (node as ComparisonGate)?.Factor ?? (node as KnownGate)?.Factor;
        if (id is null || !state.Factors.TryGet(id, out var factor))
            return;
        if (factor.AskWhen is not null)
            scope.Report(DiagnosticCodes.SafetyReadsGated, $"{scope.Name} reads '{id}', which is not asked of everybody.", null, path);
        else if (screens[id].Any() && screens[id].All(s => s.Entry.When is not null))
            scope.Report(DiagnosticCodes.SafetyReadsGated, $"{scope.Name} reads '{id}', which only screens ask that are not shown to everybody.", null, path);
    });
}

/// <summary>Places in gates.</summary>
internal static class GatePaths
{
    /// <summary>Whether a node counts as it is, under no <c>not</c> or under two.</summary>
    public static bool IsOutsideNot(ReadOnlySpan<object> path)
    {
        int times = 0;
        foreach (object step in path)
            times += step is "not" ? 1 : 0;
        return times % 2 == 0;
    }
}

/// <summary>The factors that an estimate may fill.</summary>
internal static class EstimatedFactors
{
    /// <summary>Targets of estimates, and of derivations that need one.</summary>
    public static HashSet<string> Of(MergeState state)
    {
        var estimates = new HashSet<string>(StringComparer.Ordinal);
        var byNeed = state.Derivations.Entries.SelectMany(d => d.Entry.Cases.SelectMany(c => c.Needs).Distinct().Select(n => (Need: n, d.Entry.Factor)))
            .ToLookup(d => d.Need, d => d.Factor, StringComparer.Ordinal);
        var open = new Stack<string>(state.Derivations.Entries.Where(d => d.Entry.Standing == DerivationStanding.Estimate).Select(d => d.Entry.Factor));
        while (open.TryPop(out string? factor))
        {
            if (!estimates.Add(factor))
                continue;
            foreach (string target in byNeed[factor])
                open.Push(target);
        }

        return estimates;
    }
}
