using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>What a document says beside its entries: disclaimer, model, texts.</summary>
internal static class DocumentCheck
{
    // Said in the languages that disclaimers have been written in so far.
    private static readonly string[] Sayings =
        ["not a diagnosis", "not a medical diagnosis", "keine diagnose", "keine medizinische diagnose"];

    public static void Check(EntryCheck document, RuleSet ruleSet)
    {
        string words = string.Join(' ', ruleSet.Disclaimer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!Sayings.Any(s => words.Contains(s, StringComparison.OrdinalIgnoreCase)))
            document.Report(
                DiagnosticCodes.DisclaimerIncomplete, "The disclaimer does not say that this is not a diagnosis.",
                "Say 'not a diagnosis' in it.", "disclaimer");
        if (ruleSet.Model is { } model)
            CheckModel(document, model);
        foreach (var (culture, texts) in ruleSet.Texts)
            CheckTexts(document, culture, texts);
    }

    private static void CheckTexts(EntryCheck document, string culture, Texts texts)
    {
        foreach (var (property, entries) in texts.Sections)
        {
            var section = SectionNames.FromProperty(property);
            if (section == Section.Document)
                continue;
            foreach (string id in entries.Keys)
                document.Require(section, id, ["texts", culture, property, id, JsonSourceMap.NameOf]);
        }
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
