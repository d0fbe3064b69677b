using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Compares two assessments deeply: numbers within 1e-9 (absolute or relative), all else exactly. Lists of objects are
/// matched by id; their order may differ only between elements whose sort keys lie within 1e-12. A list that is absent
/// equals an empty one.
/// </summary>
public static class NaiveComparer
{
    private const double Tolerance = 1e-9;
    private const double Tie = 1e-12;

    private static readonly string[] IdNames = ["rule", "intervention", "condition", "factor", "screen", "derivation", "id", "code"];

    /// <summary>Texts and what the twin does not give.</summary>
    public static IReadOnlySet<string> Ignored { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "schema", "culture", "engine", "ruleSet", "intendedUse", "disclaimer", "name", "title", "message", "question", "hint", "label",
        "unitLabel", "summary", "text", "effect", "population", "evidence", "contradictedBy", "modifiable", "brand",
    };

    /// <summary>The differences, each a line that begins with its JSON path; none where the two agree.</summary>
    public static IReadOnlyList<string> Differences(JsonObject expected, JsonObject actual, IReadOnlySet<string>? ignored = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var comparison = new Comparison(NaiveJson.Normalise(expected), NaiveJson.Normalise(actual), ignored ?? Ignored);
        comparison.Compare("$", "", comparison.Expected, comparison.Actual);
        return comparison.Found;
    }

    private sealed class Comparison(JsonObject expected, JsonObject actual, IReadOnlySet<string> ignored)
    {
        public JsonObject Expected => expected;

        public JsonObject Actual => actual;

        public List<string> Found { get; } = [];

        public void Compare(string path, string name, JsonNode? a, JsonNode? b)
        {
            if (IsEmptyList(a) && IsEmptyList(b))
                return;
            switch (a, b)
            {
                case (JsonObject x, JsonObject y):
                    foreach (var key in x.Select(p => p.Key).Union(y.Select(p => p.Key)).Where(k => !ignored.Contains(k)))
                        Compare($"{path}.{key}", key, x[key], y[key]);
                    break;
                case (JsonArray x, JsonArray y) when IsKeyed(x) && IsKeyed(y):
                    CompareKeyed(path, name, x, y);
                    break;
                case (JsonArray x, JsonArray y) when x.Count == y.Count:
                    for (var i = 0; i < x.Count; i++)
                        Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), name, x[i], y[i]);
                    break;
                default:
                    if (!Same(a, b))
                        Found.Add($"{path}: expected {Show(a)}, found {Show(b)}");
                    break;
            }
        }

        private static bool Same(JsonNode? a, JsonNode? b)
        {
            if (a is JsonValue && b is JsonValue && a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number)
            {
                var (x, y) = (a.GetValue<double>(), b.GetValue<double>());
                return Math.Abs(x - y) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));
            }

            return JsonNode.DeepEquals(a, b);
        }

        private static bool IsEmptyList(JsonNode? node) => node is null or JsonArray { Count: 0 };

        /// <summary>Objects with ids of their own; where an id comes twice, the places of the list tell them apart.</summary>
        private static bool IsKeyed(JsonArray array) =>
            array.All(n => n is JsonObject o && Id(o) is not null) && array.Select(n => Id(n!.AsObject())).Distinct().Count() == array.Count;

        private static string? Id(JsonObject o)
        {
            var id = IdNames.Where(n => o[n] is JsonValue).Select(n => o.Text(n)).FirstOrDefault();
            return o.Text("code") is { } code && code != id ? $"{code} {id}" : id;
        }

        private static string Show(JsonNode? node)
        {
            var text = node?.ToJsonString() ?? "nothing";
            return text.Length <= 120 ? text : text[..117] + "...";
        }

        private void CompareKeyed(string path, string name, JsonArray x, JsonArray y)
        {
            var before = Found.Count;
            var xs = x.Select(n => n!.AsObject()).ToList();
            var ys = y.Select(n => n!.AsObject()).ToList();
            foreach (var id in xs.Concat(ys).Select(Id).Distinct())
            {
                var (a, b) = (xs.Where(o => Id(o) == id).ToList(), ys.Where(o => Id(o) == id).ToList());
                if (a.Count == 1 && b.Count == 1)
                    Compare($"{path}[{id}]", name, a[0], b[0]);
                else
                    Found.Add($"{path}[{id}]: expected {a.Count} of it, found {b.Count}");
            }

            if (Found.Count > before && xs.Count != ys.Count)
                return;
            for (var i = 0; i < xs.Count; i++)
            {
                for (var j = i + 1; j < xs.Count; j++)
                {
                    var p = ys.FindIndex(o => Id(o) == Id(xs[i]));
                    var q = ys.FindIndex(o => Id(o) == Id(xs[j]));
                    if (q >= 0 && p > q && !NearlyTied(name, (xs[i], xs[j]), (ys[p], ys[q])))
                        Found.Add($"{path}: expected {Id(xs[i])} before {Id(xs[j])}, found it after");
                }
            }
        }

        /// <summary>Keys that are exactly equal on both sides are no excuse: then the next key decides.</summary>
        private bool NearlyTied(string list, (JsonObject A, JsonObject B) here, (JsonObject A, JsonObject B) there)
        {
            if (SortKey(expected, list, here.A) is not { } x || SortKey(expected, list, here.B) is not { } y)
                return false;
            var exact = x == y && SortKey(actual, list, there.A) == SortKey(actual, list, there.B);
            var comparable = here.A.Text("status") == here.B.Text("status") && here.A.Text("reason") == here.B.Text("reason");
            return comparable && !exact && Math.Abs(x - y) <= Tie * Math.Max(1, Math.Abs(x));
        }

        /// <summary>The number by which a list is sorted, or null where its order is by ids alone.</summary>
        private static double? SortKey(JsonObject document, string list, JsonObject element) => list switch
        {
            "conditions" => element.Number("score"),
            "contributions" => Math.Abs(element.Number("logOdds") ?? 0),
            "mechanisms" => element.Number("share"),
            "levers" => element.Objects("effects").Where(e => Condition(document, e)?.Flag("concern") ?? false).Sum(e => e.Number("gain")),
            "recommendations" => element.Number("benefit"),
            "nextQuestions" or "tests" => element.Number("gain"),
            _ => null,
        };

        private static JsonObject? Condition(JsonObject document, JsonObject effect) =>
            document.Objects("conditions").FirstOrDefault(c => c.Text("id") == effect.Text("condition"));
    }
}
