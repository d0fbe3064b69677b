using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What the generators make is valid: the errors of the format, looked for one by one.</summary>
public sealed partial class NaiveValidityTests
{
    [Fact]
    public void Generated_rule_sets_and_profiles_are_valid()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var rules = RuleSetGenerator.Generate(seed);
            RuleSetFaults(rules).Should().BeEmpty("seed {0}", seed);
            ProfileFaults(rules, ProfileGenerator.Generate(rules, seed)).Should().BeEmpty("seed {0}", seed);
            ProfileFaults(rules, ProfileGenerator.Complete(rules, ProfileGenerator.Generate(rules, seed), 1)).Should().BeEmpty("seed {0}", seed);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$")]
    private static partial Regex KebabCase();

    private static IEnumerable<string> RuleSetFaults(JsonObject document)
    {
        var knowledge = new NaiveKnowledge(document);
        foreach (var section in new[] { "conditions", "factors", "rules", "interventions", "safety", "screens", "mechanisms", "evidence" })
        {
            var ids = document.Objects(section).Select(e => e.Text("id")!).ToList();
            if (ids.Count != ids.Distinct().Count() || !ids.All(KebabCase().IsMatch))
                yield return $"ids of {section}: {string.Join(" ", ids)}";
        }

        foreach (var f in knowledge.Factors.Values)
        {
            if (f.Min > f.Max || f.Low > f.High || f.Low < f.Min || f.High > f.Max || f.Conversions.Values.Any(c => c.Multiply == 0))
                yield return "bounds of " + f.Id;
        }

        foreach (var r in document.Objects("rules"))
        {
            var factor = r.Text("factor") is { } id ? knowledge.Factors[id] : null;
            if (r["curve"] is not null != (factor?.IsNumeric ?? false) || (r["levels"] is null && factor?.Kind == "choice"))
                yield return "burden of " + r.Text("id");
            if (r["curve"] is JsonArray curve && !IsCurve([.. curve.Select(k => (k![0]!.GetValue<double>(), k[1]!.GetValue<double>()))]))
                yield return "curve of " + r.Text("id");
            if (r["levels"] is JsonObject levels && levels.Any(l => !(factor!.Kind == "boolean" ? ["true", "false"] : factor.Choices).Contains(l.Key)))
                yield return "levels of " + r.Text("id");
        }

        foreach (var group in knowledge.Rules.Where(r => r.Overlap is not null && !r.Informational).GroupBy(r => (r.Condition, r.Overlap)))
        {
            if (group.Any(r => r.Effect.Lambda < 0) && group.Any(r => r.Effect.Lambda > 0))
                yield return $"signs of {group.Key}";
        }

        foreach (var effect in document.Objects("rules").Select(r => r["effect"]!.AsObject()).Concat(document.Objects("interventions").SelectMany(i => i.Objects("effects"))))
        {
            var value = effect.First(p => p.Value!.GetValueKind() == JsonValueKind.Number).Value!.GetValue<double>();
            var ratio = effect.Any(p => p.Key.EndsWith("Ratio", StringComparison.Ordinal));
            var ci = effect["ci95"]?.AsArray().Select(n => n!.GetValue<double>()).ToArray() ?? [value, value];
            if (ci[0] > value || value > ci[1] || (ratio && ci[0] <= 0))
                yield return "effect " + effect.ToJsonString();
        }

        foreach (var change in document.Objects("interventions").SelectMany(i => i.Objects("changes")))
        {
            if (change.Where(p => p.Key != "factor").Any(p => !Fits(knowledge.Factors[change.Text("factor")!], NaiveJson.Answer(p.Value!))))
                yield return "change " + change.ToJsonString();
        }

        var interventions = knowledge.Interventions.Select(i => i.Id).ToHashSet();
        foreach (var s in knowledge.Safety.Where(s => !s.Interventions.Concat(s.Refer).All(t => t.EndsWith('*') || interventions.Contains(t))))
            yield return "targets of " + s.Id;
        foreach (var s in knowledge.Screens.Where(s => s.Factors.Any(f => knowledge.Factors[f].Kind != "boolean") || s.Factors.Distinct().Count() != s.Factors.Count))
            yield return "factors of " + s.Id;
    }

    private static bool IsCurve(IReadOnlyList<(double X, double Y)> knots) =>
        knots.Count > 0 && knots.All(k => k.Y is >= 0 and <= 1) && knots.Zip(knots.Skip(1)).All(p => p.First.X < p.Second.X);

    private static IEnumerable<string> ProfileFaults(JsonObject document, JsonObject profile)
    {
        var knowledge = new NaiveKnowledge(document);
        var answers = new NaiveAnswers(knowledge, profile);
        foreach (var f in knowledge.Factors.Values.Where(f => answers[f.Id] is { } answer && !Fits(f, answer)))
            yield return $"{f.Id} = {answers[f.Id]}";
        foreach (var c in answers.Concerns.Where(c => knowledge.Conditions.All(k => k.Id != c)))
            yield return "concern " + c;
    }

    private static bool Fits(NaiveFactor factor, object answer) => factor.Kind switch
    {
        "boolean" => answer is bool,
        "choice" => answer is string s && factor.Choices.Contains(s),
        _ => answer is double x && !(x < factor.Min) && !(x > factor.Max) && (factor.Kind == "number" || x == Math.Floor(x)),
    };
}
