using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// A second, independent implementation of the scoring model, written from the specification alone: plain, slow and
/// readable. It takes a resolved, valid rule set and a valid profile and gives every number and every structural part
/// of the assessment; texts are left out.
/// </summary>
public static class NaiveAssessor
{
    public static JsonObject Assess(JsonObject ruleSet, JsonObject profile)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(profile);
        var person = NaiveJson.Normalise(profile);
        var knowledge = new NaiveKnowledge(NaiveJson.Normalise(ruleSet));
        var context = new NaiveContext(knowledge, new NaiveAnswers(knowledge, person));
        var gains = new NaiveGains(context);
        var questions = new NaiveQuestions(context, gains);

        var result = new JsonObject();
        if (person.Text("id") is { } id)
            result["profileId"] = id;
        if (person.Text("asOf") is { } asOf)
            result["asOf"] = asOf[..10];
        result["triage"] = context.Triage.Describe(context.Pages);
        result["conditions"] = NaiveJson.Array(context.Listed.Select(c => NaiveConditions.Describe(context, c)));
        result["derived"] = NaiveJson.Array(context.Answers.Filled.Select(f => Derived(f.Key, f.Value)));
        result["levers"] = NaiveJson.Array(NaiveLevers.All(context));
        result["recommendations"] = NaiveJson.Array(context.Recommendations.Select(r => r.Describe()));
        result["enough"] = questions.Enough;
        result["full"] = questions.Full;
        result["nextQuestions"] = NaiveJson.Array(questions.Next());
        result["tests"] = NaiveJson.Array(gains.Tests());
        result["inapplicable"] = NaiveJson.Array(context.Answers.Inapplicable);
        result["notices"] = NaiveJson.Array(NaiveNotice.Ordered(context.Answers.Notices.Concat(context.Triage.Notices)));
        return NaiveJson.Normalise(result);
    }

    private static JsonObject Derived(string factor, NaiveFilled filled)
    {
        var result = new JsonObject
        {
            ["factor"] = factor,
            ["value"] = NaiveJson.Num(filled.Value),
            ["standing"] = filled.IsEstimate ? "estimate" : "count",
            ["derivation"] = filled.Derivation.Id,
            ["items"] = NaiveJson.Array(filled.Derivation.Items),
        };
        if (filled.Error is { } error)
            result["error"] = NaiveJson.Num(error);
        return result;
    }
}
