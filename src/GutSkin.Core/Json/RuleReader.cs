using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GutSkin.Core;

/// <summary>Reads scoring rules and safety rules.</summary>
internal static class RuleReader
{
    private static readonly ImmutableSortedDictionary<string, double> NoLevels =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    private static readonly string[] Targets = ["interventions", "traits", "movements"];

    public static ScoringRule Scoring(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Rule);
        return reading.Place(
            new ScoringRule
            {
                Id = json.EntryId(),
                Condition = json.Text("condition"),
                Title = json.Text("title"),
                When = json.Part("when", GateReader.Read),
                Factor = json.String("factor"),
                Curve = json.Part("curve", Curve),
                Levels = json.Part("levels", Levels),
                Effect = json.Part("effect", EffectReader.Read) ?? EffectReader.None,
                Certainty = json.Keyword("certainty", Keywords.Certainty, Certainty.VeryLow),
                Mechanisms = json.Strings("mechanisms"),
                Overlap = json.String("overlap"),
                Role = json.Keyword("role", Keywords.Role, RuleRole.Driver),
                Informational = json.Flag("informational"),
                Evidence = json.Strings("evidence"),
                ContradictedBy = json.Strings("contradictedBy"),
                Population = json.String("population"),
                Rationale = json.String("rationale"),
                Misuse = json.String("misuse"),
                Lifecycle = json.Keyword("lifecycle", Keywords.Lifecycle, RuleLifecycle.Active),
                ReviewedOn = json.Date("reviewedOn"),
            },
            node);
    }

    public static SafetyRule Safety(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Safety);
        var kind = json.Keyword("kind", Keywords.SafetyKind);
        if (kind == SafetyKind.RedFlag && !json.Has("urgency"))
            json.ReportMissing("urgency");
        else if (kind is not null && kind != SafetyKind.RedFlag && json.CountOf(Targets) == 0)
            json.ReportMissing("interventions");
        return reading.Place(
            new SafetyRule
            {
                Id = json.EntryId(),
                Kind = kind ?? SafetyKind.Contraindication,
                Urgency = json.Keyword("urgency", Keywords.Urgency),
                When = json.Part("when", GateReader.Read) ?? GateReader.Nothing,
                Interventions = json.Strings("interventions"),
                Traits = json.Strings("traits"),
                Movements = json.List("movements", Movement),
                Refer = json.Strings("refer"),
                Message = json.Text("message"),
                Evidence = json.Strings("evidence"),
                Locked = json.Flag("locked"),
            },
            node);
    }

    private static Movement Movement(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Movement);
        return reading.Place(
            new Movement
            {
                Factor = json.Text("factor"),
                Direction = json.Keyword("direction", Keywords.MovementDirection, MovementDirection.Any),
            },
            node);
    }

    public static Curve? Curve(JsonReading reading, JsonTreeNode node)
    {
        if (node.Kind != JsonKind.Array)
        {
            reading.ReportType(node, "an array of knots, each a pair of numbers");
            return null;
        }

        int count = node.Count();
        var knots = new Knot[reading.IsTooLarge(node, count) ? 0 : count];
        int next = 0;
        foreach (var item in node.Children)
        {
            if (next == knots.Length)
                break;
            var knot = reading.Pair(item, "a knot, a pair of numbers") ?? default;
            knots[next++] = new Knot(knot.Low, knot.High);
        }

        return reading.Place(new Curve(ImmutableCollectionsMarshal.AsImmutableArray(knots)), node);
    }

    public static ImmutableSortedDictionary<string, double>? Levels(JsonReading reading, JsonTreeNode node)
    {
        if (!reading.CanHold(node, "an object of numbers"))
            return null;
        var levels = NoLevels;
        foreach (var item in node.Children)
        {
            double burden = reading.Number(item) ?? 0;
            if (!levels.TryGetValue(item.Name, out _))
                levels = levels.Add(item.Name, burden);
        }

        return levels;
    }
}
