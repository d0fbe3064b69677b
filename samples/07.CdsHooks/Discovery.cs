namespace GutSkin.Samples.CdsHooks;

/// <summary>What the service says of itself: one hook, and what it needs with it.</summary>
internal static class Discovery
{
    public const string Id = "gut-skin";
    public const string Hook = "patient-view";

    public static object Document { get; } = new
    {
        services = new[]
        {
            new
            {
                hook = Hook,
                id = Id,
                title = "Gut and skin",
                description = "What published studies and guidelines say about factors of gut and skin that are on record, and when somebody should be seen. Information, not a diagnosis.",
                usageRequirements = "Answers from what the hook brings; calls no FHIR server. FHIR R4 (4.0.1).",
                prefetch = new Dictionary<string, string>
                {
                    ["patient"] = "Patient/{{context.patientId}}",
                    ["conditions"] = "Condition?patient={{context.patientId}}&_count=200",
                    ["observations"] = "Observation?patient={{context.patientId}}&category=laboratory,vital-signs,social-history,survey&_sort=-date&_count=500",
                    ["allergies"] = "AllergyIntolerance?patient={{context.patientId}}&_count=100",
                    ["requests"] = "MedicationRequest?patient={{context.patientId}}&status=active&_include=MedicationRequest:medication&_count=100",
                    ["statements"] = "MedicationStatement?patient={{context.patientId}}&status=active&_include=MedicationStatement:medication&_count=100",
                    ["answers"] = "QuestionnaireResponse?patient={{context.patientId}}&status=completed&_sort=-authored&_count=20",
                },
            },
        },
    };
}
