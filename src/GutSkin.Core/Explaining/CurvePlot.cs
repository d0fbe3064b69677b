using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Explaining;

/// <summary>A curve as a small text plot: burden from 0 to 1 over the amounts between which it changes.</summary>
internal static class CurvePlot
{
    private const int Width = 40;
    private const int Height = 6;

    /// <summary>The plot, line by line; the person's answer, where it is known, is the <c>o</c>.</summary>
    public static IEnumerable<string> Draw(Curve curve, Factor factor, double? answer, ExplainContext context)
    {
        if (curve.Knots.Length == 0)
            yield break;
        double first = curve.Knots[0].X, last = curve.Knots[^1].X;
        double margin = last > first ? (last - first) * 0.15 : 1;
        double low = Math.Max(first - margin, factor.Min ?? double.NegativeInfinity);
        double high = Math.Min(last + margin, factor.Max ?? double.PositiveInfinity);
        if (!(high > low))
            (low, high) = (first - margin, last + margin);

        var rows = new char[Height][];
        for (int i = 0; i < Height; i++)
            rows[i] = [.. Enumerable.Repeat(' ', Width)];
        for (int column = 0; column < Width; column++)
            rows[RowOf(curve.BurdenAt(low + ((high - low) * column / (Width - 1))))][column] = '*';
        if (answer is { } value)
            rows[RowOf(curve.BurdenAt(value))][(int)Math.Round((Math.Clamp(value, low, high) - low) / (high - low) * (Width - 1))] = 'o';

        for (int i = 0; i < Height; i++)
        {
            string label = i == 0 ? "1" : i == Height - 1 ? "0" : " ";
            yield return $"  {label} |{new string(rows[i]).TrimEnd()}";
        }

        yield return $"    +{new string('-', Width)}";
        string left = context.Numbers.Number(low), right = context.Numbers.InUnit(context.Numbers.Number(high), factor.Unit, high == 1);
        string mark = answer is null ? "" : "   " + context.Words.CurveAnswer;
        yield return $"     {left}{right.PadLeft(Math.Max(right.Length + 1, Width - left.Length))}{mark}";
    }

    private static int RowOf(double burden) => Height - 1 - (int)Math.Round(Math.Clamp(burden, 0, 1) * (Height - 1));
}
