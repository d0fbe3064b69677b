using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Consultations;

/// <summary>Reads the texts of a page's fields as answers. No message holds what a person wrote.</summary>
internal static class AnswerText
{
    private static readonly string[] Yes = ["true", "yes", "on", "1"];
    private static readonly string[] No = ["false", "no", "off", "0"];

    /// <summary>The answers that fields give, and what is wrong with the others; an empty field gives none.</summary>
    public static (Dictionary<string, FactorValue> Answers, ImmutableArray<Diagnostic> Faults) Read(
        IReadOnlyDictionary<string, string> fields, NextQuestion asked, WordTable language)
    {
        var answers = new Dictionary<string, FactorValue>(StringComparer.Ordinal);
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (id, text) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (asked.Items.FirstOrDefault(i => i.Factor == id) is not { } item)
                faults.Add(NotAsked(id, asked.Items.Select(i => i.Factor)));
            else if (text.Trim() is not { Length: > 0 } written)
                continue;
            else if (Value(item, written, language) is { } value)
                answers.Add(id, value);
            else
                faults.Add(Fault(DiagnosticCodes.WrongKind, id, $"The answer to '{id}' cannot be read.", Expected(item, language)));
        }

        return (answers, faults.DrainToImmutable());
    }

    /// <summary>An answer to a question that was not asked.</summary>
    public static Diagnostic NotAsked(string item, IEnumerable<string> asked) => Fault(
        DiagnosticCodes.NotAsked, item, $"The item {Quoting.Quote(item)} is not asked now.", $"Asked are: {string.Join(", ", asked)}. Change changes any answer.");

    private static FactorValue? Value(QuestionItem item, string text, WordTable language)
    {
        switch (item.Kind)
        {
            case FactorKind.Boolean:
                return Is(text, Yes, language.Say(true)) ? FactorValue.Boolean(true)
                    : Is(text, No, language.Say(false)) ? FactorValue.Boolean(false)
                    : null;
            case FactorKind.Choice:
                return text == PreferNotToSay.Choice ? FactorValue.Choice(text)
                    : item.Choices.FirstOrDefault(c => c.Id == text || c.Label.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice
                    ? FactorValue.Choice(choice.Id)
                    : null;
            default:
                // A comma is a decimal mark only where the language has it; a group of thousands is nobody's answer.
                string number = language.DecimalMark == "," ? text.Replace(',', '.') : text;
                return double.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
                    ? FactorValue.Number(value)
                    : null;
        }
    }

    private static bool Is(string text, string[] words, string own) =>
        words.Append(own).Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Expected(QuestionItem item, WordTable language) => item.Kind switch
    {
        FactorKind.Boolean => "Write yes or no.",
        FactorKind.Choice => $"Choices: {string.Join(", ", item.Choices.Select(c => c.Id))}.",
        FactorKind.Integer => "Write a whole number in digits.",
        _ => language.DecimalMark == "," ? "Write a number in digits, like 1,5." : "Write a number in digits, like 1.5.",
    };

    private static Diagnostic Fault(string code, string item, string message, string hint) => new()
    {
        Code = code,
        Severity = DiagnosticSeverity.Error,
        Path = PathText.Append("$", ["observations", item]),
        Message = message,
        Hint = hint,
    };
}
