using System.Text.Json;
using System.Text.RegularExpressions;

namespace GutSkin.Core;

/// <summary>The terms that food and device law of one jurisdiction does not allow, kept as data.</summary>
internal sealed class ClaimTerms
{
    private const string Resource = "GutSkin.Core.claims.json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly List<(string Code, Regex Pattern, string Why)> terms = [];
    private readonly Regex denied;
    private readonly Regex framed;

    private ClaimTerms(string jurisdiction)
    {
        using var stream = typeof(ClaimTerms).Assembly.GetManifestResourceStream(Resource)!;
        using var json = JsonDocument.Parse(stream);
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
