using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Tool;

/// <summary>Which documents are composed: the built-in rule set and the files of one command, never a search of folders or the network.</summary>
internal static class RuleSources
{
    /// <summary>Reads rule set files.</summary>
    public static RuleSetDocument[] Read(IEnumerable<string> files) =>
        [.. files.Select(file => RuleSetJson.Read(InputFile.Read(file), InputFile.NameOf(file)))];

    /// <summary>Composes files over the built-in rule set, or over nothing.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="withDefault">Whether the built-in rule set is their base; where not, it is used only by a file that extends it.</param>
    public static ComposedRules Compose(IReadOnlyList<string> files, bool withDefault)
    {
        // By itself the built-in rule set is ready; composing it would only check it again.
        if (withDefault && files.Count == 0)
            return new ComposedRules(BuiltInRuleSet.Resolved, []);
        var documents = Read(files);
        var composed = RuleSetComposer.Compose(withDefault || documents.Any(Extends(BuiltInRuleSet.Id))
            ? [BuiltInRuleSet.Document, .. documents]
            : documents);
        return new ComposedRules(composed.Value, composed.Diagnostics);
    }

    /// <summary>A document behind those it extends, directly or not; those that nobody gave are left to the composer to report.</summary>
    public static RuleSetDocument[] WithWhatItExtends(RuleSetDocument document, IReadOnlyList<RuleSetDocument> given)
    {
        var needed = new List<RuleSetDocument>();
        void Add(RuleSetDocument current)
        {
            foreach (var dependency in current.RuleSet?.Extends ?? [])
            {
                var found = given.Where(g => g != document && g.RuleSet?.Id == dependency.Id).ToList();
                if (found.Count == 0 && dependency.Id == BuiltInRuleSet.Id)
                    found.Add(BuiltInRuleSet.Document);
                foreach (var next in found)
                {
                    if (needed.Contains(next))
                        continue;
                    needed.Add(next);
                    Add(next);
                }
            }
        }

        Add(document);
        return [.. needed, document];
    }

    private static Func<RuleSetDocument, bool> Extends(string id) =>
        document => document.RuleSet?.Extends.Any(e => e.Id == id) ?? false;
}
