using System.Collections.Immutable;

namespace GutSkin.Core.RuleSets;

/// <summary>The sections of a rule set document.</summary>
internal enum Section
{
    Document,
    Mechanisms,
    Conditions,
    Factors,
    Forms,
    Derivations,
    Traits,
    Evidence,
    Rules,
    Interventions,
    Safety,
    Screens,
    Considered,
    Products,
    Tests,
}

/// <summary>A row of <see cref="Sections"/>: a section's property in JSON, the word for one entry, its entries with their ids, and what a document removes.</summary>
internal sealed record SectionRow(
    Section Section,
    string Property,
    string Noun,
    Func<RuleSet, IEnumerable<(string Id, object Entry)>> Entries,
    Func<RuleSetRemovals, ImmutableArray<string>>? Removed);

/// <summary>What a rule set holds, once: whoever goes over all of it goes over these rows.</summary>
internal static class Sections
{
    /// <summary>All sections, in the order of <see cref="Section"/>.</summary>
    public static readonly ImmutableArray<SectionRow> All =
    [
        new(Section.Document, "", "rule set", static _ => [], null),
        new(Section.Mechanisms, "mechanisms", "mechanism", static s => s.Mechanisms.Select(static e => (e.Id, (object)e)), static r => r.Mechanisms),
        new(Section.Conditions, "conditions", "condition", static s => s.Conditions.Select(static e => (e.Id, (object)e)), static r => r.Conditions),
        new(Section.Factors, "factors", "factor", static s => s.Factors.Select(static e => (e.Id, (object)e)), static r => r.Factors),
        new(Section.Forms, "forms", "form", static s => s.Forms.Select(static e => (e.Id, (object)e)), static r => r.Forms),
        new(Section.Derivations, "derivations", "derivation", static s => s.Derivations.Select(static e => (e.Id, (object)e)), static r => r.Derivations),
        new(Section.Traits, "traits", "trait", static s => s.Traits.Select(static e => (e.Id, (object)e)), static r => r.Traits),
        new(Section.Evidence, "evidence", "evidence entry", static s => s.Evidence.Select(static e => (e.Id, (object)e)), static r => r.Evidence),
        new(Section.Rules, "rules", "rule", static s => s.Rules.Select(static e => (e.Id, (object)e)), static r => r.Rules),
        new(Section.Interventions, "interventions", "intervention", static s => s.Interventions.Select(static e => (e.Id, (object)e)), static r => r.Interventions),
        new(Section.Safety, "safety", "safety rule", static s => s.Safety.Select(static e => (e.Id, (object)e)), static r => r.Safety),
        new(Section.Screens, "screens", "screen", static s => s.Screens.Select(static e => (e.Id, (object)e)), static r => r.Screens),
        new(Section.Considered, "considered", "considered entry", static s => s.Considered.Select(static e => (e.Factor, (object)e)), null),
        new(Section.Products, "products", "product", static s => s.Products.Select(static e => (e.Id, (object)e)), static r => r.Products),
        new(Section.Tests, "tests", "test", static s => s.Tests.Select(static e => (e.Name, (object)e)), null),
    ];

    /// <summary>The sections whose entries have ids and can be replaced and removed.</summary>
    public static readonly ImmutableArray<Section> WithIds = [.. All.Where(static r => r.Removed is not null).Select(static r => r.Section)];

    /// <summary>The JSON path of an entry: <c>$.rules['acne.milk']</c>.</summary>
    public static string PathOf(this Section section, string id) =>
        section == Section.Document ? "$" : $"$.{section.Property()}['{id}']";

    /// <summary>The property of the document.</summary>
    public static string Property(this Section section) => All[(int)section].Property;

    /// <summary>One entry, in words.</summary>
    public static string Noun(this Section section) => All[(int)section].Noun;

    /// <summary>The entries of a section of a rule set, with their ids (of a considered entry its factor, of a test its name).</summary>
    public static IEnumerable<(string Id, object Entry)> Of(this Section section, RuleSet ruleSet) => All[(int)section].Entries(ruleSet);

    /// <summary>The section a JSON property names; <see cref="Section.Document"/> where it names none with ids.</summary>
    public static Section FromProperty(string property) => All.FirstOrDefault(r => r.Removed is not null && r.Property == property)?.Section ?? Section.Document;

    /// <summary>The ids that a document takes out of a section.</summary>
    public static ImmutableArray<string> In(this RuleSetRemovals remove, Section section) => All[(int)section].Removed?.Invoke(remove) ?? [];
}
