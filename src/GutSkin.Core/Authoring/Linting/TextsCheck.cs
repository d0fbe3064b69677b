using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Authoring.Linting;

/// <summary>
/// Entries without a text in a culture that has one for at least half of their section: at run time they fall back to the
/// rule set's own language, in silence; here it shows.
/// </summary>
internal static class TextsCheck
{
    public static void Check(AnalysisContext context)
    {
        var (set, own) = (context.Set, context.Document.RuleSet);
        foreach (string culture in set.Texts.Keys)
        {
            Check(context, culture, Section.Conditions, "name", set.Conditions.Select(c => c.Id), own.Conditions.Select(c => (c.Id, (object)c)));
            Check(context, culture, Section.Mechanisms, "name", set.Mechanisms.Select(m => m.Id), own.Mechanisms.Select(m => (m.Id, (object)m)));
            Check(context, culture, Section.Factors, "name", set.Factors.Select(f => f.Id), own.Factors.Select(f => (f.Id, (object)f)));
            Check(
                context, culture, Section.Factors, "question", set.Factors.Where(f => f.Question is not null).Select(f => f.Id),
                own.Factors.Where(f => f.Question is not null).Select(f => (f.Id, (object)f)));
            Check(context, culture, Section.Rules, "title", set.Rules.Select(r => r.Id), own.Rules.Select(r => (r.Id, (object)r)));
            Check(context, culture, Section.Interventions, "name", set.Interventions.Select(i => i.Id), own.Interventions.Select(i => (i.Id, (object)i)));
            Check(
                context, culture, Section.Interventions, "summary", set.Interventions.Where(i => i.Summary is not null).Select(i => i.Id),
                own.Interventions.Where(i => i.Summary is not null).Select(i => (i.Id, (object)i)));
            Check(context, culture, Section.Safety, "message", set.Safety.Select(s => s.Id), own.Safety.Select(s => (s.Id, (object)s)));
            Check(context, culture, Section.Screens, "title", set.Screens.Select(s => s.Id), own.Screens.Select(s => (s.Id, (object)s)));
        }
    }

    private static void Check(
        AnalysisContext context, string culture, Section section, string field, IEnumerable<string> all, IEnumerable<(string Id, object Entry)> own)
    {
        var texts = context.Set.Texts[culture];
        bool Has(string id) => texts.Find(section.Property(), id, field) is not null;
        var ids = all.ToList();
        if (ids.Count(Has) * 2 < ids.Count)
            return;
        foreach (var (id, entry) in own)
        {
            if (!Has(id))
                context.Document.Entry(section, id, entry).Report(
                    DiagnosticCodes.MissingText,
                    $"The {section.Noun()} '{id}' has no {field} in '{culture}'.",
                    "Readers there see it in the rule set's own language: add the text.",
                    "id");
        }
    }
}
