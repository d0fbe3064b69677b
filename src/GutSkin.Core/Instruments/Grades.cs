namespace GutSkin.Core.Instruments;

/// <summary>What the five-point global assessments have in common: one grade from 0 to 4, a band a grade.</summary>
internal static class Grades
{
    private static readonly string[] Words = ["clear", "almost clear", "mild", "moderate", "severe"];

    /// <summary>The item.</summary>
    public static InstrumentItem Item { get; } = new("grade", 0, 4, 1);

    /// <summary>The grade itself.</summary>
    public static Computation Compute(ItemValues items) => new(items["grade"]);

    /// <summary>A band a grade; the grades named are not verified.</summary>
    public static BandSet Bands(string source, string? note, params int[] unverified)
    {
        SeverityBand Band(int grade) => grade == 4
            ? SeverityBand.Last(Words[grade], !unverified.Contains(grade))
            : SeverityBand.UpTo(Words[grade], grade, !unverified.Contains(grade));

        return new BandSet(source, source, [.. Enumerable.Range(0, 5).Select(Band)]) { Note = note };
    }
}
