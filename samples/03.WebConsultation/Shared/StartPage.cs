using System.Collections.Immutable;
using System.Text.Json;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.WebConsultation;

/// <summary>
/// What the first page shows, in a language: the concerns, "has a doctor told you so?", age and sex. It is a file beside the page, so
/// that it can be drawn while the library is still on its way; a test holds that file to what the library says.
/// </summary>
internal sealed record StartPage(
    string Disclaimer, string Question, string ToldQuestion, ImmutableArray<StartConcern> Concerns, string? Title, ImmutableArray<QuestionItem> Items)
{
    public static StartPage Of(IScoringService scoring, string culture)
    {
        var options = new AssessmentOptions { Culture = culture };
        var start = Consultation.Start(scoring, PersonProfile.Create().Build(), options);
        var page = start.Opening!;
        return new StartPage(
            start.Assessment.Disclaimer,
            page.Question,
            page.ToldQuestion,
            [.. page.Concerns.Where(c => c.Kind == ConditionKind.SkinCondition).Select(c => new StartConcern(c.Condition, c.Name))],
            page.Title,
            page.Items);
    }
}

/// <summary>The file of the first page.</summary>
internal static class StartPages
{
    /// <summary>The languages of the page.</summary>
    public static readonly string[] Languages = ["en", "de"];

    /// <summary>The first page in some languages, as JSON.</summary>
    public static string Write(IScoringService scoring, IEnumerable<string> cultures)
    {
        var pages = cultures.ToDictionary(culture => culture, culture => StartPage.Of(scoring, culture), StringComparer.Ordinal);
        return JsonSerializer.Serialize(pages, Indented.DictionaryStringStartPage) + "\n";
    }

    private static readonly Documents Indented = new(new JsonSerializerOptions(Documents.Default.Options) { WriteIndented = true, NewLine = "\n" });
}

/// <summary>Something that may bring somebody here.</summary>
internal sealed record StartConcern(string Condition, string Name);
