namespace GutSkin.Samples.WebConsultation;

/// <summary>What a page needs to say things by name.</summary>
internal sealed record Catalog(
    string RuleSet,
    string Version,
    string Sha256,
    string IntendedUse,
    string Disclaimer,
    CatalogCondition[] Conditions,
    IReadOnlyDictionary<string, CatalogFactor> Factors,
    CatalogScreen[] Screens,
    IReadOnlyDictionary<string, CatalogRule> Rules,
    IReadOnlyDictionary<string, string> Interventions,
    CatalogBand[] Bands);

/// <summary>A condition or state.</summary>
internal sealed record CatalogCondition(string Id, string Kind, string Name, string? Description);

/// <summary>A factor, with what an input for it needs.</summary>
internal sealed record CatalogFactor(
    string Name, string? Question, string Kind, string? Unit, double? Min, double? Max, IReadOnlyDictionary<string, string?>? Choices, double? Low, double? High);

/// <summary>Yes/no factors asked together.</summary>
internal sealed record CatalogScreen(string Id, string Title, string[] Factors);

/// <summary>A scoring rule.</summary>
internal sealed record CatalogRule(string Title, string Condition, string? Factor);

/// <summary>A band: scores below a number, and at least that of the band before; the last has none.</summary>
internal sealed record CatalogBand(string Id, string Name, double? Below);
