using GutSkin.Core;
using GutSkin.Core.RuleSets;
using GutSkin.Fhir;

namespace GutSkin.Samples.CdsHooks;

/// <summary>Answers <c>patient-view</c>: a critical card for each sign that somebody should look at soon, and one card for the rest.</summary>
internal sealed class PatientView(IScoringService scoring, TimeProvider clock, ILogger<PatientView> log)
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var (call, status, fault) = await HookRequest.ReadAsync(request);
        if (call is null)
            return Results.Problem(fault, statusCode: status);
        var day = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var read = FhirReader.Read(call.Bundle, scoring.RuleSet, new FhirReadOptions { AsOf = day, Patient = call.Patient }, "prefetch");
        if (!read.Success)
            return Results.Problem(string.Join(' ', read.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)), statusCode: StatusCodes.Status422UnprocessableEntity);

        var profile = Concerned(read.Value.Profile);
        var cards = Cards.For(scoring.Assess(profile), call.Instance, $"{request.Scheme}://{request.Host}/cds-services");
        log.LogInformation("patient-view: {Resources} resources, {Used} used, {Cards} cards", read.Value.Resources.Length, read.Value.Resources.Count(r => r.Outcome == FhirOutcome.Used), cards.Count);
        return Results.Json(new { cards });
    }

    /// <summary>The skin conditions on record are what the page is about.</summary>
    private PersonProfile Concerned(PersonProfile profile) => profile.ToBuilder().ConcernedAbout(
    [
        .. scoring.RuleSet.Data.Conditions
            .Where(c => c.Kind == ConditionKind.SkinCondition && c.Presence is { } presence && profile.Observations.TryGetValue(presence, out var said) && said.Value == FactorValue.Boolean(true))
            .Select(c => c.Id),
    ]).Build();
}
