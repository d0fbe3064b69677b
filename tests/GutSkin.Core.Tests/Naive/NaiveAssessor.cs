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
        var questions = new NaiveQuestions(context);

        var result = new JsonObject();
        if (person.Text("id") is { } id)
            result["profileId"] = id;
        if (person.Text("asOf") is { } asOf)
            result["asOf"] = asOf[..10];
        result["triage"] = context.Triage.Describe(context.Asking);
        result["conditions"] = NaiveJson.Array(context.Listed.Select(c =>
            NaiveConditions.Describe(knowledge, context.Pass, c, context.Concerns.Contains(c.Id))));
        result["levers"] = NaiveJson.Array(NaiveLevers.All(context));
        result["recommendations"] = NaiveJson.Array(context.Recommendations.Select(r => r.Describe()));
        result["enough"] = questions.Enough;
        result["nextQuestions"] = NaiveJson.Array(questions.Next());
        result["notices"] = new JsonArray();
        return NaiveJson.Normalise(result);
    }
}
