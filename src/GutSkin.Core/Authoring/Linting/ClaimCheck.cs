using System.Text.Json;
using System.Text.RegularExpressions;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>Holds what people read to the terms of a jurisdiction: names, questions, summaries, messages, texts; not the titles of studies.</summary>
internal sealed class ClaimCheck(ClaimTerms terms)
{
    public void Check(DocumentScope document)
    {
        var set = document.RuleSet;
        Check(document.Root, set.Title, "title");
        foreach (var e in set.Mechanisms)
        {
            var scope = document.Entry(Section.Mechanisms, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Description, "description");
        }

        foreach (var e in set.Conditions)
        {
            var scope = document.Entry(Section.Conditions, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Description, "description");
        }

        foreach (var e in set.Factors)
        {
            var scope = document.Entry(Section.Factors, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Question, "question");
        }

        foreach (var e in set.Rules)
        {
            var scope = document.Entry(Section.Rules, e.Id, e);
            Check(scope, e.Title, "title");
            Check(scope, e.Rationale, "rationale");
            Check(scope, e.Misuse, "misuse");
        }

        foreach (var e in set.Interventions)
        {
            var scope = document.Entry(Section.Interventions, e.Id, e);
            Check(scope, e.Name, "name");
            Check(scope, e.Summary, "summary");
            Check(scope, e.Dose, "dose");
        }

        foreach (var e in set.Safety)
            Check(document.Entry(Section.Safety, e.Id, e), e.Message, "message");
        foreach (var e in set.Screens)
            Check(document.Entry(Section.Screens, e.Id, e), e.Title, "title");
        foreach (var e in set.Considered)
            Check(document.Entry(Section.Considered, e.Factor, e), e.Why, "why");
        foreach (var e in set.Products)
            Check(document.Entry(Section.Products, e.Id, e), e.Name, "name");
        CheckTexts(document);
    }

    private void CheckTexts(DocumentScope document)
    {
        foreach (var (culture, texts) in document.RuleSet.Texts)
        {
            foreach (var (section, entries) in texts.Sections)
            {
                foreach (var (id, fields) in entries)
                {
                    foreach (var (field, text) in fields)
                    {
                        if (field != "disclaimer")
                            Check(document.Root, text, ["texts", culture, section, id, .. TextFields.PathOf(field)]);
                    }
                }
            }
        }
    }

    private void Check(EntryScope scope, string? text, params ReadOnlySpan<object> path)
    {
        if (text is null)
            return;
        foreach (var (code, word, why) in terms.In(text))
            scope.Report(code, $"'{word}' in '{path[^1]}': {why}.", "Say what studies saw, in whom, and how sure that is.", path);
    }
}

/// <summary>The terms that food and device law of one jurisdiction does not allow, kept as data.</summary>
internal sealed class ClaimTerms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<(string Code, Regex Pattern, string Why)> terms = [];
    private readonly Regex denied;
    private readonly Regex framed;

    private ClaimTerms(string jurisdiction)
    {
        using var json = JsonDocument.Parse(EmbeddedFile.Read("claims.json"));
        foreach (var term in json.RootElement.GetProperty("terms").EnumerateArray())
        {
            if (term.GetProperty("in").EnumerateArray().Any(j => j.ValueEquals(jurisdiction)))
                terms.Add((term.GetProperty("code").GetString()!, Compile(term.GetProperty("pattern")), term.GetProperty("why").GetString()!));
        }

        denied = Compile(json.RootElement.GetProperty("allowed")[0]);
        framed = Compile(json.RootElement.GetProperty("allowed")[1]);
    }

    /// <summary>The terms of a jurisdiction.</summary>
    public static ClaimTerms Of(ClaimsJurisdiction jurisdiction) => new(jurisdiction switch
    {
        ClaimsJurisdiction.EuropeanUnion => "eu",
        ClaimsJurisdiction.GreatBritain => "gb",
        _ => "us",
    });

    /// <summary>The terms in a text: in no sentence that denies them, and, where a benefit is spoken of, in none that says what studies saw.</summary>
    public IEnumerable<(string Code, string Word, string Why)> In(string text)
    {
        foreach (string sentence in text.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var (code, pattern, why) in terms)
            {
                foreach (Match match in pattern.Matches(sentence))
                {
                    bool studied = code == DiagnosticCodes.ProbioticBenefit && framed.IsMatch(sentence);
                    if (!studied && !denied.IsMatch(sentence[..match.Index]))
                        yield return (code, match.Value, why);
                }
            }
        }
    }

    private static Regex Compile(JsonElement pattern) =>
        new(pattern.GetString()!, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
}
