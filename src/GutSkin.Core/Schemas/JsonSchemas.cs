namespace GutSkin.Core.RuleSets;

/// <summary>The JSON Schemas (draft 2020-12) of the four documents, as shipped in the package; an editor that is given one completes and explains.</summary>
public static class JsonSchemas
{
    private static readonly Lazy<string> LazyRuleSet = new(() => Read("ruleset"));
    private static readonly Lazy<string> LazyProfile = new(() => Read("profile"));
    private static readonly Lazy<string> LazyAssessment = new(() => Read("assessment"));
    private static readonly Lazy<string> LazyQuiz = new(() => Read("quiz"));

    /// <summary>The schema of a rule set, version 1.</summary>
    public static string RuleSet => LazyRuleSet.Value;

    /// <summary>The schema of a profile, version 1.</summary>
    public static string Profile => LazyProfile.Value;

    /// <summary>The schema of an assessment, version 1.</summary>
    public static string Assessment => LazyAssessment.Value;

    /// <summary>The schema of a quiz, version 1.</summary>
    public static string Quiz => LazyQuiz.Value;

    private static string Read(string document)
    {
        using var stream = typeof(JsonSchemas).Assembly.GetManifestResourceStream($"gutskin-{document}-1.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
