using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>
/// What comes of composing, line by line, where a small overlay takes out or replaces one entry of a rule set in which everything names everything that it
/// can: <c>removed.txt</c> and <c>replaced.txt</c>; and of every overlay of the tests that is in order: <c>composed.txt</c> (GUTSKIN_UPDATE=1 writes them anew).
/// </summary>
public partial class ComposedPageTests
{
    private const string Head = "{ \"id\": \"o1\", \"version\": \"1.0.0\", \"title\": \"O\", ";

    /// <summary>The rule set of <see cref="MentionPlaceTests"/>, with words, bands and tests for what is in it.</summary>
    private static readonly string Everything = MentionPlaceTests.Whole.Replace("\"cases\": [ {", "\"error\": { \"cv\": 0.1 }, \"cases\": [ {", StringComparison.Ordinal).TrimEnd()[..^1] + """
        , "model": { "bands": [ { "name": "little", "below": 20 }, { "name": "much" } ] },
        "texts": { "de": {
          "bands": { "little": { "name": "wenig" }, "much": { "name": "viel" } }, "mechanisms": { "insulin": { "name": "Insulin (de)" } },
          "conditions": { "acne": { "name": "Akne" } }, "factors": { "diet.milk": { "name": "Milch" }, "symptom.rash": { "name": "Ausschlag" } },
          "considered": { "diet.milk/acne": { "why": "Keine." } }, "interventions": { "diet.less-milk": { "name": "Weniger Milch", "indications": ["Weniger."] } },
          "safety": { "calcium": { "message": "Kalzium." } }, "screens": { "more": { "title": "Und diese?" } }, "forms": { "food": { "title": "Wie oft?" } },
          "traits": { "live-microbes": { "title": "lebt" } }, "rules": { "acne.milk": { "title": "Milch" } } } },
        "tests": [
          { "name": "observes", "profile": { "observations": { "diet.milk": 1, "person.age": 20 } }, "expect": { "scores": { "acne": { "atLeast": 0, "atMost": 50 } } } },
          { "name": "concerned", "profile": { "concerns": ["acne"] }, "expect": { } },
          { "name": "screened", "profile": { "screened": ["more"] }, "expect": { } },
          { "name": "screened for one", "profile": { "screened": [ { "id": "more", "items": ["symptom.itch"] } ] }, "expect": { } },
          { "name": "band", "profile": { }, "expect": { "band": { "acne": "little" } } },
          { "name": "derived", "profile": { "observations": { "body.mass": 70 } }, "expect": { "derived": { "body.index": { "atLeast": 0, "atMost": 900 } } } },
          { "name": "recommended", "profile": { "observations": { "diet.milk": 4, "symptom.itch": true, "person.age": 20 } }, "expect": { "recommended": ["diet.less-milk"] } },
          { "name": "not suggested", "profile": { "observations": { "symptom.fever": false } }, "expect": { "notSuggested": ["diet.least-milk"], "noFlags": ["fever"] } },
          { "name": "flag", "profile": { "observations": { "symptom.fever": true } }, "expect": { "flags": ["fever"], "blocked": [], "first": [] } } ]
        }
        """;

    [Fact]
    public void The_rule_set_that_names_everything_is_in_order() =>
        LintCases.Compose(Everything).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).Should().BeEmpty();

    [Fact]
    public void What_is_taken_out_goes_from_where_it_is_named()
    {
        var page = new StringBuilder("# as it is\n").AppendJoin('\n', Lines(LintCases.Compose(Everything).GetValueOrThrow())).Append("\n\n");
        foreach (var (section, _, id) in Entries())
            Tell(page, $"without {section} {id}", Everything, Head + $$"""  "remove": { "{{section}}": ["{{id}}"] } }""");
        foreach (var (section, _, id) in Entries())
        {
            var removal = new SortedDictionary<string, List<string>>(StringComparer.Ordinal) { [section] = [id] };
            while (Blockers(Removing(removal)) is { Count: > 0 } blockers)
            {
                foreach (var (noun, blocker) in blockers)
                    (removal.TryGetValue(SectionOf[noun], out var ids) ? ids : removal[SectionOf[noun]] = []).Add(blocker);
            }

            if (removal.Count > 1 || removal[section].Count > 1)
                Tell(page, $"without {section} {id} and what cannot do without", Everything, Removing(removal));
        }

        foreach (var (section, entry, id) in Entries())
            Tell(page, $"{section} {id} taken out and put in again", Everything, Head + $$"""  "remove": { "{{section}}": ["{{id}}"] } }""", Overlay("o2", section, entry));
        Golden.Check(page.ToString(), "tests", "GutSkin.Core.Tests", "RuleSets", "Composing", "removed.txt");
    }

    [Fact]
    public void What_is_replaced_stands_in_its_place()
    {
        var page = new StringBuilder();
        foreach (var (section, entry, id) in Entries())
        {
            var other = entry.DeepClone().AsObject();
            string word = ((string[])["name", "title", "message", "why"]).FirstOrDefault(other.ContainsKey) ?? "note";
            other[word] = "Other";
            Tell(page, $"{section} {id} with another {word}", Everything, Overlay("o1", section, other));
        }

        Golden.Check(page.ToString(), "tests", "GutSkin.Core.Tests", "RuleSets", "Composing", "replaced.txt");
    }

    [Fact]
    public void What_overlays_amount_to()
    {
        var page = new StringBuilder();
        foreach (var (name, overlays) in OverlayCases.All)
        {
            string[] documents = [LintBase.Json, .. overlays.Select(o => MarkedJson.Parse(o).Text)];
            if (LintCases.Compose(documents).Value is not null)
                Tell(page, name, documents);
        }

        Golden.Check(page.ToString(), "tests", "GutSkin.Core.Tests", "RuleSets", "Composing", "composed.txt");
    }

    private static IEnumerable<(string Section, JsonObject Entry, string Id)> Entries() =>
        from section in JsonNode.Parse(Everything)!.AsObject()
        where section.Value is JsonArray && section.Key is not ("tests" or "considered")
        from entry in section.Value.AsArray()
        select (section.Key, entry.AsObject(), (string)entry["id"]!);

    private static readonly Dictionary<string, string> SectionOf = new(StringComparer.Ordinal)
    {
        ["factor"] = "factors", ["derivation"] = "derivations", ["rule"] = "rules", ["intervention"] = "interventions", ["safety rule"] = "safety", ["screen"] = "screens", ["product"] = "products",
    };

    private static string Removing(SortedDictionary<string, List<string>> removal) =>
        Head + "\"remove\": { " + string.Join(", ", removal.Select(r => $"\"{r.Key}\": [\"{string.Join("\", \"", r.Value)}\"]")) + " } }";

    /// <summary>What an overlay leaves without something that it cannot do without.</summary>
    private static List<(string Noun, string Id)> Blockers(string overlay) =>
    [
        .. LintCases.Compose(Everything, overlay).Diagnostics.Where(d => d.Code == "GS0202" && d.Message.Contains(" left for ", StringComparison.Ordinal))
            .SelectMany(d => Blocker().Matches(d.Message[d.Message.IndexOf(" left for ", StringComparison.Ordinal)..]))
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct(),
    ];

    [GeneratedRegex("(safety rule|[a-z]+) '([^']+)'")]
    private static partial Regex Blocker();

    private static string Overlay(string id, string section, JsonNode entry) =>
        new JsonObject { ["id"] = id, ["version"] = "1.0.0", ["title"] = "O", [section] = new JsonArray(entry.DeepClone()) }.ToJsonString();

    /// <summary>The faults of some documents, or the lines that they compose to and the first alone does not, and the other way round.</summary>
    private static void Tell(StringBuilder page, string name, params string[] documents)
    {
        var composed = LintCases.Compose(documents);
        page.Append("# ").Append(name).Append('\n').Append(SaidTests.Told(composed.Diagnostics));
        if (composed.Value is { } value)
        {
            string[] before = Lines(LintCases.Compose(documents[0]).GetValueOrThrow()), after = Lines(value);
            var entries = after.Select(EntryOf).ToHashSet(StringComparer.Ordinal);
            foreach (string gone in Without(before, after).Select(line => entries.Contains(EntryOf(line)) ? line : EntryOf(line)).Distinct())
                page.Append("- ").Append(gone).Append('\n');
            foreach (string come in Without(after, before))
                page.Append("+ ").Append(come).Append('\n');
        }

        page.Append('\n');
    }

    /// <summary>The lines of a rule set, each with what it stands in, and who said its entries.</summary>
    private static string[] Lines(ResolvedRuleSet composed)
    {
        var lines = new List<string>();
        Add("", JsonNode.Parse(RuleSetJson.Write(composed.Data))!);
        return [.. lines];

        void Add(string path, JsonNode? node)
        {
            if (path is "/id" or "/version" or "/title")
                return;
            if (node is JsonObject o)
            {
                foreach (var (key, value) in o)
                    Add($"{path}/{key}", value);
            }
            else if (node is JsonArray a)
            {
                for (int i = 0; i < a.Count; i++)
                    Add(a[i] is JsonObject { } entry && (entry["id"] ?? entry["name"]) is { } id ? $"{path}/{id}" : $"{path}/{i}", a[i]);
                if (path.LastIndexOf('/') == 0)
                    lines.Add($"{path}: {string.Join(' ', a.Select(e => e is JsonObject entry ? (entry["id"] ?? entry["name"] ?? entry["why"])?.ToString() : e?.ToString()))}");
            }
            else
            {
                lines.Add($"{path}: {node?.ToJsonString()}");
            }
        }
    }

    private static string EntryOf(string line) => string.Join('/', line.Split('/').Take(3));

    private static IEnumerable<string> Without(string[] lines, string[] others)
    {
        var there = others.ToHashSet(StringComparer.Ordinal);
        return lines.Where(line => !there.Contains(line));
    }
}
