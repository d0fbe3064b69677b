namespace GutSkin.Core;

/// <summary>What kinds of factors take.</summary>
internal static class FactorKinds
{
    public static FactorValueKind ValueKind(FactorKind kind) => kind switch
    {
        FactorKind.Boolean => FactorValueKind.Boolean,
        FactorKind.Choice => FactorValueKind.Choice,
        _ => FactorValueKind.Number,
    };

    /// <summary>In words: <c>takes a number</c>.</summary>
    public static string Takes(Factor factor) => factor.Kind switch
    {
        FactorKind.Number => "takes a number",
        FactorKind.Integer => "takes a whole number",
        FactorKind.Boolean => "takes yes or no",
        _ => "takes a choice",
    };

    /// <summary>The hint that names the nearest choice, or all of them.</summary>
    public static string ChoiceHint(Factor factor, string choice) =>
        Ids.HintFor(choice, factor.Choices) ?? $"Choices: {string.Join(", ", factor.Choices)}.";

    /// <summary>Reports a choice that the factor does not have; true for everything else.</summary>
    public static bool CheckChoice(EntryCheck entry, Factor factor, FactorValue value, ReadOnlySpan<object> path)
    {
        if (factor.Kind != FactorKind.Choice || value.Kind != FactorValueKind.Choice || factor.IndexOfChoice(value.AsChoice) >= 0)
            return true;
        ReportChoice(entry, factor, value.AsChoice, path);
        return false;
    }

    public static void ReportChoice(EntryCheck entry, Factor factor, string choice, ReadOnlySpan<object> path)
    {
        // A factor without choices, or with unreadable ones, is reported itself.
        if (!factor.Choices.IsEmpty && !entry.Context.UnreadChoices.Contains(factor))
            entry.Report(
                DiagnosticCodes.UnknownChoice, $"The factor '{factor.Id}' has no choice '{choice}'.", ChoiceHint(factor, choice), path);
    }
}
