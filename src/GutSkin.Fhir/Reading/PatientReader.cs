using GutSkin.Core;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Reads sex and, once the day of the profile is known, age.</summary>
internal sealed class PatientReader(Intake intake)
{
    public static readonly string[] Elements = ["gender", "birthDate", "deceased", "extension", "modifierExtension", "implicitRules"];

    private const string BirthSex = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
    private const string Age = "person.age";
    private const string AgeInMonths = "intake.age-months";
    private const string Sex = "person.sex";

    private (ResourceSlot Resource, FactorSlot Slot, Moment? Born, bool YearOnly)? age;

    public void Read(R4.Patient patient, ResourceSlot resource)
    {
        if (patient.Deceased is R4.FhirBoolean { Value: true } or R4.FhirDateTime)
            intake.Warn(FhirDiagnostics.Deceased, resource, $"{resource.Path}.deceased", "the patient is recorded as deceased.");
        if (patient.BirthDate is not null && intake.Factor(Age) is not null)
            age = (resource, Intake.Slot(resource, Age, $"{resource.Path}.birthDate"), Moment.Read(patient.BirthDate), patient.BirthDate.Length == 4);
        ReadSex(patient, resource);
        if (resource.Factors.Count == 0)
            resource.Reason = FhirReason.NoValue;
    }

    private void ReadSex(R4.Patient patient, ResourceSlot resource)
    {
        if (intake.Factor(Sex) is not { } factor)
            return;
        string? administrative = patient.Gender switch { R4.AdministrativeGender.Male => "male", R4.AdministrativeGender.Female => "female", _ => null };
        string? atBirth = (patient.Extension.FirstOrDefault(e => e.Url == BirthSex)?.Value as R4.Code)?.Value switch { "M" => "male", "F" => "female", _ => null };
        if ((atBirth ?? administrative) is not { } sex || !factor.Choices.Contains(sex))
            return;
        string path = atBirth is null ? $"{resource.Path}.gender" : $"{resource.Path}.extension('{BirthSex}')";
        if (atBirth is not null && administrative is not null && atBirth != administrative)
            intake.Warn(FhirDiagnostics.Sex, resource, path, "the administrative gender and the sex recorded at birth differ.");
        var value = FactorValue.Choice(sex);
        intake.Candidates.Add(new Candidate
        {
            Resource = resource, Slot = Intake.Slot(resource, Sex, path), Value = value, Comparable = value, Standing = true, Current = true,
        });
    }

    /// <summary>Adds the age on a day: whole years, whole months below two years.</summary>
    public void AddAge(PersonProfileBuilder profile, DateOnly? asOf)
    {
        if (age is not { } known)
            return;
        if (asOf is not { } day || known.Born is not { } born)
        {
            known.Slot.Refuse(FhirReason.AgeNotKnown);
            return;
        }

        int oldest = Months(born.Day, day), youngest = born.IsPartial ? Months(LastDay(born, known.YearOnly), day) : oldest;
        var factor = intake.Factor(Age)!;
        if (youngest < 0 || oldest / 12 > (factor.Max ?? double.MaxValue))
        {
            known.Slot.Refuse(FhirReason.OutOfRange);
            intake.Warn(FhirDiagnostics.Range, known.Resource, known.Slot.Path, "the date of birth gives no possible age on the day of the profile.");
        }
        else if (oldest / 12 != youngest / 12 || (oldest < 24 && oldest != youngest))
        {
            known.Slot.Refuse(FhirReason.AgeNotKnown);
            intake.Warn(FhirDiagnostics.PartialDate, known.Resource, known.Slot.Path, "the date of birth has no day and leaves two ages, so none is taken.", "Give the whole date, or ask for the age.");
        }
        else
        {
            if (oldest < 24 && factor.Conversions.Any(c => c.From == "mo"))
                profile.With(Age, FactorValue.Number(oldest), "mo", source: known.Resource.Name);
            else
                profile.With(Age, FactorValue.Number(oldest / 12), source: known.Resource.Name);
            known.Slot.Use();
            if (oldest == youngest && intake.Factor(AgeInMonths) is { } months && oldest <= months.Max)
            {
                profile.With(AgeInMonths, FactorValue.Number(oldest), source: known.Resource.Name);
                Intake.Slot(known.Resource, AgeInMonths, known.Slot.Path).Use();
            }
        }
    }

    private static DateOnly LastDay(Moment born, bool yearOnly) =>
        yearOnly ? new DateOnly(born.Day.Year, 12, 31) : born.Day.AddMonths(1).AddDays(-1);

    /// <summary>Completed months.</summary>
    private static int Months(DateOnly born, DateOnly day) =>
        ((day.Year - born.Year) * 12) + day.Month - born.Month - (day.Day < born.Day ? 1 : 0);
}
