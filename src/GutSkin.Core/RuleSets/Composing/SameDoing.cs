namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Links an intervention that an overlay adds to those of the documents before it whose changes, by factor and direction, its own include:
/// it does what they do, under another id.
/// </summary>
internal sealed class SameDoing
{
    private readonly MergeState state;
    private readonly SafetyGraph graph;
    private readonly MovementGraph ways;
    private readonly Dictionary<string, List<Group>> groups = new(StringComparer.Ordinal);

    public SameDoing(MergeState state, SafetyGraph graph, IReadOnlyList<DocumentScope> documents)
    {
        (this.state, this.graph) = (state, graph);
        ways = new MovementGraph(documents.SelectMany(d => d.RuleSet.Factors), []);
    }

    /// <summary>Links them.</summary>
    /// <returns>What each does again, by id.</returns>
    public Dictionary<string, List<Siblings>> Link()
    {
        var siblings = new Dictionary<string, List<Siblings>>(StringComparer.Ordinal);
        if (!state.Versions.Values.Any(v => v.Exists(e => e.Document.Order > 0)))
            return siblings;
        MakeGroups();
        foreach (var (id, versions) in state.Versions)
        {
            bool inForce = state.Interventions.Contains(id);
            foreach (var version in inForce ? versions[^1..] : versions)
            {
                if (version.Document.Order == 0 || version.Entry.Changes.IsEmpty)
                    continue;
                var done = MovesOf(version.Entry);
                foreach (var group in done.SelectMany(move => groups.GetValueOrDefault(move) ?? []))
                {
                    if (group.Order >= version.Document.Order || !group.Moves.IsSubsetOf(done)
                        || versions.Exists(v => v.Document.Order <= group.Order && group.Moves.IsSubsetOf(MovesOf(v.Entry))))
                        continue;
                    graph.Link(graph.Of(id), group.Node, Heir.Contraindications);
                    if (inForce)
                        (siblings.TryGetValue(id, out var known) ? known : siblings[id] = []).Add(group.Siblings);
                }
            }
        }

        return siblings;
    }

    private void MakeGroups()
    {
        var byMoves = new Dictionary<(int, string), Group>();
        foreach (var (id, versions) in state.Versions)
        {
            foreach (var version in versions)
            {
                var moves = MovesOf(version.Entry);
                if (moves.Count == 0)
                    continue;
                var key = (version.Document.Order, string.Join('\n', moves));
                if (!byMoves.TryGetValue(key, out var group))
                {
                    byMoves.Add(key, group = new Group(version.Document.Order, moves, graph.AddGroup()));
                    // Whoever includes all of its moves has its first one, too.
                    if (!groups.TryGetValue(moves.Min!, out var list))
                        groups.Add(moves.Min!, list = []);
                    list.Add(group);
                }

                group.Siblings.Add(version.Entry);
                graph.Link(group.Node, graph.Of(id), Heir.All);
            }
        }
    }

    private SortedSet<string> MovesOf(Intervention intervention)
    {
        var moves = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var change in intervention.Changes)
        {
            var way = ways.WaysOf(change);
            if ((way & Ways.Up) != 0)
                moves.Add(change.Factor + " up");
            if ((way & Ways.Down) != 0)
                moves.Add(change.Factor + " down");
        }

        return moves;
    }

    private sealed record Group(int Order, SortedSet<string> Moves, int Node)
    {
        public Siblings Siblings { get; } = new();
    }
}

/// <summary>Interventions that make the same moves.</summary>
internal sealed class Siblings
{
    /// <summary>One with traits; null where none has any.</summary>
    public string? Example { get; private set; }

    /// <summary>The traits that any of them has.</summary>
    public SortedSet<string> Traits { get; } = new(StringComparer.Ordinal);

    public void Add(Intervention intervention)
    {
        if (intervention.Traits.IsEmpty)
            return;
        Example ??= intervention.Id;
        Traits.UnionWith(intervention.Traits);
    }
}
