using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>
/// What the value of a factor is worked out from: the derivations that fill it, its own <c>askWhen</c>, and the gates of the screens
/// that list it. None of that may go in a circle or through more factors than anyone could follow, and no safety rule may read an estimate.
/// </summary>
internal sealed class DependencyCheck
{
    /// <summary>The most factors, one after the other, through which another may be worked out.</summary>
    public const int MaxChain = 100;

    private readonly MergeState state;
    private readonly List<Edge> edges = [];

    public DependencyCheck(MergeState state)
    {
        this.state = state;
        foreach (var (derivation, document) in state.Derivations.Entries)
        {
            var scope = document.Entry(Section.Derivations, derivation.Id, derivation);
            foreach (string read in derivation.Inputs())
                edges.Add(new Edge(derivation.Factor, read, scope, DiagnosticCodes.DerivationCycle, "factor"));
        }

        foreach (var (factor, document) in state.Factors.Entries)
        {
            foreach (string read in factor.AskWhen?.Factors() ?? [])
                edges.Add(new Edge(factor.Id, read, document.Entry(Section.Factors, factor.Id, factor), DiagnosticCodes.AskCircle, "askWhen"));
        }

        long pairs = 0;
        foreach (var (screen, document) in state.Screens.Entries)
        {
            if (screen.When is null)
                continue;
            string[] reads = [.. screen.When.Factors()];
            pairs += (long)GateWalk.Count(screen.When) * screen.Factors.Length;
            var scope = document.Entry(Section.Screens, screen.Id, screen);
            if (pairs > SizeCheck.MaxPairs)
            {
                scope.Report(
                    DiagnosticCodes.TooManyPairs, "The factors of screens and the nodes of their gates are more than a million pairs up to this one.",
                    "Split the screen, or ask less in its gate.", "when");
                break;
            }

            foreach (string read in reads)
            {
                foreach (string factor in screen.Factors)
                    edges.Add(new Edge(factor, read, scope, DiagnosticCodes.AskCircle, "when"));
            }
        }
    }

    public void Check()
    {
        var forward = edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        var finished = Finished(forward);
        var ring = Rings(finished);
        bool circles = false;
        foreach (var edge in edges.Where(edge => ring[edge.From] == ring[edge.To]))
        {
            circles = true;
            edge.Scope.Report(
                edge.Code,
                edge.From == edge.To
                    ? $"The value of '{edge.From}' depends on itself."
                    : $"The value of '{edge.From}' depends on that of '{edge.To}', and the other way round.",
                null, edge.Property);
        }

        if (!circles)
            CheckLengths(forward, finished);
        CheckEstimates();
        CheckCore();
    }

    /// <summary>
    /// No factor is worked out through very many others one after the other, and all together do not wait for more answers than an assessment could
    /// list: nobody writes such a rule set to be understood, and whoever reads one in would need stack and memory without end.
    /// </summary>
    private void CheckLengths(ILookup<string, string> forward, List<string> finished)
    {
        var depths = new Dictionary<string, int>(finished.Count, StringComparer.Ordinal);
        var waits = new Dictionary<string, long>(finished.Count, StringComparer.Ordinal);
        long all = 0;
        foreach (string factor in finished)
        {
            int depth = 0;
            long waitsFor = 0;
            foreach (string read in forward[factor])
            {
                depth = Math.Max(depth, depths[read] + 1);
                waitsFor += Math.Max(1, waits[read]);
            }

            depths[factor] = depth;
            waits[factor] = waitsFor = Math.Min(waitsFor, finished.Count);
            all += waitsFor;
        }

        if (edges.Find(e => depths[e.From] > MaxChain) is { } edge)
            edge.Scope.Report(
                DiagnosticCodes.ChainTooLong,
                string.Create(CultureInfo.InvariantCulture, $"'{edge.From}' is worked out through {depths[edge.From]:N0} other factors, one after the other: more than {MaxChain}."),
                null, edge.Property);
        else if (all > SizeCheck.MaxPairs)
            edges[^1].Scope.Report(
                DiagnosticCodes.TooManyPairs,
                "The answers for which factors wait, directly or through others, are more than a million, each of which an assessment could list.",
                null, edges[^1].Property);
    }

    private void CheckEstimates()
    {
        var estimates = EstimatedFactors.Of(state);
        if (estimates.Count == 0)
            return;
        foreach (var (rule, document) in state.Safety.Entries)
        {
            var scope = document.Entry(Section.Safety, rule.Id, rule);
            References.Visit(rule, (target, id, path) =>
            {
                if (target == Section.Factors && path[0] is "when" && estimates.Contains(id))
                    scope.Report(
                        DiagnosticCodes.SafetyReadsEstimate, $"{scope.Name} reads '{id}', which a derivation may fill with an estimate.", null, path);
            });
        }
    }

    private void CheckCore()
    {
        var targets = state.Derivations.Entries.Select(e => e.Entry.Factor).ToHashSet(StringComparer.Ordinal);
        foreach (var (factor, document) in state.Factors.Entries)
        {
            if (!factor.Core)
                continue;
            var scope = document.Entry(Section.Factors, factor.Id, factor);
            if (factor.CoreOrder is null)
                scope.Report(DiagnosticCodes.MissingProperty, $"{scope.Name} is a core factor and needs 'coreOrder'.", null, "core");
            if (factor.Acquisition != Acquisition.Ask && !targets.Contains(factor.Id))
                scope.Report(
                    DiagnosticCodes.CoreNotAskable, $"{scope.Name} is a core factor, but a person can neither be asked for it nor does a derivation fill it.",
                    null, "core");
        }
    }

    /// <summary>The factors, each after those that it depends on where they are not in a circle.</summary>
    private List<string> Finished(ILookup<string, string> forward)
    {
        var finished = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string node in edges.SelectMany(e => new[] { e.From, e.To }).Distinct(StringComparer.Ordinal))
            Walk(node, forward, seen, finished);
        return finished;
    }

    /// <summary>Which ring each factor belongs to: two that depend on each other have the same number (Kosaraju).</summary>
    private Dictionary<string, int> Rings(List<string> finished)
    {
        var backward = edges.ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        var ring = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = finished.Count - 1; i >= 0; i--)
        {
            var together = new List<string>();
            Walk(finished[i], backward, seen, together);
            foreach (string member in together)
                ring[member] = i;
        }

        return ring;
    }

    /// <summary>Goes everywhere that is not yet seen, and notes each node after those it leads to.</summary>
    private static void Walk(string start, ILookup<string, string> next, HashSet<string> seen, List<string> finished)
    {
        if (!seen.Add(start))
            return;
        var open = new Stack<(string Node, IEnumerator<string> Next)>();
        open.Push((start, next[start].GetEnumerator()));
        while (open.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
                finished.Add(open.Pop().Node);
            else if (seen.Add(top.Next.Current))
                open.Push((top.Next.Current, next[top.Next.Current].GetEnumerator()));
        }
    }

    private sealed record Edge(string From, string To, EntryScope Scope, string Code, string Property);
}
