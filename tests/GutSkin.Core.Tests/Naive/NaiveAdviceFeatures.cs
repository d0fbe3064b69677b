using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Which parts of sections 6 to 8 a generated case reaches.</summary>
internal static class NaiveAdviceFeatures
{
    public static void Changes(NaiveContext context, Action<string, bool> see)
    {
        foreach (var intervention in context.Knowledge.Interventions)
        {
            foreach (var changes in NaiveChanges.ByFactor(intervention))
            {
                var (change, gate) = NaiveChanges.First(changes, context.Answers);
                see("gated change", changes.Any(c => c.When is not null));
                see("change waits", gate == Truth.Unknown);
                if (gate != Truth.True || context.Answers[changes.Key] is not double x)
                    continue;
                var aim = change!.AtMost ?? change.AtLeast ?? (double)change.Set!;
                var isMet = NaiveChanges.Meets(change, x, context.Answers.EstimateError(changes.Key));
                see("estimate inside its error of a change", !isMet && context.Answers.EstimateError(changes.Key) is { } e && Math.Abs(x - aim) <= e);
                var move = NaiveChanges.Moves(context.Knowledge, intervention, context.Answers).FirstOrDefault(m => m.Factor == changes.Key);
                see("limit binds", change.Limit is not null && move is not null && Math.Abs((double)move.To - aim) > 0.6);
                see("percent limit binds", change.LimitPercent is not null && move is not null && Math.Abs((double)move.To - aim) > 0.6);
                see("whole number of a limit", move is not null && context.Knowledge.Factors[changes.Key].Kind == "integer" && aim != Math.Floor(aim));
            }
        }
    }

    public static void Recommendations(NaiveContext context, JsonObject assessment, Action<string, bool> see)
    {
        var pages = context.Knowledge.Screens.Select(s => s.Id).Concat(context.Knowledge.Forms.Select(f => f.Id)).ToHashSet();
        var items = context.Knowledge.Derivations.SelectMany(d => d.Needs).ToHashSet();
        foreach (var r in assessment.Objects("recommendations"))
        {
            var intervention = context.Knowledge.Interventions.Single(i => i.Id == r.Text("intervention"));
            see((intervention.IsReferral ? "referral " : "status ") + r.Text("status"), true);
            if (intervention.IsReferral)
                continue;
            see("room " + r.Text("room"), true);
            see("tier " + r["tier"], true);
            foreach (var n in r.Objects("indications"))
            {
                see(n.Text("direction")!, true);
                see("indication of a condition", n["condition"] is not null);
            }

            var trials = r.Objects("effects").SelectMany(e => e.Objects("trials")).ToList();
            see("trial chosen", trials.Any(t => t.Flag("chosen")));
            see("trial not eligible", trials.Any(t => !t.Flag("eligible")));
            see("trial not clear", trials.Any(t => t.Flag("chosen") && !t.Flag("clear")));
            see("trial informational", trials.Any(t => t.Flag("informational")));
            see("score after", r.Objects("effects").Any(e => e["scoreAfter"] is not null));
            see("certainty of a trial", r["certainty"] is not null && trials.Any(t => t.Flag("chosen") && t.Flag("clear")));
            see("certainty of a rule", r["certainty"] is not null && trials.All(t => !t.Flag("chosen")));
            see("variant", intervention.Parent is not null);
            Reached(context, intervention, r, see);
            foreach (var notice in r.Texts("notices"))
                see("notice " + notice, true);
            foreach (var asked in r.Texts("ask"))
            {
                see("ask", true);
                see("ask a page", pages.Contains(asked));
                see("ask a test", !pages.Contains(asked) && context.Asking.IsTest(asked));
            }

            see("ask declined", r.Texts("declined").Count > 0);
            see("ask a declined item", r.Texts("declined").Any(items.Contains));
            see("product", r.Objects("products").Any());
            see("product checked", r.Objects("products").Any(p => p.Texts("check").Count > 0));
            see("product left out", r.Text("status") is "recommended" or "caution"
                && context.Knowledge.Products.Count(p => p.Intervention == intervention.Id) > r.Objects("products").Count());
        }
    }

    public static void Questions(NaiveContext context, JsonObject assessment, Action<string, bool> see)
    {
        foreach (var notice in assessment.Objects("notices"))
            see("notice " + notice.Text("code") + (notice.Text("code") != "too-old" ? "" : notice["screen"] is null ? " factor" : " screen"), true);

        var gains = new NaiveGains(context);
        var questions = assessment.Objects("nextQuestions").ToList();
        foreach (var q in questions)
        {
            see("reason " + (q.Text("reason") == "score" && q.Number("gain") < 0.05 ? "small score" : q.Text("reason")), true);
            see("asks " + q.Text("asks"), true);
            see("question fills", q.Texts("fills").Count > 0);
            see("question decides", q.Texts("decides").Count > 0);
        }

        see("question in the place of another", context.Pages.All.Any(p => p.Covers.Any(f => context.Asking.IsCandidate(f) && !p.Listed.Contains(f))));
        see("twelve", questions.Count == 12);
        see("enough", assessment.Flag("enough"));
        see("full", assessment.Flag("full"));
        see("enough, not full", assessment.Flag("enough") && !assessment.Flag("full"));
        foreach (var test in assessment.Objects("tests"))
        {
            see(test.Number("gain") > 0 ? "test that gains" : "test that decides", true);
            see("test for a target", test.Number("gain") > gains.OfOne(test.Text("factor")!));
        }
    }

    private static void Reached(NaiveContext context, NaiveIntervention intervention, JsonObject r, Action<string, bool> see)
    {
        foreach (var id in r.Objects("safety").Select(s => s.Text("rule")))
        {
            var rule = context.Knowledge.Safety.Single(s => s.Id == id);
            var byTrait = rule.Traits.Intersect(intervention.Traits).Any();
            var moved = rule.Movements.Where(m => intervention.Changes.Any(c => context.Ways.Meets(m, context.Ways.Of(c)))).ToList();
            see("reached by a trait", byTrait);
            see("reached by a movement", moved.Count > 0);
            see("reached through a derivation", moved.Any(m => intervention.Changes.All(c => c.Factor != m.Factor)));
            see("variant reached through its parent", !byTrait && moved.Count == 0 && !rule.Names(intervention.Id));
        }
    }
}
