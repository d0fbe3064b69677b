namespace GutSkin.Samples.WebConsultation;

/// <summary>Names for a page: what the rule set has, in a language.</summary>
internal static class CatalogEndpoints
{
    public static void MapCatalog(this WebApplication app)
    {
        var group = app.MapGroup("/api").WithTags("catalog");
        group.MapGet("/catalog", (CatalogPages pages, string? culture = null) =>
            Asked.Options(culture) is null ? Answers.Wrong("The culture is a name like en or de-CH.") : Results.Json(pages.Catalog(culture)))
            .WithName("catalog").WithSummary("Names of conditions, factors, rules, suggestions and bands.").Produces<Catalog>();
        group.MapGet("/screens", (CatalogPages pages, string? culture = null) =>
            Asked.Options(culture) is null ? Answers.Wrong("The culture is a name like en or de-CH.") : Results.Json(pages.Catalog(culture).Screens))
            .WithName("screens").WithSummary("Yes/no questions that are asked together.").Produces<CatalogScreen[]>();
    }
}
