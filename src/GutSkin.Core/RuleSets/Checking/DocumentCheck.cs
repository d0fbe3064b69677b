using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What a document says beside its entries: model, disclaimer, texts.</summary>
internal static class DocumentCheck
{
    public static void Check(EntryCheck document, RuleSet ruleSet)
    {
        DisclaimerCheck.Check(document, ruleSet);
        if (ruleSet.Model is { } model)
            CheckModel(document, model);
    }

    private static void CheckModel(EntryCheck document, ModelOverrides model)
    {
        foreach (var (certainty, shrinkage) in model.CertaintyShrinkage)
        {
            if (!(shrinkage >= 0 && shrinkage <= 1))
                document.Report(
                    DiagnosticCodes.ShrinkageOutOfRange, $"A shrinkage lies from 0 to 1, not at {Numbers.Text(shrinkage)}.", null,
                    "model", "certaintyShrinkage", Word(certainty));
        }

        foreach (var (certainty, cap) in model.CertaintyCap)
        {
            if (!(cap >= 1))
                document.Report(
                    DiagnosticCodes.CapBelowOne, $"A cap is an odds ratio of 1 or more, not {Numbers.Text(cap)}.", null,
                    "model", "certaintyCap", Word(certainty));
        }

        if (model.SettledWidth is { } width && !(width >= 0 && width <= 100))
            document.Report(DiagnosticCodes.NumberOutOfRange, "'settledWidth' must be from 0 to 100 points.", null, "model", "settledWidth");
        if (model.Bands is not { } bands || document.IsBroken("model", "bands"))
            return;
        if (bands.IsEmpty)
            document.Report(DiagnosticCodes.BadBands, "There must be at least one band.", null, "model", "bands");
        double before = double.NegativeInfinity;
        for (int i = 0; i < bands.Length; i++)
        {
            bool isLast = i == bands.Length - 1;
            if (bands[i].Below is not { } below)
            {
                if (!isLast)
                    document.Report(DiagnosticCodes.BadBands, $"The band '{bands[i].Name}' needs 'below': only the last is open.", null, "model", "bands", i);
                continue;
            }

            if (isLast)
                document.Report(DiagnosticCodes.BadBands, $"The last band, '{bands[i].Name}', must be open.", "Leave 'below' out of it.", "model", "bands", i, "below");
            else if (!(below > before))
                document.Report(
                    DiagnosticCodes.BadBands, $"The band '{bands[i].Name}' ends at {Numbers.Text(below)}, not above the one before it.", null,
                    "model", "bands", i, "below");
            before = Math.Max(before, below);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < bands.Length; i++)
        {
            if (!names.Add(bands[i].Name))
                document.Report(DiagnosticCodes.DuplicateId, $"There are two bands '{bands[i].Name}'.", null, "model", "bands", i, "name");
        }
    }

    private static string Word(Certainty certainty) => certainty switch
    {
        Certainty.VeryLow => "very-low",
        Certainty.Low => "low",
        Certainty.Moderate => "moderate",
        _ => "high",
    };
}
