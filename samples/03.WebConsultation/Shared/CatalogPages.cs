using System.Collections.Concurrent;
using GutSkin.Core;
using GutSkin.Core.RuleSets;

namespace GutSkin.Samples.WebConsultation;

/// <summary>The catalog of the rule set in force, made once a language.</summary>
internal sealed class CatalogPages(IScoringService scoring)
{
    private readonly ConcurrentDictionary<string, Catalog> made = new(StringComparer.Ordinal);
    private readonly ResolvedRuleSet resolved = scoring.RuleSet;

    /// <summary>The catalog in a culture; where the rule set has no texts for it, in the rule set's own words.</summary>
    public Catalog Catalog(string? culture) => made.GetOrAdd(Known(culture), Make);

    /// <summary>The culture, its parent, or none: callers cannot make this cache grow.</summary>
    private string Known(string? culture)
    {
        for (string name = culture ?? ""; name.Length > 0; name = name.Contains('-', StringComparison.Ordinal) ? name[..name.LastIndexOf('-')] : "")
        {
            if (resolved.Data.Texts.ContainsKey(name))
                return name;
        }

        return "";
    }

    private Catalog Make(string culture)
    {
        var set = resolved.Data;
        var texts = set.Texts.GetValueOrDefault(culture);
        string? Say(string section, string id, string field, string? own) => texts?.Find(section, id, field) ?? own;
        return new Catalog(
            Say("ruleSet", set.Id, "title", set.Title)!,
            set.Version,
            resolved.Sha256,
            Kebab.Of(resolved.IntendedUse),
            Say("ruleSet", set.Id, "disclaimer", resolved.Disclaimer)!,
            [.. set.Conditions.Select(c => new CatalogCondition(
                c.Id, Kebab.Of(c.Kind), Say("conditions", c.Id, "name", c.Name)!, Say("conditions", c.Id, "description", c.Description)))],
            set.Factors.ToDictionary(f => f.Id, f => new CatalogFactor(
                Say("factors", f.Id, "name", f.Name)!,
                Say("factors", f.Id, "question", f.Question),
                Kebab.Of(f.Kind),
                f.Unit,
                f.Min,
                f.Max,
                f.Choices.IsEmpty ? null : f.Choices.ToDictionary(c => c, c => Say("factors", f.Id, "labels." + c, null)),
                f.References.FirstOrDefault(r => r.When is null)?.Low,
                f.References.FirstOrDefault(r => r.When is null)?.High)),
            [.. set.Screens.Select(s => new CatalogScreen(s.Id, Say("screens", s.Id, "title", s.Title)!, [.. s.Factors]))],
            set.Rules.ToDictionary(r => r.Id, r => new CatalogRule(Say("rules", r.Id, "title", r.Title)!, r.Condition, r.Factor)),
            set.Interventions.ToDictionary(i => i.Id, i => Say("interventions", i.Id, "name", i.Name)!),
            [.. resolved.Model.Bands.Select(b => new CatalogBand(b.Name, Say("bands", b.Name, "name", b.Name)!, b.Below))]);
    }
}
