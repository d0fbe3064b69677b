using System.Collections.Immutable;

namespace GutSkin.Core;

/// <summary>Reads a test of a rule set.</summary>
internal static class RuleSetTestReader
{
    private static readonly ImmutableSortedDictionary<string, ScoreExpectation> NoScores =
        ImmutableSortedDictionary.Create<string, ScoreExpectation>(StringComparer.Ordinal);

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
                Band = expected.StringMap("band"),
                Triage = expected.Find("triage") is { } triage ? Triage(reading, triage) : null,
                Recommended = expected.Strings("recommended"),
                Blocked = expected.Strings("blocked"),
            };
        }

        return reading.Place(test, node);
    }

    private static ImmutableSortedDictionary<string, ScoreExpectation> Scores(JsonReading reading, JsonTreeNode node) =>
        reading.Map(node, Score, "an object of expected scores");

    private static ScoreExpectation Score(JsonReading reading, JsonTreeNode node)
    {
        var json = ObjectReader.Open(reading, node, ObjectShapes.ScoreExpectation);
        return reading.Place(new ScoreExpectation { AtLeast = json.Number("atLeast"), AtMost = json.Number("atMost") }, node);
    }

    private static string? Triage(JsonReading reading, JsonTreeNode node)
    {
        if (reading.String(node) is { } word && !Keywords.Triage.Contains(word))
            reading.ReportKeyword(node, word, Keywords.Triage);
        return node.Kind == JsonKind.String ? node.Text : null;
    }
}
