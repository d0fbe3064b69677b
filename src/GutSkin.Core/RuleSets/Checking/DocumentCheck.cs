using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets.Composing;

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

/// <summary>
/// Whether a disclaimer says, in a sentence of its own, that this is not a diagnosis: in the built-in sentence of English and German; in
/// other languages it is only held not to be empty.
/// </summary>
internal static class DisclaimerCheck
{
    private static readonly string[] English = ["this is not a diagnosis", FirstSentence(RuleSet.DefaultDisclaimer)];

    private static readonly string[] German = ["dies ist keine diagnose", "dies ist wellness-information und keine diagnose"];

    /// <summary>Checks the disclaimers of a document, in its own words and in its texts.</summary>
    public static void Check(EntryCheck document, RuleSet ruleSet)
    {
        // The words of a rule set count as English, but a rule set may be in German throughout.
        if (ruleSet.Disclaimer is { } own && !Says(own, [.. English, .. German]))
            Report(document, own, English[0], "disclaimer");
        foreach (var (culture, texts) in ruleSet.Texts)
        {
            if (!texts.Sections.TryGetValue(RuleSetHead.Section, out var entries))
                continue;
            foreach (var (id, fields) in entries)
            {
                if (!fields.TryGetValue("disclaimer", out string? disclaimer))
                    continue;
                string[]? sentences = IsIn(culture, "en") ? English : IsIn(culture, "de") ? German : null;
                if (sentences is null ? string.IsNullOrWhiteSpace(disclaimer) : !Says(disclaimer, sentences))
                    Report(document, disclaimer, sentences?[0], "texts", culture, RuleSetHead.Section, id, "disclaimer");
            }
        }
    }

    private static void Report(EntryCheck document, string disclaimer, string? sentence, params ReadOnlySpan<object> path) => document.Report(
        DiagnosticCodes.DisclaimerIncomplete,
        string.IsNullOrWhiteSpace(disclaimer) ? "The disclaimer is empty." : "The disclaimer does not say, in a sentence of its own, that this is not a diagnosis.",
        sentence is null ? "Say that this is not a diagnosis." : $"Put in the sentence: {char.ToUpperInvariant(sentence[0])}{sentence[1..].Replace("diagnose", "Diagnose", StringComparison.Ordinal)}.",
        path);

    private static bool IsIn(string culture, string language) =>
        culture.Equals(language, StringComparison.OrdinalIgnoreCase) || culture.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);

    private static bool Says(string disclaimer, string[] sentences) => Sentences(disclaimer).Any(sentences.Contains);

    private static string FirstSentence(string text) => Sentences(text).First();

    /// <summary>The sentences of a text in lower case, their white space folded, without the stop; a question says nothing.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        string folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        int start = 0;
        for (int i = 0; i < folded.Length; i++)
        {
            if (folded[i] is not ('.' or '!' or '?') || (i + 1 < folded.Length && folded[i + 1] != ' '))
                continue;
            if (folded[i] != '?')
                yield return folded[start..i];
            start = i + 2;
        }

        if (start < folded.Length)
            yield return folded[start..];
    }
}
