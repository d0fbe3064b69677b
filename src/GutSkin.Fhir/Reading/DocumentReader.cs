using System.Collections.Immutable;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using Hl7.Fhir.Utility;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Reads the resources of a document, one after the other, and makes a profile of them.</summary>
internal sealed class DocumentReader(ResolvedRuleSet ruleSet, FhirReadOptions options, string? file)
{
    private static readonly Dictionary<string, string[]> ReadElements = new(StringComparer.Ordinal)
    {
        ["Patient"] = PatientReader.Elements,
        ["Observation"] = ObservationReader.Elements,
        ["Condition"] = ConditionReader.Elements,
        ["AllergyIntolerance"] = AllergyReader.Elements,
        ["MedicationStatement"] = MedicationReader.StatementElements,
        ["MedicationRequest"] = MedicationReader.RequestElements,
        ["QuestionnaireResponse"] = AnswerReader.Elements,
        ["Medication"] = ["code", "modifierExtension", "implicitRules"],
    };

    private readonly Intake intake = new(ruleSet, options, file);
    private readonly ResourceParser parser = new();
    private readonly List<ResourceSlot> slots = [];
    private readonly List<(R4.Resource Resource, R4.Resource Holder, ResourceSlot Slot)> parsed = [];

    public ReadResult<FhirIntake> Read(DocumentParts parts)
    {
        if (parts.HasNextPage)
            intake.Warn(FhirDiagnostics.MorePages, "The Bundle has a next page that was not read.");
        var newest = NewestVersions(parts);
        foreach (var source in parts.Resources)
            Parse(source, newest);
        if (parts.Type != "Bundle" && parsed.Count == 0 && slots[0].Reason == FhirReason.TypeNotRead)
        {
            return Failed(FhirDiagnostics.WrongType, $"A resource of the type {slots[0].Type} carries no factor.",
                $"Give a Bundle, or one of {string.Join(", ", ReadElements.Keys.Where(t => t != "Medication"))}.");
        }

        var people = new Subjects(intake, parsed.Select(p => (p.Resource, p.Holder)));
        if (people.Fault is { } fault)
            return Failed(fault, fault == FhirDiagnostics.SeveralPatients ? "The document is about several people." : "Nothing in the document is about the patient asked for.", null);

        var patients = new PatientReader(intake);
        foreach (var (resource, holder, slot) in parsed)
        {
            if (!people.IsAbout(resource, holder))
                slot.Reason = FhirReason.OtherSubject;
            else
                ReadSafely(resource, slot, patients);
        }

        var asOf = Day(parts);
        var profile = PersonProfile.Create().AsOf(asOf).ConcernedAbout([.. options.Concerns, .. intake.Concerns]);
        new Merging(intake).Into(profile, asOf);
        patients.AddAge(profile, asOf);
        return ReadResult.Of(new FhirIntake(profile.Build(), people.Patient, [.. slots.Select(s => s.ToUse())]), intake.Diagnostics);
    }

    private ReadResult<FhirIntake> Failed(string code, string message, string? hint) =>
        ReadResult.Failed<FhirIntake>([.. intake.Diagnostics, Faults.Document(code, message, file, hint)]);

    /// <summary>Of resources that a document holds in several versions (a history), the one changed last; the first where nothing says so.</summary>
    private static Dictionary<string, ResourceSource> NewestVersions(DocumentParts parts) =>
        parts.Resources.Where(r => r.Id is not null).GroupBy(Identity, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => Moment.Read(r.LastUpdated)?.Instant ?? DateTimeOffset.MinValue)!, StringComparer.Ordinal);

    /// <summary>One resource: of one server, so two servers may use one id.</summary>
    private static string Identity(ResourceSource source) =>
        source.FullUrl?.StartsWith("http", StringComparison.Ordinal) == true ? source.FullUrl.Split("/_history/")[0] : $"{source.Type}/{source.Id}";

    private void Parse(ResourceSource source, Dictionary<string, ResourceSource> newest)
    {
        var slot = new ResourceSlot(source.Type, source.Id, source.Path);
        slots.Add(slot);
        if (source.Id is not null && newest[Identity(source)] != source)
        {
            slot.Reason = FhirReason.OlderVersion;
            return;
        }

        bool isRead = source.Type is not null && ReadElements.ContainsKey(source.Type);
        if (!isRead)
        {
            slot.Reason = FhirReason.TypeNotRead;
            if (source.Type == "Bundle")
                intake.Warn(FhirDiagnostics.Nested, slot, slot.Path, "a Bundle inside a Bundle is not read.");
            if (!source.HasContained || source.Type == "Bundle")
                return;
        }

        var (resource, faults) = parser.Parse(source);
        if (resource is null || (isRead && Refusal(resource, slot, faults)))
        {
            slot.Reason ??= FhirReason.NotR4;
            return;
        }

        intake.Index(resource, source.FullUrl);
        if (isRead)
            parsed.Add((resource, resource, slot));
        Contained(resource, slot, faults);
    }

    /// <summary>What a resource holds inside it is read like any other; its faults are known with those of its holder.</summary>
    private void Contained(R4.Resource holder, ResourceSlot slot, ImmutableArray<ResourceFault> faults)
    {
        if (holder is not R4.DomainResource domain)
            return;
        var contained = Damaged.Contained(domain);
        for (int i = 0; i < contained.Count; i++)
        {
            var resource = contained[i];
            var inside = new ResourceSlot(resource.TypeName, Damaged.Id(resource), $"{slot.Path}.contained[{i}]");
            slots.Add(inside);
            if (!ReadElements.ContainsKey(inside.Type))
                inside.Reason = FhirReason.TypeNotRead;
            else if (faults.Any(f => f.Element == "contained"))
                Refuse(inside, FhirReason.NotR4, FhirDiagnostics.NotUsable, inside.Path, "it is not valid FHIR R4, so it is not used.");
            else if (!IsModified(resource, inside))
                parsed.Add((resource, holder, inside));
        }
    }

    private bool Refusal(R4.Resource resource, ResourceSlot slot, ImmutableArray<ResourceFault> faults)
    {
        if (OtherReleases.Place(slot.Type, faults) is { } place)
            return Refuse(slot, FhirReason.OtherRelease, FhirDiagnostics.OtherRelease, slot.At(place), "it has the shape of another FHIR release than R4, so it is not used.");
        string[] read = ReadElements[slot.Type];
        foreach (var fault in faults)
        {
            if (fault.Element is null or "id" || read.Contains(fault.Element))
                return Refuse(slot, FhirReason.NotR4, FhirDiagnostics.NotUsable, slot.At(fault.Path), "it is not valid FHIR R4 there, so it is not used.");
            intake.Warn(FhirDiagnostics.Minor, slot, slot.At(fault.Path), "it is not valid FHIR R4 there; the element is not read.");
        }

        return IsModified(resource, slot);
    }

    /// <summary>Whoever does not know a modifier must not use what it modifies (FHIR R4, 2.4.1.3).</summary>
    private bool IsModified(R4.Resource resource, ResourceSlot slot)
    {
        if (resource.ImplicitRules is not null)
            return Refuse(slot, FhirReason.Modified, FhirDiagnostics.Modifier, $"{slot.Path}.implicitRules", "it has implicit rules that are not known here, so it is not used.");
        return resource is R4.DomainResource { ModifierExtension.Count: > 0 }
            && Refuse(slot, FhirReason.Modified, FhirDiagnostics.Modifier, $"{slot.Path}.modifierExtension", "it has a modifier extension that is not known here, so it is not used.");
    }

    private bool Refuse(ResourceSlot slot, FhirReason reason, string code, string path, string message)
    {
        slot.Reason = reason;
        intake.Warn(code, slot, path, message);
        return true;
    }

    private void ReadSafely(R4.Resource resource, ResourceSlot slot, PatientReader patients)
    {
        try
        {
            Dispatch(resource, slot, patients);
        }
        catch (CodedException)
        {
            // A part that is damaged in a way the faults did not tell; the SDK throws where it is asked for.
            Refuse(slot, FhirReason.NotR4, FhirDiagnostics.NotUsable, slot.Path, "it is not valid FHIR R4, so what follows in it is not used.");
        }
    }

    private void Dispatch(R4.Resource resource, ResourceSlot slot, PatientReader patients)
    {
        switch (resource)
        {
            case R4.Patient patient:
                patients.Read(patient, slot);
                break;
            case R4.Observation observation:
                new ObservationReader(intake).Read(observation, slot);
                break;
            case R4.Condition condition:
                new ConditionReader(intake).Read(condition, slot);
                break;
            case R4.AllergyIntolerance allergy:
                new AllergyReader(intake).Read(allergy, slot);
                break;
            case R4.MedicationStatement statement:
                new MedicationReader(intake).Read(statement, slot);
                break;
            case R4.MedicationRequest request:
                new MedicationReader(intake).Read(request, slot);
                break;
            case R4.QuestionnaireResponse response:
                new AnswerReader(intake).Read(response, slot);
                break;
            default:
                // A Medication is read by what refers to it.
                slot.Reason = FhirReason.TypeNotRead;
                break;
        }
    }

    private DateOnly? Day(DocumentParts parts)
    {
        if ((options.AsOf ?? Moment.Read(parts.Timestamp)?.Day) is { } day)
            return day;
        var days = intake.Candidates.Select(c => c.When?.Day).Concat(intake.Screens.Select(s => s.When?.Day)).OfType<DateOnly>().ToList();
        if (days.Count == 0)
            return null;
        intake.Warn(FhirDiagnostics.NoDay, "Nobody said for which day the profile speaks; the day of the latest record is taken.");
        return days.Max();
    }
}

/// <summary>Finds shapes of STU3 and R5 among what is not valid R4.</summary>
internal static class OtherReleases
{
    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
    {
        "Condition.clinicalStatus", "Condition.verificationStatus", "AllergyIntolerance.clinicalStatus", "AllergyIntolerance.verificationStatus",
        "AllergyIntolerance.type", "AllergyIntolerance.substance", "MedicationStatement.taken", "MedicationStatement.wasNotTaken",
        "MedicationStatement.medication", "MedicationRequest.medication", "Observation.comments", "Condition.patient", "QuestionnaireResponse.group",
        "QuestionnaireResponse.questionnaire",
    };

    /// <summary>The place that another release has otherwise; null where there is none.</summary>
    public static string? Place(string type, ImmutableArray<ResourceFault> faults)
    {
        foreach (var fault in faults)
        {
            // Inside a concept a fault is a fault; the element itself is another shape.
            if (fault.Element is { } element && Signs.Contains($"{type}.{element}") && (fault.Path.Split('.').Length == 2 || fault.Path.Contains(".concept", StringComparison.Ordinal)))
                return fault.Path;
        }

        return null;
    }
}
