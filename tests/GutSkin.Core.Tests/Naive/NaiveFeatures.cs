using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Which parts of the model a generated case reaches: every name occurs in some percent of the cases.</summary>
internal static class NaiveFeatures
{
    /// <summary>Every feature, with the least share of cases in which it has to occur, in tenths of a percent.</summary>
    public static IReadOnlyDictionary<string, int> Wanted { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["derived linear"] = 50, ["derived product"] = 50, ["derived lms"] = 20, ["derived levels"] = 30, ["derived curve"] = 30,
        ["derived from derived"] = 20, ["derived by a later derivation"] = 20, ["derived by a later case"] = 30, ["derived over an old entry"] = 10,
        ["derived rounded"] = 30, ["derived at a bound"] = 20, ["estimate"] = 50, ["estimate by what it needs"] = 10, ["count"] = 50,
        ["error of a derivation"] = 50,
        ["inapplicable by askWhen"] = 30, ["inapplicable by screens"] = 20, ["old entry, newer screen"] = 10, ["declined, newer screen"] = 5,
        ["screen with items"] = 100, ["screened"] = 100, ["declined"] = 100, ["known unknown"] = 20, ["converted"] = 100, ["conversion rounded"] = 30,
        ["gated reference"] = 50, ["reference waits"] = 30,
        ["has true"] = 100, ["has false"] = 100, ["has unknown"] = 100, ["no index"] = 50, ["settled"] = 100, ["not settled"] = 100,
        ["open interval"] = 200, ["mates"] = 100, ["informational"] = 200, ["protective"] = 200, ["derived contribution"] = 100,
        ["lever"] = 270, ["lever held"] = 60, ["lever held without urgent"] = 50, ["lever held by a movement"] = 20, ["lever held by an intervention"] = 5,
        ["lever unresolved"] = 40, ["lever unresolved by a movement"] = 20, ["lever unresolved by an intervention"] = 14, ["lever cautions"] = 30,
        ["lever on an estimate"] = 10, ["estimate inside its error of a reference"] = 7,
        ["limit binds"] = 30, ["percent limit binds"] = 20, ["whole number of a limit"] = 10, ["gated change"] = 100, ["change waits"] = 50,
        ["estimate inside its error of a change"] = 10, ["room met"] = 100, ["room open"] = 200, ["room unknown"] = 200,
        ["for"] = 200, ["against"] = 100, ["none"] = 50, ["indication of a condition"] = 100, ["tier 1"] = 100, ["tier 2"] = 100, ["tier 3"] = 300,
        ["trial chosen"] = 100, ["trial not eligible"] = 200, ["trial not clear"] = 50, ["trial informational"] = 50, ["score after"] = 100,
        ["certainty of a trial"] = 50, ["certainty of a rule"] = 50, ["variant"] = 100, ["variant reached through its parent"] = 30,
        ["reached by a trait"] = 100, ["reached by a movement"] = 100, ["reached through a derivation"] = 20,
        ["product"] = 50, ["product checked"] = 30, ["product left out"] = 15,
        ["status recommended"] = 100, ["status caution"] = 50, ["status needs-check"] = 100, ["status deferred"] = 30, ["status blocked"] = 100,
        ["status advised-against"] = 100, ["status already-met"] = 50, ["status not-assessed"] = 100, ["status no-expected-benefit"] = 100,
        ["referral recommended"] = 100, ["referral caution"] = 10, ["referral needs-check"] = 20,
        ["notice no-clear-effect"] = 30, ["notice worse-for"] = 30, ["notice insufficient-evidence"] = 50, ["notice advised-against"] = 100,
        ["notice no-date"] = 30, ["notice too-old factor"] = 50, ["notice too-old screen"] = 20, ["notice derivation-out-of-range"] = 30,
        ["notice declined-safety"] = 10,
        ["triage none"] = 200, ["triage refer-urgent"] = 30, ["triage refer-soon"] = 20, ["triage refer-routine"] = 40, ["complete"] = 200, ["not complete"] = 100,
        ["ask"] = 100, ["ask a test"] = 20, ["ask a page"] = 30, ["ask declined"] = 30, ["ask a declined item"] = 5,
        ["reason urgent"] = 50, ["reason concern"] = 50, ["reason soon"] = 50, ["reason score"] = 200, ["reason small score"] = 20, ["reason safety"] = 100,
        ["reason advice"] = 50, ["reason core"] = 30, ["reason caution"] = 8, ["asks screen"] = 100, ["asks form"] = 100, ["asks factor"] = 200,
        ["question in the place of another"] = 30, ["question fills"] = 100, ["question decides"] = 200, ["twelve"] = 3,
        ["enough"] = 50, ["full"] = 20, ["enough, not full"] = 10, ["test that decides"] = 30, ["test that gains"] = 100, ["test for a target"] = 10,
    };

    public static ISet<string> Of(JsonObject rules, JsonObject profile, JsonObject assessment)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void See(string what, bool condition = true)
        {
            if (condition)
                seen.Add(what);
        }

        var context = new NaiveContext(new NaiveKnowledge(NaiveJson.Normalise(rules)), new NaiveAnswers(new NaiveKnowledge(NaiveJson.Normalise(rules)), NaiveJson.Normalise(profile)));
        Derived(context, profile, See);
        Answers(context, profile, See);
        Scores(context, assessment, See);
        Levers(context, assessment, See);
        NaiveAdviceFeatures.Changes(context, See);
        NaiveAdviceFeatures.Recommendations(context, assessment, See);
        NaiveAdviceFeatures.Questions(context, assessment, See);
        return seen;
    }

    private static void Derived(NaiveContext context, JsonObject profile, Action<string, bool> see)
    {
        foreach (var (factor, filled) in context.Answers.Filled)
        {
            var derivation = filled.Derivation;
            var found = derivation.Found(context.Answers)!;
            var terms = (found.Linear?["terms"] as JsonObject ?? []).Select(t => t.Value).OfType<JsonObject>().ToList();
            see("derived linear", found.Linear is not null);
            see("derived product", found.Product is not null);
            see("derived lms", found.Lms is not null);
            see("derived levels", terms.Any(t => t["levels"] is not null));
            see("derived curve", terms.Any(t => t["curve"] is not null));
            see("derived from derived", found.Needs.Any(context.Answers.Filled.ContainsKey));
            see("derived by a later derivation", context.Knowledge.DerivationsOf(factor).First().Id != derivation.Id);
            see("derived by a later case", derivation.Cases[0] != found);
            see("derived over an old entry", profile["observations"]?[factor] is not null);
            see("derived rounded", derivation.Decimals is not null);
            see("derived at a bound", filled.Value == derivation.AtLeast || filled.Value == derivation.AtMost);
            see(filled.IsEstimate ? "estimate" : "count", true);
            see("estimate by what it needs", filled.IsEstimate && !derivation.IsEstimate);
            see("error of a derivation", derivation.Error is not null);
            if (filled is { IsEstimate: true, Error: { } error } && NaiveChanges.Reference(context.Knowledge.Factors[factor], context.Answers) is { } reference)
            {
                see(
                    "estimate inside its error of a reference",
                    context.Knowledge.Factors[factor].Modifiable
                        && ((reference.Low - filled.Value > 0 && reference.Low - filled.Value <= error) || (filled.Value - reference.High > 0 && filled.Value - reference.High <= error)));
            }
        }
    }

    private static void Answers(NaiveContext context, JsonObject profile, Action<string, bool> see)
    {
        var answers = context.Answers;
        foreach (var factor in context.Knowledge.Factors.Values)
        {
            var listing = context.Knowledge.Screens.Where(s => s.Factors.Contains(factor.Id)).ToList();
            var entry = profile["observations"]?[factor.Id] as JsonObject;
            if (answers.Inapplicable.Contains(factor.Id))
            {
                see("inapplicable by askWhen", NaiveGate.Evaluate(factor.AskWhen, answers) == Truth.False);
                see("inapplicable by screens", listing.Count > 0 && listing.All(s => NaiveGate.Evaluate(s.When, answers) == Truth.False));
            }
            else if (answers[factor.Id] is false && entry is not null)
            {
                see("declined, newer screen", entry.Flag("declined"));
                see("old entry, newer screen", entry["value"] is JsonValue v && v.GetValueKind() == System.Text.Json.JsonValueKind.True);
            }

            see("known unknown", answers.Known(factor.Id) == Truth.Unknown);
            see("declined", answers.Declined.Contains(factor.Id));
            var conversion = entry?.Text("unit") is { } unit && unit != factor.Unit ? factor.Conversions[unit] : null;
            see("converted", conversion is not null);
            see("conversion rounded", conversion?.Decimals is not null);
            see("gated reference", factor.Modifiable && answers.Knows(factor.Id) && factor.References.Any(r => r.When is not null));
            see("reference waits", factor.Modifiable && answers.Knows(factor.Id) && factor.References.FirstOrDefault(r => NaiveGate.Evaluate(r.When, answers) != Truth.False) is { } first
                && NaiveGate.Evaluate(first.When, answers) == Truth.Unknown);
        }

        foreach (var node in profile["screened"] as JsonArray ?? [])
            see(node is JsonObject answered && answered["items"] is not null ? "screen with items" : "screened", true);
        foreach (var condition in context.Concerns)
            see("has " + answers.Has(condition).ToString().ToLowerInvariant(), true);
    }

    private static void Scores(NaiveContext context, JsonObject assessment, Action<string, bool> see)
    {
        foreach (var c in assessment.Objects("conditions"))
        {
            see("no index", c["score"] is null);
            see(c.Flag("settled") ? "settled" : "not settled", c["score"] is not null);
            see("open interval", c["interval"] is { } i && i["low"]!.GetValue<double>() < i["high"]!.GetValue<double>());
            see("mates", c.Objects("contributions").Any(x => !x.Flag("counted") && !x.Flag("informational")));
            see("informational", c.Objects("contributions").Any(x => x.Flag("informational")));
            see("protective", c.Objects("contributions").Any(x => x.Number("share") < 0));
            see("derived contribution", c.Objects("contributions").Any(x => x["derived"] is not null));
        }

        var triage = assessment["triage"]!.AsObject();
        see("triage " + triage.Text("level"), true);
        see(triage.Flag("complete") ? "complete" : "not complete", true);
    }

    private static void Levers(NaiveContext context, JsonObject assessment, Action<string, bool> see)
    {
        var urgent = context.Triage.Urgent.Any();
        var interventions = context.Knowledge.Interventions.Select(i => i.Id).ToHashSet();
        var movements = context.Knowledge.Safety.Where(s => s.Movements.Count > 0).Select(s => s.Id).ToHashSet();
        foreach (var lever in assessment.Objects("levers"))
        {
            var (held, unresolved) = (lever.Texts("held"), lever.Texts("unresolved"));
            see("lever", true);
            see("lever held", held.Count > 0);
            see("lever held without urgent", held.Count > 0 && !urgent);
            see("lever held by a movement", held.Any(movements.Contains));
            see("lever held by an intervention", held.Any(interventions.Contains));
            see("lever unresolved", unresolved.Count > 0);
            see("lever unresolved by a movement", unresolved.Any(movements.Contains));
            see("lever unresolved by an intervention", unresolved.Any(interventions.Contains));
            see("lever cautions", lever.Texts("cautions").Count > 0);
            see("lever on an estimate", context.Answers.EstimateError(lever.Text("factor")!) is not null);
        }
    }
}
