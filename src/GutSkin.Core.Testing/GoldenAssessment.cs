using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GutSkin.Core.Testing;

/// <summary>
/// An assessment as a few lines of text that a test keeps beside itself: triage, indices, what is suggested and what is held back for a reason
/// that holds, what is asked next. A changed line is a change that somebody reads. It holds results, and none of the person's answers.
/// </summary>
public static class GoldenAssessment
{
    /// <summary>The environment variable that writes the files anew: <c>GUTSKIN_UPDATE=1 dotnet test</c>.</summary>
    public const string UpdateVariable = "GUTSKIN_UPDATE";

    /// <summary>The assessment is the kept one.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="file">The kept file; a relative path is from the folder of the test's source.</param>
    /// <param name="source">The test's source; the compiler says it.</param>
    /// <exception cref="GutSkinAssertionException">It differs; the message has the lines that do. Or nothing is kept yet; the message says how it is written.</exception>
    public static void Matches(Assessment assessment, string file, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentException.ThrowIfNullOrEmpty(file);
        string path = Path.Combine(Path.GetDirectoryName(source) ?? "", file), now = ToText(assessment);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, now);
            return;
        }

        if (!File.Exists(path))
            throw new GutSkinAssertionException($"Nothing is kept in '{file}' yet: {UpdateVariable}=1 dotnet test writes it.");
        string kept = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (kept != now)
            throw new GutSkinAssertionException($"The assessment is not the one kept in '{file}' ({UpdateVariable}=1 dotnet test writes it anew):\n{Difference(kept, now)}");
    }

    /// <summary>The lines that are kept: one a fact, in the order of the assessment, numbers with two decimals.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <returns>The text; lines end with a line feed.</returns>
    public static string ToText(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"by {assessment.RuleSet.Id} {assessment.RuleSet.Version}");
        Line($"triage {assessment.Triage.Level}{(assessment.Triage.Complete ? "" : ", not complete")}");
        foreach (var flag in assessment.Triage.Flags)
            Line($"flag {flag.Rule} {flag.Urgency}");
        foreach (var condition in assessment.Conditions.Where(c => c.Score is not null))
            Line($"index {condition.Id} {condition.Score:0.00}{(condition.Interval is { } i ? string.Create(CultureInfo.InvariantCulture, $" ({i.Low:0.00} to {i.High:0.00})") : "")} {condition.Band}{(condition.Concern ? ", of concern" : "")}");
        foreach (var recommendation in assessment.Recommendations.Where(IsKept))
        {
            var holding = recommendation.Safety.Where(f => f.State == SafetyState.True).Select(f => f.Rule).ToList();
            Line($"{recommendation.Status} {recommendation.Intervention}{(holding.Count == 0 ? "" : $" by {string.Join(", ", holding)}")}");
        }

        foreach (var question in assessment.NextQuestions)
            Line($"ask {question.Id} ({question.Reason})");
        foreach (var notice in assessment.Notices)
            Line($"notice {notice.Code}");
        return text.ToString();
    }

    // What waits for answers or has nothing to offer is most of a list and little of what matters.
    private static bool IsKept(Recommendation recommendation) =>
        recommendation.Status is not (RecommendationStatus.Deferred or RecommendationStatus.NotAssessed or RecommendationStatus.NoExpectedBenefit);

    private static string Difference(string kept, string now)
    {
        string[] before = kept.Split('\n'), after = now.Split('\n');
        var lines = before.Except(after).Select(l => $"- {l}").Concat(after.Except(before).Select(l => $"+ {l}")).ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : "the same lines in another order";
    }
}
