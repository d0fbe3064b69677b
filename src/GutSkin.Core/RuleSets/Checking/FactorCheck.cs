using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a factor's properties go together.</summary>
internal static class FactorCheck
{
    public static void Check(EntryCheck entry, Factor factor)
    {
        if (!entry.IsBroken("kind"))
        {
            CheckKind(entry, factor);
            GateCheck.CheckAt(entry, factor.AskWhen, ["askWhen"]);
            for (int i = 0; i < factor.References.Length; i++)
                GateCheck.CheckAt(entry, factor.References[i].When, [.. factor.PathOfReference(i), "when"]);
            CheckChoices(entry, factor);
            for (int i = 0; i < factor.References.Length; i++)
                CheckReference(entry, factor, factor.References[i], factor.PathOfReference(i));
        }

        var choices = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < factor.Choices.Length; i++)
        {
            if (!choices.Add(factor.Choices[i]))
                entry.Report(DiagnosticCodes.DuplicateId, $"The choice '{factor.Choices[i]}' is there twice.", null, "choices", i);
        }

        if (factor.Min > factor.Max && !entry.IsBroken("max"))
            entry.Report(
                DiagnosticCodes.MinAboveMax, $"'min' is {Numbers.Text(factor.Min.Value)}, above 'max' {Numbers.Text(factor.Max.Value)}.", null, "min");
        if (factor.MaxAgeDays < 0)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'maxAgeDays' must be 0 or more.", null, "maxAgeDays");
        CheckMeasuring(entry, factor);
    }

    /// <summary>Scores and labels name choices.</summary>
    private static void CheckChoices(EntryCheck entry, Factor factor)
    {
        if (factor.Kind != FactorKind.Choice)
        {
            foreach (string property in (ReadOnlySpan<string>)["scores", "labels"])
            {
                if (property == "scores" ? !factor.Scores.IsEmpty : !factor.Labels.IsEmpty)
                    entry.Report(
                        DiagnosticCodes.PropertyDoesNotApply, $"'{property}' does not go with a factor that {FactorKinds.Takes(factor)}.", null, property);
            }

            return;
        }

        foreach (string choice in factor.Scores.Keys)
        {
            if (factor.IndexOfChoice(choice) < 0)
                ChoiceCheck.Report(entry, factor, choice, ["scores", choice, JsonSourceMap.NameOf]);
        }

        foreach (string choice in factor.Labels.Keys)
        {
            if (factor.IndexOfChoice(choice) < 0)
                ChoiceCheck.Report(entry, factor, choice, ["labels", choice, JsonSourceMap.NameOf]);
        }
    }

    private static void CheckKind(EntryCheck entry, Factor factor)
    {
        if (factor.Kind == FactorKind.Choice)
        {
            if (factor.Choices.IsEmpty && !entry.IsBroken("choices"))
                entry.Report(DiagnosticCodes.MissingProperty, $"{entry.Scope.Name} takes a choice and needs 'choices'.", null);
        }
        else if (!factor.Choices.IsEmpty)
        {
            Misplaced("choices");
        }

        if (factor.IsNumeric)
            return;
        foreach (string property in new[] { "unit", "min", "max", "conversions", "measurementError" })
        {
            if (FactorProperties.IsWritten(factor, property))
                Misplaced(property);
        }

        void Misplaced(string property) => entry.Report(
            DiagnosticCodes.PropertyDoesNotApply, $"'{property}' does not go with a factor that {FactorKinds.Takes(factor)}.", null, property);
    }

    private static void CheckReference(EntryCheck entry, Factor factor, FactorReference reference, object[] path)
    {
        if (entry.IsBroken(path))
            return;
        if (reference.Value is not null && (reference.Low is not null || reference.High is not null))
        {
            entry.Report(DiagnosticCodes.ReferenceOfBoth, $"The reference of '{factor.Id}' has both a range and a value.", null, path);
            return;
        }

        if (factor.IsNumeric)
        {
            if (reference.Value is not null)
                Misfit("'value' does not fit; give 'low' or 'high'", "value");
            if (reference.Low is null && reference.High is null && reference.Value is null)
                entry.Report(DiagnosticCodes.ReferenceDoesNotFitFactor, $"The reference of '{factor.Id}' has neither 'low' nor 'high'.", null, path);
            CheckEnd("low", reference.Low);
            CheckEnd("high", reference.High);
            if (reference.Low > reference.High)
                entry.Report(
                    DiagnosticCodes.ReferenceReversed,
                    $"'low' is {Numbers.Text(reference.Low.Value)}, above 'high' {Numbers.Text(reference.High.Value)}.", null, [.. path, "low"]);
            else if (factor.Kind == FactorKind.Integer && Math.Ceiling(reference.Low ?? double.NegativeInfinity) > (reference.High ?? double.PositiveInfinity))
                entry.Report(
                    DiagnosticCodes.NoWholeNumberInReference, $"There is no whole number in the reference of '{factor.Id}', which {FactorKinds.Takes(factor)}.", null, path);
            return;
        }

        if (reference.Low is not null)
            Misfit("'low' does not fit; give 'value'", "low");
        if (reference.High is not null)
            Misfit("'high' does not fit; give 'value'", "high");
        if (reference.Value is not { } value)
        {
            if (reference.Low is null && reference.High is null)
                entry.Report(DiagnosticCodes.ReferenceDoesNotFitFactor, $"The reference of '{factor.Id}' has no 'value'.", null, path);
        }
        else if (value.Kind != FactorKinds.ValueKind(factor.Kind))
        {
            Misfit("'value' is of another kind", "value");
        }
        else if (!entry.IsBroken("choices"))
        {
            ChoiceCheck.Check(entry, factor, value, [.. path, "value"]);
        }

        void Misfit(string what, string property) => entry.Report(
            DiagnosticCodes.ReferenceDoesNotFitFactor, $"The factor '{factor.Id}' {FactorKinds.Takes(factor)}: {what}.", null, [.. path, property]);

        void CheckEnd(string property, double? end)
        {
            if (end is { } value && !Numbers.IsAllowed(factor, value) && !(factor.Min > factor.Max))
                entry.Report(
                    DiagnosticCodes.ReferenceOutOfBounds, $"'{property}' is {Numbers.Text(value)}, outside the factor's bounds.",
                    $"Allowed: {Numbers.Allowed(factor)}.", [.. path, property]);
        }
    }

    private static void CheckMeasuring(EntryCheck entry, Factor factor)
    {
        if (factor.MeasurementError is { } error)
        {
            if (error.StandardDeviation < 0)
                entry.Report(DiagnosticCodes.BadMeasurementError, "'sd' must be 0 or more.", null, "measurementError", "sd");
            if (error.CoefficientOfVariation < 0)
                entry.Report(DiagnosticCodes.BadMeasurementError, "'cv' must be 0 or more.", null, "measurementError", "cv");
            if (error.StandardDeviation is null == error.CoefficientOfVariation is null && !entry.IsBroken("measurementError"))
                entry.Report(DiagnosticCodes.BadMeasurementError, "Give exactly one of 'sd' and 'cv'.", null, "measurementError");
        }

        var units = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < factor.Conversions.Length; i++)
        {
            var conversion = factor.Conversions[i];
            if (conversion.Multiply == 0)
                entry.Report(
                    DiagnosticCodes.ConversionByZero, $"The conversion from '{conversion.From}' multiplies by 0.", null, "conversions", i, "multiply");
            if (conversion.Divide == 0)
                entry.Report(
                    DiagnosticCodes.ConversionByZero, $"The conversion from '{conversion.From}' divides by 0.", null, "conversions", i, "divide");
            if (conversion.Multiply is null == conversion.Divide is null && !entry.IsBroken("conversions", i))
                entry.Report(DiagnosticCodes.BadConversion, "Give exactly one of 'multiply' and 'divide'.", null, "conversions", i);
            if (conversion.Round is < 0 or > UnitConversion.MaxRound)
                entry.Report(DiagnosticCodes.BadConversion, "'round' must be from 0 to 6.", null, "conversions", i, "round");
            if (!units.Add(conversion.From) && conversion.From.Length > 0)
                entry.Report(DiagnosticCodes.DuplicateId, $"There are two conversions from '{conversion.From}'.", null, "conversions", i, "from");
        }
    }
}
