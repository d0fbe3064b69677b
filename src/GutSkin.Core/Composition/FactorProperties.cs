namespace GutSkin.Core;

/// <summary>Which properties of a factor would stand in its text.</summary>
internal static class FactorProperties
{
    /// <summary>Whether an optional property differs from its default, so that a fault can point at it.</summary>
    public static bool IsWritten(Factor factor, string property) => property switch
    {
        "kind" => true,
        "choices" => !factor.Choices.IsDefaultOrEmpty,
        "unit" => factor.Unit is not null,
        "min" => factor.Min is not null,
        "max" => factor.Max is not null,
        "conversions" => !factor.Conversions.IsDefaultOrEmpty,
        "maxAgeDays" => factor.MaxAgeDays is not null,
        "acquisition" => factor.Acquisition != Acquisition.Ask,
        "measurementError" => factor.MeasurementError is not null,
        _ => false,
    };
}
