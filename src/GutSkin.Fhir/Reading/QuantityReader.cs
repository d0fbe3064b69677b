using System.Globalization;
using GutSkin.Core;
using GutSkin.Core.RuleSets;
using R4 = Hl7.Fhir.Model;

namespace GutSkin.Fhir.Reading;

/// <summary>Reads quantities into numbers of a factor. The unit is trusted, and only where UCUM says it.</summary>
internal sealed class QuantityReader(Intake intake)
{
    public void Read(Candidate candidate, Factor factor, R4.Quantity quantity, string path)
    {
        if (quantity.Value is not { } value)
        {
            candidate.Slot.Refuse(FhirReason.NoValue);
            return;
        }

        if (quantity.System != UcumUnit.System || string.IsNullOrEmpty(quantity.Code))
        {
            Refuse(candidate, FhirReason.NoUnit, FhirDiagnostics.Unit, path, $"the quantity for '{factor.Id}' has no UCUM code, so it is not used.", $"Give Quantity.system {UcumUnit.System} and Quantity.code.");
            return;
        }

        if (UcumUnit.Find(factor, quantity.Code) is not { } unit)
        {
            Refuse(candidate, FhirReason.UnknownUnit, FhirDiagnostics.Unit, path, $"the unit is none in which '{factor.Id}' is measured, so the value is not used.", Units(factor));
            return;
        }

        Number(candidate, factor, (double)value, unit, path, quantity.Comparator);
    }

    /// <summary>Takes a number in a unit of the factor.</summary>
    public void Number(
        Candidate candidate, Factor factor, double value, (string Unit, UnitConversion? Conversion)? unit, string path, R4.Quantity.QuantityComparator? comparator = null)
    {
        double own = unit?.Conversion?.Apply(value, factor.Kind) ?? value;
        if (!double.IsFinite(own) || own < factor.Min || own > factor.Max)
        {
            Refuse(candidate, FhirReason.OutOfRange, FhirDiagnostics.Range, path, $"the value for '{factor.Id}' is outside what is possible, so it is not used.", $"{Range(factor)} Look at the unit first.");
            return;
        }

        if (factor.Kind == FactorKind.Integer && own != Math.Floor(own))
        {
            Refuse(candidate, FhirReason.WrongValue, FhirDiagnostics.Range, path, $"'{factor.Id}' is a whole number.", null);
            return;
        }

        if (comparator is { } bound)
        {
            bool above = bound is R4.Quantity.QuantityComparator.GreaterThan or R4.Quantity.QuantityComparator.GreaterOrEqual;
            if (!intake.Thresholds.AreAllBefore(factor.Id, own, above))
            {
                Refuse(candidate, FhirReason.Comparator, FhirDiagnostics.Bound, path, $"a bound for '{factor.Id}', and the rules tell apart values beyond it; it is not used.", null);
                return;
            }
        }

        double tolerance = unit?.Conversion?.Round is { } digits ? 0.5000001 * Tenth(digits) : 0;
        intake.Candidates.Add(candidate with
        {
            Value = FactorValue.Number(value), Unit = unit?.Unit, Comparable = FactorValue.Number(own), Tolerance = tolerance,
        });
    }

    private void Refuse(Candidate candidate, FhirReason reason, string code, string path, string message, string? hint)
    {
        candidate.Slot.Refuse(reason);
        intake.Warn(code, candidate.Resource, path, message, hint);
    }

    private static string Units(Factor factor) => $"Units of '{factor.Id}': {string.Join(", ", factor.Conversions.Select(c => c.From).Prepend(factor.Unit ?? "1"))}.";

    private static string Range(Factor factor) => string.Create(
        CultureInfo.InvariantCulture, $"Possible are {factor.Min?.ToString(CultureInfo.InvariantCulture) ?? "any"} to {factor.Max?.ToString(CultureInfo.InvariantCulture) ?? "any"} {factor.Unit}.");

    private static double Tenth(int digits)
    {
        double step = 1;
        for (int i = 0; i < digits; i++)
            step /= 10;
        return step;
    }
}
