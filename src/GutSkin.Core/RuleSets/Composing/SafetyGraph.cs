namespace GutSkin.Core.RuleSets.Composing;

/// <summary>What an edge of the graph hands on.</summary>
internal enum Heir
{
    /// <summary>Every rule.</summary>
    All,

    /// <summary>Locked rules only: what it replaced before.</summary>
    Locked,

    /// <summary>Locked rules, written into the rules themselves: what it is a way of doing.</summary>
    Written,

    /// <summary>Locked contraindications, written into the rules themselves: what its changes include.</summary>
    Contraindications,
}

/// <summary>
/// Hands safety rules on along edges from heirs to those they inherit from. What inherits from each other has the same rules, and what
/// adds none to those of the one it inherits from shares them, so that a long chain costs no more than its links.
/// </summary>
internal sealed class SafetyGraph(SafetyReach reach)
{
    private static readonly Inherited Nothing = new([], []);

    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly List<(string? Id, List<(int To, Heir Kind)> Edges)> all = [];
    private Inherited[] result = [];

    /// <summary>Whether nothing inherits.</summary>
    public bool IsEmpty => !all.Exists(n => n.Edges.Count > 0);

    /// <summary>The node of an id.</summary>
    public int Of(string id)
    {
        if (!nodes.TryGetValue(id, out int node))
        {
            nodes.Add(id, node = all.Count);
            all.Add((id, []));
        }

        return node;
    }

    /// <summary>A node that stands for several.</summary>
    public int AddGroup()
    {
        all.Add((null, []));
        return all.Count - 1;
    }

    public void Link(int heir, int from, Heir kind) => all[heir].Edges.Add((from, kind));

    /// <summary>Works out what every node has.</summary>
    /// <param name="aimedAt">The locked rules that are for an id by what it has or does.</param>
    public void Solve(Func<string, IEnumerable<int>> aimedAt)
    {
        result = new Inherited[all.Count];
        int[] component = new int[all.Count];
        foreach (var members in Components(component))
        {
            var into = new Merger(reach);
            foreach (int member in members)
            {
                foreach (var (to, kind) in all[member].Edges)
                {
                    if (component[to] != component[member] && kind == Heir.All)
                        into.Share(result[to]);
                }
            }

            foreach (int member in members)
            {
                foreach (var (to, kind) in all[member].Edges)
                {
                    if (component[to] != component[member] && kind != Heir.All)
                        into.Take(result[to], kind);
                }

                if (all[member].Id is not { } id)
                    continue;
                foreach (int rule in reach.Naming(id))
                    into.Name(rule, id);
                foreach (int rule in aimedAt(id))
                    into.Aim(rule);
            }

            foreach (int member in members)
                result[member] = into.Result;
        }
    }

    /// <summary>What an id has, of itself and inherited.</summary>
    public Inherited this[string id] => nodes.TryGetValue(id, out int node) && node < result.Length ? result[node] : Nothing;

    /// <summary>What inherits from each other together, those inherited from first (Tarjan).</summary>
    private List<List<int>> Components(int[] component)
    {
        var found = new List<List<int>>();
        int[] index = new int[all.Count], low = new int[all.Count];
        Array.Fill(component, -1);
        int next = 1;
        var waiting = new Stack<int>();
        var open = new Stack<(int Node, int Edge)>();
        for (int start = 0; start < all.Count; start++)
        {
            if (index[start] == 0)
                Enter(start);
            while (open.TryPop(out var at))
            {
                var edges = all[at.Node].Edges;
                if (at.Edge > 0)
                    low[at.Node] = Math.Min(low[at.Node], component[edges[at.Edge - 1].To] < 0 ? low[edges[at.Edge - 1].To] : low[at.Node]);
                if (at.Edge < edges.Count)
                {
                    open.Push((at.Node, at.Edge + 1));
                    int to = edges[at.Edge].To;
                    if (index[to] == 0)
                        Enter(to);
                    continue;
                }

                if (low[at.Node] != index[at.Node])
                    continue;
                var members = new List<int>();
                int member;
                do
                {
                    member = waiting.Pop();
                    component[member] = found.Count;
                    members.Add(member);
                }
                while (member != at.Node);
                found.Add(members);
            }
        }

        return found;

        void Enter(int node)
        {
            index[node] = low[node] = next++;
            waiting.Push(node);
            open.Push((node, 0));
        }
    }

    /// <summary>Puts together what a component has, copying only where something is added.</summary>
    private sealed class Merger(SafetyReach reach)
    {
        private Inherited current = Nothing;
        private bool isOwn;

        public Inherited Result => current;

        public void Share(Inherited other)
        {
            if (ReferenceEquals(current, Nothing))
            {
                current = other;
                return;
            }

            if (ReferenceEquals(current, other))
                return;
            foreach (var (rule, id) in other.Named)
                Name(rule, id);
            foreach (int rule in other.Aimed)
                Aim(rule);
        }

        public void Take(Inherited other, Heir kind)
        {
            foreach (var (rule, id) in other.Named)
            {
                if (!IsHandedOn(rule, kind))
                    continue;
                if (kind == Heir.Locked)
                    Name(rule, id);
                else
                    Aim(rule);
            }

            foreach (int rule in other.Aimed)
            {
                if (IsHandedOn(rule, kind))
                    Aim(rule);
            }
        }

        public void Name(int rule, string id)
        {
            if (!current.Named.ContainsKey(rule))
                Own().Named.Add(rule, id);
        }

        public void Aim(int rule)
        {
            bool isNew = !current.Aimed.Contains(rule);
            if (isNew)
                Own().Aimed.Add(rule);
        }

        private bool IsHandedOn(int rule, Heir kind) =>
            reach[rule].Locked && (kind != Heir.Contraindications || reach[rule].Kind == SafetyKind.Contraindication);

        private Inherited Own()
        {
            if (!isOwn)
                current = new Inherited(new Dictionary<int, string>(current.Named), [.. current.Aimed]);
            isOwn = true;
            return current;
        }
    }
}

/// <summary>What an intervention has to keep.</summary>
/// <param name="Named">The rules that name it or one it inherits from, each with such an id.</param>
/// <param name="Aimed">Locked rules that are for it or one it inherits from in another way.</param>
internal sealed record Inherited(Dictionary<int, string> Named, HashSet<int> Aimed);
