using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Finds out whom a document is about, and keeps resources of other people out.</summary>
internal sealed class Subjects
{
    private readonly Intake intake;

    public Subjects(Intake intake, IEnumerable<(R4.Resource Resource, R4.Resource Holder)> resources)
    {
        this.intake = intake;
        var all = resources.ToList();
        var patients = all.Select(r => r.Resource).OfType<R4.Patient>().Select(p => Key(p)).Distinct().ToList();
        var people = patients.Count > 0 ? patients : all.Select(r => Of(r.Resource, r.Holder)).OfType<string>().Distinct().ToList();
        if (intake.Options.Patient is { } asked)
        {
            Patient = asked.Contains('/', StringComparison.Ordinal) ? References.Key(asked) : $"Patient/{asked}";
            Fault = people.Count > 0 && !people.Contains(Patient) ? FhirDiagnostics.NoSuchPatient : null;
        }
        else
        {
            Patient = people.Count > 0 ? people[0] : null;
            Fault = people.Count > 1 ? FhirDiagnostics.SeveralPatients : null;
        }
    }

    /// <summary>The person, as type and id; null where no resource says whom it is about.</summary>
    public string? Patient { get; }

    /// <summary>The code of why nobody can be told; null where somebody can.</summary>
    public string? Fault { get; }

    /// <summary>Whether a resource is about the person: it says so, or says nothing.</summary>
    public bool IsAbout(R4.Resource resource, R4.Resource holder) =>
        (resource is R4.Patient patient ? Key(patient) : Of(resource, holder)) is not { } subject || subject == Patient;

    private static string Key(R4.Patient patient) => $"Patient/{patient.Id ?? "without-id"}";

    /// <summary>Whom a resource is about; of a contained one without a subject, whom its holder is about.</summary>
    private string? Of(R4.Resource resource, R4.Resource holder)
    {
        var reference = Subject(resource);
        if (reference?.Reference is not { Length: > 0 } text)
            return resource == holder ? null : Of(holder, holder);
        if (intake.Resolve(reference, holder as R4.DomainResource ?? new R4.Basic()) is R4.Patient known)
            return Key(known);
        return References.Key(text);
    }

    private static R4.ResourceReference? Subject(R4.Resource resource) => resource switch
    {
        R4.Observation r => r.Subject,
        R4.Condition r => r.Subject,
        R4.AllergyIntolerance r => r.Patient,
        R4.MedicationStatement r => r.Subject,
        R4.MedicationRequest r => r.Subject,
        R4.QuestionnaireResponse r => r.Subject,
        R4.DiagnosticReport r => r.Subject,
        _ => null,
    };
}
