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

/// <summary>What sections are called in JSON and in messages.</summary>
internal static class SectionNames
{
    /// <summary>The sections whose entries have ids and can be replaced and removed.</summary>
    public static readonly Section[] WithIds =
    [
        Section.Mechanisms, Section.Conditions, Section.Factors, Section.Forms, Section.Derivations, Section.Traits,
        Section.Evidence, Section.Rules,
        Section.Interventions, Section.Safety, Section.Screens, Section.Products,
    ];

    /// <summary>The JSON path of an entry: <c>$.rules['acne.milk']</c>.</summary>
    public static string PathOf(this Section section, string id) =>
        section == Section.Document ? "$" : $"$.{section.Property()}['{id}']";

    /// <summary>The property of the document.</summary>
    public static string Property(this Section section) => section switch
    {
        Section.Mechanisms => "mechanisms",
        Section.Conditions => "conditions",
        Section.Factors => "factors",
        Section.Forms => "forms",
        Section.Derivations => "derivations",
        Section.Traits => "traits",
        Section.Evidence => "evidence",
        Section.Rules => "rules",
        Section.Interventions => "interventions",
        Section.Safety => "safety",
        Section.Screens => "screens",
        Section.Considered => "considered",
        Section.Products => "products",
        Section.Tests => "tests",
        _ => "",
    };

    /// <summary>One entry, in words.</summary>
    public static string Noun(this Section section) => section switch
    {
        Section.Mechanisms => "mechanism",
        Section.Conditions => "condition",
        Section.Factors => "factor",
        Section.Forms => "form",
        Section.Derivations => "derivation",
        Section.Traits => "trait",
        Section.Evidence => "evidence entry",
        Section.Rules => "rule",
        Section.Interventions => "intervention",
        Section.Safety => "safety rule",
        Section.Screens => "screen",
        Section.Considered => "considered entry",
        Section.Products => "product",
        Section.Tests => "test",
        _ => "rule set",
    };

    /// <summary>The section a JSON property names; <see cref="Section.Document"/> where it names none with ids.</summary>
    public static Section FromProperty(string property)
    {
        foreach (var section in WithIds)
        {
            if (section.Property() == property)
                return section;
        }

        return Section.Document;
    }

    /// <summary>The ids that a document takes out of a section.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> In(this RuleSetRemovals remove, Section section) => section switch
    {
        Section.Mechanisms => remove.Mechanisms,
        Section.Conditions => remove.Conditions,
        Section.Factors => remove.Factors,
        Section.Forms => remove.Forms,
        Section.Derivations => remove.Derivations,
        Section.Traits => remove.Traits,
        Section.Evidence => remove.Evidence,
        Section.Rules => remove.Rules,
        Section.Interventions => remove.Interventions,
        Section.Safety => remove.Safety,
        Section.Screens => remove.Screens,
        Section.Products => remove.Products,
        _ => [],
    };
}
