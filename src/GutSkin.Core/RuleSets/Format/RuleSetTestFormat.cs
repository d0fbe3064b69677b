using System.Collections.Immutable;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Format;

namespace GutSkin.Core.RuleSets.Format;

/// <summary>Reads a test of a rule set.</summary>
internal static class RuleSetTestReader
{
    private static readonly ImmutableSortedDictionary<string, ScoreExpectation> NoScores =
        ImmutableSortedDictionary.Create<string, ScoreExpectation>(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoCautions =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public static RuleSetTest Read(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.Test);
        var test = new RuleSetTest
        {
            Name = json.Text("name"),
            Profile = json.Part("profile", ProfileReader.Read) ?? PersonProfile.Create().Build(),
        };
        if (json.Find("expect") is { } expect)
        {
            var expected = ObjectReader.Open(reading, expect, ObjectShapes.Expectation);
            test = test with
            {
                Scores = expected.Part("scores", Scores) ?? NoScores,
                Band = expected.Texts("band").Map,
                Triage = expected.Find("triage") is { } triage ? Triage(reading, triage) : null,
                Recommended = expected.Strings("recommended"),
                Blocked = expected.Strings("blocked"),
                First = expected.Strings("first"),
                NotSuggested = expected.Strings("notSuggested"),
                Status = expected.Find("status") is { } status ? reading.Map(status, Status, "an object of statuses") : Texts.NoCodes,
                Flags = expected.Strings("flags"),
                NoFlags = expected.Strings("noFlags"),
                Cautions = expected.Find("cautions") is { } cautions ? Cautions(reading, cautions) : NoCautions,
                Derived = expected.Part("derived", Scores) ?? NoScores,
            };
        }

        return reading.Place(test, node);
    }

    private static ImmutableSortedDictionary<string, ScoreExpectation> Scores(JsonReading reading, JsonTreeNode node) =>
        reading.Map(node, Score, "an object of expected numbers");

    private static ScoreExpectation Score(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.ScoreExpectation);
        return reading.Place(new ScoreExpectation { AtLeast = json.Number("atLeast"), AtMost = json.Number("atMost") }, node);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Cautions(JsonReading reading, JsonTreeNode node)
    {
        var cautions = NoCautions.ToBuilder();
        if (reading.CanHold(node, "an object of lists of ids"))
        {
            foreach (var item in node.Children)
                cautions.TryAdd(item.Name, reading.Strings(item));
        }

        return cautions.ToImmutable();
    }

    private static string? Status(JsonReading reading, JsonTreeNode node)
    {
        if (reading.String(node) is { } word && !Keywords.Status.Contains(word))
            reading.ReportKeyword(node, word, Keywords.Status);
        return node.Kind == JsonKind.String ? node.Text : null;
    }

    private static string? Triage(JsonReading reading, JsonTreeNode node)
    {
        if (reading.String(node) is { } word && !Keywords.Triage.Contains(word))
            reading.ReportKeyword(node, word, Keywords.Triage);
        return node.Kind == JsonKind.String ? node.Text : null;
    }
}
