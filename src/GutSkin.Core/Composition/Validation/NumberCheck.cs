namespace GutSkin.Core;

/// <summary>Numbers of sources and products that cannot be negative.</summary>
internal static class NumberCheck
{
    public static void Check(EntryCheck entry, Evidence evidence)
    {
        if (evidence.N < 0)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'n' must be 0 or more.", null, "n");
        if (evidence.Year is < 1 or > 9999)
            entry.Report(DiagnosticCodes.NumberOutOfRange, "'year' must be from 1 to 9999.", null, "year");
    }

    public static void Check(EntryCheck entry, Product product)
    {
        if (product.Price is { Amount: < 0 })
            entry.Report(DiagnosticCodes.NumberOutOfRange, "A price must be 0 or more.", null, "price", "amount");
    }
}
