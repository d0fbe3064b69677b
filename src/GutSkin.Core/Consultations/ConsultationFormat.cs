using System.Collections.Immutable;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Consultations;

/// <summary>The properties of a saved consultation.</summary>
internal static class ConsultationShapes
{
    public const string Schema = "gutskin.consultation/1";

    public static readonly ObjectShape Consultation = new("consultation", "schema! ruleSet! culture known! steps!");

    public static readonly ObjectShape RuleSet = new("rule set", "id! version! sha256!");

    public static readonly ObjectShape Step = new("step", "did! question asks concerns shown answers on");

    public static readonly KeywordTable<StepKind> Kinds = new(
        ["answer", "decline", "skip", "screened", "change", "day", "begin"],
        [StepKind.Answer, StepKind.Decline, StepKind.Skip, StepKind.Screened, StepKind.Change, StepKind.Day, StepKind.Begin]);

    public static readonly KeywordTable<QuestionKind> Asks = new(
        ["factor", "screen", "form"], [QuestionKind.Factor, QuestionKind.Screen, QuestionKind.Form]);
}

/// <summary>Writes a consultation: what was known at the start, and every step.</summary>
internal static class ConsultationWriter
{
    public static string Write(Consultation consultation)
    {
        var json = new JsonTextWriter();
        var set = consultation.Ground.RuleSet;
        json.Begin('{');
        json.Property("schema", ConsultationShapes.Schema);
        json.Name("ruleSet");
        json.Begin('{', onOneLine: true);
        json.Property("id", set.Data.Id);
        json.Property("version", set.Data.Version);
        json.Property("sha256", set.Sha256);
        json.End('}');
        json.Property("culture", consultation.Ground.Options.Culture);
        json.Name("known");
        ProfileWriter.Write(json, consultation.Known);
        json.Name("steps");
        json.Begin('[');
        foreach (var step in consultation.Steps)
            Write(json, step);
        json.End(']');
        json.End('}');
        return json.ToString();
    }

    private static void Write(JsonTextWriter json, ConsultationStep step)
    {
        json.Begin('{', onOneLine: true);
        json.Property("did", ConsultationShapes.Kinds.WordOf(step.Kind));
        if (step.Question is not null)
        {
            json.Property("question", step.Question);
            json.Property("asks", ConsultationShapes.Asks.WordOf(step.Asks));
        }

        json.Strings("concerns", step.Concerns);
        json.Strings("shown", step.Shown);
        if (!step.Answers.IsEmpty)
        {
            json.Name("answers");
            json.Begin('{', onOneLine: true);
            foreach (var (factor, value) in step.Answers)
                json.Property(factor, value);
            json.End('}');
        }

        json.Property("on", step.On);
        json.End('}');
    }
}

/// <summary>Reads a saved consultation and takes its steps again, leaving out what the rule set in force does not have.</summary>
internal sealed class ConsultationReader
{
    private readonly ConsultationGround ground;
    private readonly JsonReading reading;
    private readonly List<Diagnostic> dropped = [];

    private ConsultationReader(ConsultationGround ground, JsonReading reading) => (this.ground, this.reading) = (ground, reading);

    public static ReadResult<Consultation> Read(string text, IScoringService scoring, AssessmentOptions? options, string? file)
    {
        var reading = new JsonReading(JsonTreeParser.Parse(text, JsonDialect.Strict), file);
        if (reading.Tree.Fault is not null)
            return new ReadResult<Consultation>(null, reading.Diagnostics());
        var json = ObjectReader.Open(reading, reading.Tree.Root, ConsultationShapes.Consultation);
        if (json.Find("schema") is { } schema && json.String("schema") is { } name && name != ConsultationShapes.Schema)
            reading.Report(DiagnosticCodes.UnknownKeyword, schema, $"This is no document of the format {ConsultationShapes.Schema}.");
        string? culture = json.String("culture");
        var identity = json.Part("ruleSet", static (r, node) => RuleSet(r, node));
        var known = json.Part("known", static (r, node) => ProfileReader.Read(r, node));
        var steps = json.List("steps", static (r, node) => (Node: node, Step: Step(r, node)));
        var faults = reading.Diagnostics();
        if (!faults.IsEmpty || identity is null || known is null)
            return new ReadResult<Consultation>(null, faults);

        var reader = new ConsultationReader(new ConsultationGround(scoring, options ?? new AssessmentOptions { Culture = culture }), reading);
        return reader.Replay(identity, json, known, steps);
    }

    private static RuleSetIdentity RuleSet(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ConsultationShapes.RuleSet);
        return new RuleSetIdentity(json.Text("id"), json.Text("version"), json.Text("sha256"));
    }

    private static ConsultationStep Step(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ConsultationShapes.Step);
        return new ConsultationStep(json.Keyword("did", ConsultationShapes.Kinds, StepKind.Answer))
        {
            Question = json.String("question"),
            Asks = json.Keyword("asks", ConsultationShapes.Asks, QuestionKind.Factor),
            Concerns = json.Strings("concerns"),
            Shown = json.Strings("shown"),
            Answers = json.Find("answers") is { } answers ? Answers(reading, answers) : ImmutableSortedDictionary.Create<string, FactorValue>(StringComparer.Ordinal),
            On = json.Date("on"),
        };
    }

    private static ImmutableSortedDictionary<string, FactorValue> Answers(JsonReading reading, JsonTreeNode node)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, FactorValue>(StringComparer.Ordinal);
        if (!reading.CanHold(node, "an object of answers"))
            return answers.ToImmutable();
        foreach (var item in node.Children)
        {
            if (reading.Value(item) is { } value)
                answers.TryAdd(item.Name, value);
        }

        return answers.ToImmutable();
    }

    private ReadResult<Consultation> Replay(
        RuleSetIdentity identity, ObjectReader json, PersonProfile known, ImmutableArray<(JsonTreeNode Node, ConsultationStep Step)> steps)
    {
        var set = ground.RuleSet;
        if (identity.Id != set.Data.Id || identity.Version != set.Data.Version || identity.Sha256 != set.Sha256)
        {
            Drop(
                json.Find("ruleSet")!.Value,
                $"The consultation was saved with {Quoting.Quote(identity.Id)} {Quoting.Quote(identity.Version)}, and goes on with '{set.Data.Id}' {set.Data.Version}.");
        }

        var consultation = new Consultation(ground, Fitting(known, json.Find("known")!.Value));
        foreach (var (node, step) in steps)
        {
            if (Fitting(step, node, consultation.Profile) is { } fits)
                consultation = consultation.After(fits);
        }

        return new ReadResult<Consultation>(consultation, [.. dropped]);
    }

    /// <summary>A profile without what the rule set does not take.</summary>
    private PersonProfile Fitting(PersonProfile known, JsonTreeNode node)
    {
        var fitting = PersonProfile.Create().WithId(known.Id).AsOf(known.AsOf);
        foreach (string concern in known.Concerns)
        {
            if (Fits(concern, p => p.ConcernedAbout(concern), node))
                fitting.ConcernedAbout(concern);
        }

        foreach (var answer in known.Screened)
        {
            if (!Fits(answer.Screen, p => p.Screened(answer.Screen), node))
                continue;
            if (answer.Items is { } items)
                fitting.Screened(answer.Screen, items.Where(ground.Screens[answer.Screen].Factors.Contains), answer.On);
            else
                fitting.Screened(answer.Screen, answer.On);
        }

        foreach (var (factor, observation) in known.Observations)
        {
            if (!Fits(factor, p => observation.Value is { } value ? p.With(factor, value, observation.Unit) : p.Declined(factor), node))
                continue;
            if (observation.Value is { } kept)
                fitting.With(factor, kept, observation.Unit, observation.On, observation.Source);
            else
                fitting.Declined(factor, observation.On, observation.Source);
        }

        return fitting.Build();
    }

    /// <summary>A step without what the rule set does not take; null where nothing is left of it.</summary>
    private ConsultationStep? Fitting(ConsultationStep step, JsonTreeNode node, PersonProfile profile)
    {
        var answers = step.Answers.RemoveRange(
            step.Answers.Where(a => !Fits(a.Key, p => p.With(a.Key, a.Value), node)).Select(a => a.Key));
        var shown = step.Kind == StepKind.Screened
            ? step.Shown.RemoveAll(id => !Fits(id, p => p.Screened(id), node))
            : step.Shown.RemoveAll(id => !Fits(id, p => p.Declined(id), node)
                || (step.Asks == QuestionKind.Screen && !Fits(id, p => p.With(id, false), node)));
        if (step.Kind == StepKind.Begin)
        {
            var concerns = step.Concerns.RemoveAll(id => !Fits(id, p => p.ConcernedAbout(id), node));
            return step with { Answers = answers, Shown = shown, Concerns = concerns };
        }

        if (step.Kind == StepKind.Day)
        {
            var moved = step.On is null ? null : step.ApplyTo(profile, ground.Screens);
            if (moved is not null && ground.Scoring.Check(moved, ground.Options).IsEmpty)
                return step;
            Drop(node, "The consultation cannot go on on that day.");
            return null;
        }

        return answers.IsEmpty && shown.IsEmpty ? null : step with { Answers = answers, Shown = shown };
    }

    private bool Fits(string id, Func<PersonProfileBuilder, PersonProfileBuilder> say, JsonTreeNode node)
    {
        if (id.Length == 0)
        {
            Drop(node, "Left out: an answer without an id.");
            return false;
        }

        var faults = ground.Scoring.Check(say(PersonProfile.Create()).Build(), AssessmentOptions.Default);
        foreach (var fault in faults)
            Drop(node, $"Left out: {fault.Message}");
        return faults.IsEmpty;
    }

    private void Drop(JsonTreeNode node, string message)
    {
        var (line, column) = reading.Tree.PositionOf(node.Start);
        var warning = new Diagnostic
        {
            Code = DiagnosticCodes.AnswerLeftOut,
            Severity = DiagnosticSeverity.Warning,
            Line = line,
            Column = column,
            Path = reading.Tree.PathOf(node.Index),
            Message = message,
        };
        if (!dropped.Contains(warning))
            dropped.Add(warning);
    }
}
