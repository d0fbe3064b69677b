using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>What came of reading an answer from a text, as a form or a file has it. Health data: <see cref="ToString"/> shows no value.</summary>
public sealed class FactorAnswer
{
    internal FactorAnswer(FactorValue? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = diagnostics;
    }

    /// <summary>The answer, in the factor's own unit; null where the text is empty or has faults.</summary>
    public FactorValue? Value { get; }

    /// <summary>What is wrong with the text; empty where nothing is.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the text is an answer the factor allows, or empty: then nothing was answered.</summary>
    public bool Success => Diagnostics.IsEmpty;

    /// <summary>Whether there is an answer, never which.</summary>
    /// <returns>A text without health data.</returns>
    public override string ToString() => !Success ? string.Join('\n', Diagnostics) : Value is null ? "not answered" : "answered";
}

/// <summary>Reads answers from texts, by what kind of answer a factor takes. A number that could mean two things is a fault, never a guess.</summary>
/// <example>
/// <code>
/// var age = BuiltInRuleSet.Resolved.Find(Factors.Person.Age)!;
/// Console.WriteLine(FactorAnswers.Parse(age, "41").Value);
/// Console.WriteLine(FactorAnswers.Parse(age, "soon").Diagnostics[0].Message);
/// </code>
/// </example>
public static class FactorAnswers
{
    private static readonly string[] YesWords = ["true", "yes", "y", "1", "on"];
    private static readonly string[] NoWords = ["false", "no", "n", "0", "off"];

    /// <summary>
    /// Reads an answer: a number with a decimal point or comma, and its unit behind it where there is one; yes or no; a choice by its id or
    /// label. <c>1,234</c> is a fault where the language has a decimal point, and <c>1.234</c> where it has a comma: either could mean a thousand.
    /// </summary>
    /// <param name="factor">The factor.</param>
    /// <param name="text">The text; null or blank = not answered.</param>
    /// <param name="culture">The culture of the text, for example <c>de</c>; null = English.</param>
    /// <returns>The answer, or what is wrong. Nothing is thrown, and no message holds the text.</returns>
    public static FactorAnswer Parse(this Factor factor, string? text, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var language = WordTable.For(culture);
        return Parse(factor, text, language, choice => factor.LabelsByName?.Get(choice) ?? language.Choice(choice));
    }

    /// <summary>Reads an answer in the words of a rule set, whose labels of choices it knows; as the other <c>Parse</c>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="text">The text; null or blank = not answered.</param>
    /// <param name="words">The words of the text.</param>
    /// <returns>The answer, or what is wrong. Nothing is thrown, and no message holds the text.</returns>
    public static FactorAnswer Parse(this Factor factor, string? text, RuleSetWords words)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(words);
        return Parse(factor, text, words.Language, choice => words.Choice(factor.Id, choice));
    }

    private static FactorAnswer Parse(Factor factor, string? text, WordTable language, Func<string, string> labelOf)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new FactorAnswer(null, []);
        string trimmed = text.Trim();
        return factor.Kind switch
        {
            FactorKind.Boolean => IsOneOf(trimmed, YesWords, language.Say(true)) ? Allowed(factor, true, null)
                : IsOneOf(trimmed, NoWords, language.Say(false)) ? Allowed(factor, false, null)
                : Fault(factor, DiagnosticCodes.WrongKind, $"The factor '{factor.Id}' takes yes or no.", null),
            FactorKind.Choice => factor.Choices.FirstOrDefault(c => Same(c, trimmed) || Same(labelOf(c), trimmed)) is { } choice
                ? Allowed(factor, FactorValue.Choice(choice), null)
                : Fault(factor, DiagnosticCodes.UnknownChoice, $"The factor '{factor.Id}' has no such choice.", FactorKinds.Choices(factor)),
            _ => Number(factor, trimmed, language),
        };
    }

    private static FactorAnswer Number(Factor factor, string text, WordTable language)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' or '-' or '+' or '\u2212'))
            end++;
        string digits = text[..end].Replace('\u2212', '-'), unit = text[end..].Trim();
        int marks = digits.Count(c => c is '.' or ',');
        if (marks > 1)
            return Fault(factor, DiagnosticCodes.WrongKind, $"The answer to '{factor.Id}' has more than one point or comma.", "Leave out what separates thousands.");
        if (marks == 1 && CouldBeThousands(digits, language))
            return Fault(
                factor, DiagnosticCodes.WrongKind, $"The answer to '{factor.Id}' could mean a thousand or a fraction.",
                $"Leave out what separates thousands, and write a decimal {(language.DecimalMark == "," ? "comma" : "point")}.");
        if (!double.TryParse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return Fault(factor, DiagnosticCodes.WrongKind, $"The factor '{factor.Id}' {FactorKinds.Takes(factor)}.", null);
        bool isOwn = unit.Length == 0 || Same(unit, language.Unit(factor.Unit, 1)) || Same(unit, language.Unit(factor.Unit, 2));
        return Allowed(factor, value, isOwn ? null : unit);
    }

    /// <summary>Whether three digits follow the mark that this language does not write before fractions, as in 1,234 in English.</summary>
    private static bool CouldBeThousands(string digits, WordTable language)
    {
        int at = digits.IndexOfAny(['.', ',']);
        return digits[at].ToString() != language.DecimalMark && digits.Length - at - 1 == 3 && digits[..at].TrimStart('-', '+') is { Length: >= 1 and <= 3 } before && before[0] != '0';
    }

    private static FactorAnswer Allowed(Factor factor, FactorValue value, string? unit)
    {
        var index = new EntryIndex(new RuleSet { Id = "", Version = "", Title = "", Factors = [factor] });
        var faults = ProfileChecker.Check(PersonProfile.Create().With(factor.Id, value, unit).Build(), index, false, out _);
        if (faults.Length > 0)
            return new FactorAnswer(null, faults);
        return new FactorAnswer(
            UnitConverter.TryFind(factor, unit, out var conversion) && conversion is not null ? conversion.Apply(value.AsNumber, factor.Kind) : value, []);
    }

    private static FactorAnswer Fault(Factor factor, string code, string message, string? hint) => new(null,
    [
        new Diagnostic
        {
            Code = code,
            Severity = DiagnosticSeverity.Error,
            Path = $"$.observations['{factor.Id}']",
            Message = message,
            Hint = hint ?? DiagnosticCodes.RemedyOf(code),
        },
    ]);

    private static bool IsOneOf(string text, string[] words, string own) => Same(text, own) || words.Any(w => Same(w, text));

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
