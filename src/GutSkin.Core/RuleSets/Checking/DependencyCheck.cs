using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>
/// What the value of a factor is worked out from: the derivations that fill it, its own <c>askWhen</c>, and the gates of the screens
/// that list it. None of that may go in a circle, and no safety rule may read an estimate.
/// </summary>
internal sealed class DependencyCheck
{
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

        foreach (var (screen, document) in state.Screens.Entries)
        {
            foreach (string read in screen.When?.Factors() ?? [])
            {
                foreach (string factor in screen.Factors)
                    edges.Add(new Edge(factor, read, document.Entry(Section.Screens, screen.Id, screen), DiagnosticCodes.AskCircle, "when"));
            }
        }
    }

    public void Check()
    {
        var ring = Rings();
        foreach (var edge in edges)
        {
            if (ring[edge.From] == ring[edge.To])
                edge.Scope.Report(
                    edge.Code,
                    edge.From == edge.To
                        ? $"The value of '{edge.From}' depends on itself."
                        : $"The value of '{edge.From}' depends on that of '{edge.To}', and the other way round.",
                    null, edge.Property);
        }

        CheckEstimates();
        CheckCore();
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

    /// <summary>Which ring each factor belongs to: two that depend on each other have the same number (Kosaraju).</summary>
    private Dictionary<string, int> Rings()
    {
        var forward = edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);
        var backward = edges.ToLookup(e => e.To, e => e.From, StringComparer.Ordinal);
        var nodes = edges.SelectMany(e => new[] { e.From, e.To }).Distinct(StringComparer.Ordinal).ToList();
        var finished = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string node in nodes)
            Walk(node, forward, seen, finished);
        var ring = new Dictionary<string, int>(StringComparer.Ordinal);
        seen.Clear();
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
