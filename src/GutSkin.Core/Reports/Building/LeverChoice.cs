namespace GutSkin.Core.Reports.Building;

/// <summary>Which levers are shown as something to do: none that is held or unresolved, and none about losing weight that must not be named.</summary>
internal static class LeverChoice
{
    public static bool IsToDo(ReportContext context, Lever lever) => lever.IsFree && !WeightLossMentions.Hides(context, lever);
}
