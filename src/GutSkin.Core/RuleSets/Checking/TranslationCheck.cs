using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether translations speak of sections, entries and fields that are there, with as many texts in a list as the entry has.</summary>
internal static class TranslationCheck
{
    private const string Bands = "bands";
    private const string Groups = "groups";

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["mechanisms"] = ["name", "description"],
        ["conditions"] = ["name", "description"],
        ["factors"] = ["name", "question", "hint", TextFields.Labels],
        ["forms"] = ["title"],
        ["derivations"] = ["title", "note"],
        ["traits"] = ["title", "description"],
        ["rules"] = ["title", "population", "rationale", "misuse"],
        ["interventions"] = ["name", "summary", "dose", TextFields.Indications, TextFields.Effects],
        ["safety"] = ["message"],
        ["screens"] = ["title"],
        ["considered"] = ["why"],
        ["evidence"] = ["finding"],
        ["products"] = ["name"],
        [RuleSetHead.Section] = ["title", "disclaimer"],
        [Bands] = ["name"],
        [Groups] = ["name"],
    };

    private static readonly string[] TrialFields = ["outcome", "comparator", "population", "note"];

    /// <summary>Checks the texts of a document.</summary>
    public static void Check(EntryCheck document, RuleSet ruleSet)
    {
        string[] bands = BandsAt(document);
        foreach (var (culture, texts) in ruleSet.Texts)
        {
            foreach (var (property, entries) in texts.Sections)
            {
                if (!Fields.TryGetValue(property, out string[]? fields))
                {
                    Unknown(document, $"Texts have no section '{property}'.", property, Fields.Keys, "texts", culture, property, JsonSourceMap.NameOf);
                    continue;
                }

                foreach (var (id, its) in entries)
                {
                    object[] at = ["texts", culture, property, id];
                    if (!IsThere(document, property, id, bands, at))
                        continue;
                    foreach (string field in its.Keys)
                        CheckField(document, property, id, TextFields.PathOf(field), fields, at);
                    CheckLists(document, property, id, its, at);
                }
            }
        }
    }

    /// <summary>The bands in force with the document, and at the end.</summary>
    private static string[] BandsAt(EntryCheck document)
    {
        var scopes = document.Context.Documents;
        var now = scopes.TakeWhile(d => d != document.Scope.Document).Append(document.Scope.Document).LastOrDefault(d => d.RuleSet.Model?.Bands is not null);
        var end = scopes.LastOrDefault(d => d.RuleSet.Model?.Bands is not null);
        return [.. new[] { now, end }.SelectMany(d => d?.RuleSet.Model?.Bands ?? ScoringModel.Default.Bands).Select(b => b.Name).Distinct()];
    }

    private static bool IsThere(EntryCheck document, string property, string id, string[] bands, object[] at)
    {
        object[] name = [.. at, JsonSourceMap.NameOf];
        switch (property)
        {
            case Groups:
                return true;
            case Bands:
                return bands.Contains(id) || Unknown(document, $"There is no band '{id}'.", id, bands, name, DiagnosticCodes.DanglingReference);
            case RuleSetHead.Section:
                string[] known = [.. document.Context.Documents.TakeWhile(d => d != document.Scope.Document).Append(document.Scope.Document).Select(d => d.RuleSet.Id)];
                return known.Contains(id) || Unknown(document, $"There is no rule set {Quoting.Quote(id)} here.", id, known, name, DiagnosticCodes.DanglingReference);
            case "considered":
                string[] pairs = [.. document.Context.Documents.SelectMany(d => d.RuleSet.Considered).Select(TextFields.KeyOf)];
                return pairs.Contains(id) || Unknown(document, $"There is no considered entry {Quoting.Quote(id)}.", id, pairs, name, DiagnosticCodes.DanglingReference);
            default:
                return document.Require(Sections.FromProperty(property), id, name);
        }
    }

    private static void CheckField(EntryCheck document, string property, string id, object[] path, string[] fields, object[] at)
    {
        string field = (string)path[0];
        bool isList = path is [_, int, ..], isLabel = path.Length == 2 && !isList;
        bool hasForm = field switch
        {
            TextFields.Labels => isLabel,
            TextFields.Indications => isList && path.Length == 2,
            TextFields.Effects => isList,
            _ => path.Length == 1,
        };
        if (!fields.Contains(field))
            Unknown(document, $"The texts of {Noun(property)} have no '{field}'.", field, fields, [.. at, field, JsonSourceMap.NameOf]);
        else if (!hasForm)
            document.Report(
                DiagnosticCodes.UnknownText, $"The texts '{field}' of {Noun(property)} have another form.",
                field == TextFields.Labels ? "Give an object with a text for each choice." : "Give a list.", [.. at, field]);
        else if (isLabel && document.TryGetFactor(id, out var factor) && factor.IndexOfChoice((string)path[1]) < 0)
            ChoiceCheck.Report(document, factor, (string)path[1], [.. at, field, path[1], JsonSourceMap.NameOf]);
        else if (path is [TextFields.Effects, int index, string part] && !TrialFields.Contains(part))
            Unknown(document, $"The texts of a trial have no '{part}'.", part, TrialFields, [.. at, field, index, part, JsonSourceMap.NameOf]);
    }

    /// <summary>A list of texts stands beside that of the entry, element by element.</summary>
    private static void CheckLists(
        EntryCheck document, string property, string id, System.Collections.Immutable.ImmutableSortedDictionary<string, string> fields, object[] at)
    {
        if (property != "interventions" || !document.TryGetIntervention(id, out var intervention))
            return;
        Check(TextFields.Indications, intervention.Indications.Length);
        Check(TextFields.Effects, intervention.Effects.Length);

        void Check(string list, int length)
        {
            int count = TextFields.CountOf(fields, list);
            if (count > 0 && count != length)
                document.Report(
                    DiagnosticCodes.TextListMisfit,
                    string.Create(CultureInfo.InvariantCulture, $"'{id}' has {length} {list}, and {count} texts for them."), null, [.. at, list]);
        }
    }

    private static bool Unknown(EntryCheck document, string message, string name, IEnumerable<string> known, params object[] path) =>
        Unknown(document, message, name, known, path, DiagnosticCodes.UnknownText);

    private static bool Unknown(EntryCheck document, string message, string name, IEnumerable<string> known, object[] path, string code)
    {
        document.Report(code, message, Ids.HintFor(name, known, document.Context.Hints) ?? $"There are: {string.Join(", ", known.Take(20))}.", path);
        return false;
    }

    private static string Noun(string property) =>
        property == RuleSetHead.Section ? "a rule set" : property == Bands ? "a band" : property == Groups ? "a group" : $"'{property}'";
}
