using GutSkin.Core.Diagnostics;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// Puts documents in the order in which they apply: as given, except that what is extended comes before what extends it.
/// Reports circles, missing sets, versions that do not fit, and sets given twice.
/// </summary>
internal sealed class DocumentOrder
{
    private enum Mark
    {
        New,
        Open,
        Done,
    }

    private readonly IReadOnlyList<RuleSetDocument> given;
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly Mark[] marks;
    private readonly List<int> order = [];
    private readonly List<int> open = [];
    private readonly List<(int Document, int Extends, string Circle)> circles = [];
    private readonly bool[] repeated;

    private DocumentOrder(IReadOnlyList<RuleSetDocument> given)
    {
        this.given = given;
        marks = new Mark[given.Count];
        repeated = new bool[given.Count];
        for (int i = 0; i < given.Count; i++)
        {
            if (given[i].RuleSet is { Id.Length: > 0 } ruleSet)
                repeated[i] = !byId.TryAdd(ruleSet.Id, i);
        }
    }

    /// <summary>Whether something that the documents build on is not there, so that an unknown id says nothing.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>The documents to apply, in order; those without content, and those given twice, are left out.</summary>
    public List<DocumentScope> Scopes { get; } = [];

    /// <summary>Orders documents.</summary>
    public static DocumentOrder Of(IReadOnlyList<RuleSetDocument> documents, DiagnosticBag bag)
    {
        var result = new DocumentOrder(documents);
        for (int i = 0; i < documents.Count; i++)
            result.Visit(i);
        result.Report(bag);
        return result;
    }

    private void Visit(int index)
    {
        if (marks[index] != Mark.New)
            return;
        marks[index] = Mark.Open;
        open.Add(index);
        var extends = given[index].RuleSet?.Extends ?? [];
        for (int i = 0; i < extends.Length; i++)
        {
            if (!byId.TryGetValue(extends[i].Id, out int target))
                continue;
            if (marks[target] == Mark.Open)
                circles.Add((index, i, CircleFrom(target)));
            else
                Visit(target);
        }

        open.RemoveAt(open.Count - 1);
        marks[index] = Mark.Done;
        order.Add(index);
    }

    private string CircleFrom(int target) =>
        string.Join(" → ", open.SkipWhile(i => i != target).Append(target).Select(i => given[i].RuleSet!.Id));

    private void Report(DiagnosticBag bag)
    {
        for (int position = 0; position < order.Count; position++)
        {
            int index = order[position];
            var document = given[index];
            bag.AddRead(position, document.Diagnostics);
            if (document.RuleSet is not { } ruleSet)
            {
                Incomplete = true;
                continue;
            }

            var scope = new DocumentScope(document, position, bag);
            if (repeated[index])
            {
                scope.Root.Report(
                    DiagnosticCodes.DuplicateId, $"The rule set '{ruleSet.Id}' was given twice.", "Give each rule set once.", "id");
                continue;
            }

            Scopes.Add(scope);
            CheckExtends(scope);
            foreach (var (_, extends, circle) in circles.Where(c => c.Document == index))
                scope.Root.Report(
                    DiagnosticCodes.CyclicExtends, $"Rule sets extend each other in a circle: {circle}.", null, "extends", extends, "id");
        }
    }

    private void CheckExtends(DocumentScope scope)
    {
        var extends = scope.RuleSet.Extends;
        for (int i = 0; i < extends.Length; i++)
        {
            var dependency = extends[i];
            if (dependency.Id.Length == 0 || scope.Root.IsBroken("extends", i, "id"))
            {
                Incomplete = true;
            }
            else if (!byId.TryGetValue(dependency.Id, out int target))
            {
                // A document that could not be read at all may be the one.
                if (given.All(d => d.RuleSet is not null))
                    scope.Root.Report(
                        DiagnosticCodes.ExtendedSetMissing,
                        $"The extended rule set '{dependency.Id}' was not given.",
                        Ids.Nearest(dependency.Id, byId.Keys.Append(RuleSet.BuiltInId)) is { } nearest && nearest != dependency.Id
                            ? $"Did you mean '{nearest}'?"
                            : "Give it too: it is not searched for.",
                        "extends", i, "id");
                Incomplete = true;
            }
            else if (VersionRange.TryParse(dependency.Version, out var range)
                && SemanticVersion.TryParse(given[target].RuleSet!.Version, out var version)
                && !range.IsSatisfiedBy(version))
            {
                scope.Root.Report(
                    DiagnosticCodes.VersionNotSatisfied,
                    $"'{dependency.Id}' was given in version {version}, which {range} does not allow.",
                    null,
                    "extends", i, "version");
            }
        }
    }
}
