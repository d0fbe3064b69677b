using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GutSkin.Core.Json;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads scoring rules and safety rules.</summary>
internal static class RuleReader
{
    private static readonly int[] Targets = ObjectShapes.Safety.PlacesOf("interventions", "traits", "movements");

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
                LevelsByName = json.Part("levels", Levels),
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

    public static NamedValues<double>? Levels(JsonReading reading, JsonTreeNode node) =>
        reading.Named(node, static (reading, item) => reading.Number(item) ?? 0, "an object of numbers");
}

/// <summary>Writes scoring rules, interventions and safety rules.</summary>
internal static class RuleWriter
{
    public static void Scoring(JsonTextWriter json, ScoringRule entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("condition", entry.Condition);
        json.Property("title", entry.Title);
        json.Part("when", entry.When, GateWriter.Write);
        json.Property("factor", entry.Factor);
        json.Part("curve", entry.Curve, Curve);
        if (entry.Levels is { } levels)
            Numbers(json, "levels", levels, alsoEmpty: true);

        json.Name("effect");
        json.Begin('{', onOneLine: true);
        Effect(json, entry.Effect);
        json.End('}');
        json.Property("certainty", Keywords.Certainty.WordOf(entry.Certainty));
        json.Strings("mechanisms", entry.Mechanisms);
        json.Property("overlap", entry.Overlap);
        json.Keyword("role", Keywords.Role, entry.Role, RuleRole.Driver);
        json.Flag("informational", entry.Informational);
        json.Strings("evidence", entry.Evidence);
        json.Strings("contradictedBy", entry.ContradictedBy);
        json.Property("population", entry.Population);
        json.Property("rationale", entry.Rationale);
        json.Property("misuse", entry.Misuse);
        json.Keyword("lifecycle", Keywords.Lifecycle, entry.Lifecycle, RuleLifecycle.Active);
        json.Property("reviewedOn", entry.ReviewedOn);
        json.Part("class", entry.Class, Class);
        json.End('}');
    }

    /// <summary>What only a hash or a comparison is made of: no reader takes it.</summary>
    private static void Class(JsonTextWriter json, RuleClass own)
    {
        json.Begin('{');
        json.Property("type", own.Type);
        json.Property("version", own.Version);
        json.Strings("factors", own.Factors);
        json.End('}');
    }

    public static void Intervention(JsonTextWriter json, Intervention entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("category", entry.Category);
        json.Property("name", entry.Name);
        json.Property("summary", entry.Summary);
        json.Part("when", entry.When, GateWriter.Write);
        json.List("changes", entry.Changes, Change);
        json.Strings("traits", entry.Traits);
        json.Property("variantOf", entry.VariantOf);
        json.List("indications", entry.Indications, Indication);
        json.List("effects", entry.Effects, Effect);
        json.Strings("mechanisms", entry.Mechanisms);
        json.Property("dose", entry.Dose);
        json.Property("weeks", entry.Weeks);
        json.Keyword("effort", Keywords.Level, entry.Effort, Level.Medium);
        json.Keyword("cost", Keywords.Level, entry.Cost, Level.Medium);
        json.Strings("sameSafetyAs", entry.SameSafetyAs);
        json.Strings("evidence", entry.Evidence);
        json.End('}');
    }

    public static void Safety(JsonTextWriter json, SafetyRule entry)
    {
        json.Begin('{');
        json.Property("id", entry.Id);
        json.Property("kind", Keywords.SafetyKind.WordOf(entry.Kind));
        json.Property("urgency", entry.Urgency is { } urgency ? Keywords.Urgency.WordOf(urgency) : null);
        json.Part("when", entry.When, GateWriter.Write);
        json.Strings("interventions", entry.Interventions, alsoEmpty: entry.Kind != SafetyKind.RedFlag && entry.Traits.IsDefaultOrEmpty && entry.Movements.IsDefaultOrEmpty);
        json.Strings("traits", entry.Traits);
        json.List("movements", entry.Movements, Movement);
        json.Strings("refer", entry.Refer);
        json.Property("message", entry.Message);
        json.Strings("evidence", entry.Evidence);
        json.Flag("locked", entry.Locked);
        json.End('}');
    }

    /// <summary>An object of numbers on one line, left out where it is empty.</summary>
    public static void Numbers(JsonTextWriter json, string name, ImmutableSortedDictionary<string, double> numbers, bool alsoEmpty = false)
    {
        if (numbers.IsEmpty && !alsoEmpty)
            return;
        json.Name(name);
        json.Begin('{', onOneLine: true);
        foreach (var (key, number) in numbers)
            json.Property(key, number);
        json.End('}');
    }

    public static void Curve(JsonTextWriter json, Curve curve)
    {
        json.Begin('[', onOneLine: true);
        foreach (var knot in curve.Knots)
            json.Value(new Interval(knot.X, knot.Burden));
        json.End(']');
    }

    private static void Effect(JsonTextWriter json, Effect effect)
    {
        json.Property(Keywords.Measure.WordOf(effect.Measure), effect.Value);
        json.Property("sd", effect.StandardDeviation);
        json.Property("of", effect.Of);
        json.Property("ci95", effect.Ci95);
        json.Keyword("basis", Keywords.EffectBasis, effect.Basis, EffectBasis.Published);
    }

    private static void Change(JsonTextWriter json, FactorChange change)
    {
        json.Begin('{', onOneLine: true);
        json.Property("factor", change.Factor);
        json.Part("when", change.When, GateWriter.Write);
        json.Property("atMost", change.AtMost);
        json.Property("atLeast", change.AtLeast);
        json.Property("set", change.Set);
        json.Property("limit", change.Limit);
        json.Property("limitPercent", change.LimitPercent);
        json.Strings("evidence", change.Evidence);
        json.End('}');
    }

    private static void Indication(JsonTextWriter json, Indication indication)
    {
        json.Begin('{');
        json.Part("when", indication.When, GateWriter.Write);
        json.Property("condition", indication.Condition);
        json.Property("direction", Keywords.IndicationDirection.WordOf(indication.Direction));
        json.Property("strength", Keywords.IndicationStrength.WordOf(indication.Strength));
        json.Property("text", indication.Text);
        json.Strings("evidence", indication.Evidence);
        json.End('}');
    }

    private static void Movement(JsonTextWriter json, Movement movement)
    {
        json.Begin('{', onOneLine: true);
        json.Property("factor", movement.Factor);
        json.Property("direction", Keywords.MovementDirection.WordOf(movement.Direction));
        json.End('}');
    }

    private static void Effect(JsonTextWriter json, TrialEffect effect)
    {
        json.Begin('{', onOneLine: effect is { Population: null, Note: null, When: null, Trial: null });
        json.Property("condition", effect.Condition);
        json.Part("when", effect.When, GateWriter.Write);
        if (effect.Effect is { } published)
            Effect(json, published);
        json.Property("certainty", Keywords.Certainty.WordOf(effect.Certainty));
        json.Flag("informational", effect.Informational);
        json.Part("trial", effect.Trial, Trial);
        json.Property("population", effect.Population);
        json.Property("note", effect.Note);
        json.Strings("evidence", effect.Evidence);
        json.End('}');
    }

    private static void Trial(JsonTextWriter json, Trial trial)
    {
        json.Begin('{', onOneLine: true);
        json.Property("outcome", trial.Outcome);
        json.Property("n", trial.N);
        json.Property("weeks", trial.Weeks);
        json.Property("comparator", trial.Comparator);
        json.Property("population", trial.Population);
        json.End('}');
    }
}
