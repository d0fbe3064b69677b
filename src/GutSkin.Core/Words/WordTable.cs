using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;
using GutSkin.Core.Words;

namespace GutSkin.Core;

/// <summary>
/// One language: every sentence of reports and explanations, gates, units, and names of bands, groups and choices. English and
/// German are built in; another language, or another wording of these, is read from a table of the same form
/// (<see cref="Read(ReadOnlyMemory{byte}, string)"/>) and given to the scoring service. Names of a rule set's own entries are
/// not here but in its <c>texts</c>. Immutable.
/// </summary>
public sealed partial class WordTable
{
    private const string EnglishCulture = "en";
    private const string GermanCulture = "de";

    private static readonly Lazy<WordTable> LazyEnglish = new(static () => WordTableReader.ReadOwn(EnglishCulture));
    private static readonly Lazy<WordTable> LazyGerman = new(static () => WordTableReader.ReadOwn(GermanCulture));

    private readonly NamedValues<string> sentences;

    internal WordTable(string culture, NamedValues<string> sentences)
    {
        Culture = culture;
        this.sentences = sentences;
    }

    /// <summary>The English words, in which everything is said for which a language has no words of its own.</summary>
    public static WordTable English => LazyEnglish.Value;

    /// <summary>The German words.</summary>
    public static WordTable German => LazyGerman.Value;

    /// <summary>The culture they are for, for example <c>fr</c> or <c>de-CH</c>.</summary>
    public string Culture { get; }

    /// <summary>The keys of all sentences, in ordinal order.</summary>
    public ImmutableArray<string> Keys => sentences.Names;

    /// <summary>All sentences by key; <c>{0}</c>, <c>{1}</c> … are filled in.</summary>
    internal NamedValues<string> Sentences => sentences;

    /// <summary>What separates the whole from the decimal part of a number.</summary>
    internal string DecimalMark { get; init; } = ".";

    /// <summary>How a day is written, as .NET formats dates.</summary>
    internal string DateFormat { get; init; } = "yyyy-MM-dd";

    internal NamedValues<string> BandNames { get; init; } = NamedValues<string>.None;

    internal NamedValues<string> GroupNames { get; init; } = NamedValues<string>.None;

    internal NamedValues<string> ChoiceNames { get; init; } = NamedValues<string>.None;

    internal UnitWords Units { get; init; } = UnitWords.None;

    /// <summary>Reads a table of words. What it leaves out is taken from the built-in words of its language, else from English, with a warning for each.</summary>
    /// <param name="utf8">JSON in UTF-8 in the form of <c>words.en.json</c>; comments and trailing commas are accepted.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The words, or everything that is wrong with the table.</returns>
    public static ReadResult<WordTable> Read(ReadOnlyMemory<byte> utf8, string? file = null) =>
        WordTableReader.Read(JsonTreeParser.Parse(utf8, JsonDialect.Relaxed), file);

    /// <summary>Reads a table of words. What it leaves out is taken from the built-in words of its language, else from English, with a warning for each.</summary>
    /// <param name="json">JSON in the form of <c>words.en.json</c>; comments and trailing commas are accepted.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The words, or everything that is wrong with the table.</returns>
    public static ReadResult<WordTable> Read(string json, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return WordTableReader.Read(JsonTreeParser.Parse(json, JsonDialect.Relaxed), file);
    }

    /// <summary>The words for a culture: its own, else those of its parent (<c>de-AT</c> finds <c>de</c>), else English.</summary>
    /// <param name="culture">The culture; null = English.</param>
    /// <returns>The built-in words.</returns>
    public static WordTable For(string? culture) => Find(culture, []) ?? English;

    /// <summary>The words for a culture, looked for among some before the built-in ones; English where nobody speaks it.</summary>
    /// <param name="culture">The culture; null = English.</param>
    /// <param name="own">Words read from tables; of two for the same culture the last counts.</param>
    /// <returns>The words.</returns>
    public static WordTable For(string? culture, ImmutableArray<WordTable> own) => Find(culture, own) ?? English;

    /// <summary>A sentence by its key, as the table has it.</summary>
    /// <param name="key">The key, for example <c>certaintyVeryLow</c>.</param>
    /// <returns>The sentence, with <c>{0}</c>, <c>{1}</c> … for what is filled in; null where there is no such key.</returns>
    public string? Sentence(string key) => sentences.Get(key);

    /// <summary>A unit as it is said after a number: <c>{servings}/d</c> is <c>servings a day</c>.</summary>
    /// <param name="unit">The unit in UCUM; null = none.</param>
    /// <param name="amount">The number before it, which decides between one and more.</param>
    /// <returns>The words; empty where nothing is said.</returns>
    public string Unit(string? unit, double amount) => Units.Say(unit, amount == 1);

    /// <summary>The name of a default band.</summary>
    /// <param name="band">Its id, for example <c>low</c>.</param>
    /// <returns>The name; the id where none is known.</returns>
    public string Band(string band) => BandNames.TryGet(band, out string? word) ? word : band;

    /// <summary>The name of a group of factors.</summary>
    /// <param name="group">Its id, for example <c>diet</c>; empty = no group.</param>
    /// <returns>The name; the id where none is known.</returns>
    public string Group(string group) => group.Length == 0 ? OtherGroup : GroupNames.TryGet(group, out string? word) ? word : group;

    /// <summary>The name of a common choice.</summary>
    /// <param name="choice">Its id, for example <c>weekly</c>.</param>
    /// <returns>The name; the id with spaces for hyphens where none is known.</returns>
    public string Choice(string choice) => ChoiceNames.TryGet(choice, out string? word) ? word : choice.Replace('-', ' ');

    /// <summary>Nothing but the culture.</summary>
    /// <returns>The culture.</returns>
    public override string ToString() => Culture;

    /// <summary>The words for a culture or its parents; null where nobody speaks it. Without a culture, nobody is asked.</summary>
    internal static WordTable? Find(string? culture, ImmutableArray<WordTable> own)
    {
        for (string? name = culture; !string.IsNullOrEmpty(name); name = Localizer.Parent(name))
        {
            if (own.LastOrDefault(w => w.Culture.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } words)
                return words;
            if (name.Equals(GermanCulture, StringComparison.OrdinalIgnoreCase))
                return German;
            if (name.Equals(EnglishCulture, StringComparison.OrdinalIgnoreCase))
                return English;
        }

        return null;
    }

    internal string Say(bool value) => value ? Yes : No;

    internal string Say(Certainty certainty) => certainty switch
    {
        GutSkin.Core.Certainty.VeryLow => CertaintyVeryLow,
        GutSkin.Core.Certainty.Low => CertaintyLow,
        GutSkin.Core.Certainty.Moderate => CertaintyModerate,
        _ => CertaintyHigh,
    };

    internal string Say(Level level) => level switch
    {
        Level.Low => LevelLow,
        Level.Medium => LevelMedium,
        _ => LevelHigh,
    };

    internal string Say(EffectMeasure measure) => measure switch
    {
        EffectMeasure.OddsRatio => MeasureOddsRatio,
        EffectMeasure.RiskRatio => MeasureRelativeFrequency,
        EffectMeasure.HazardRatio => MeasureHazardRatio,
        EffectMeasure.StandardizedMeanDifference => MeasureStandardized,
        EffectMeasure.MeanDifference => MeasureMeanDifference,
        _ => MeasureLogOdds,
    };

    internal string Say(SafetyKind kind) => kind switch
    {
        SafetyKind.RedFlag => RedFlag,
        SafetyKind.Contraindication => Contraindication,
        _ => SafetyCaution,
    };

    internal string Say(GutSkin.Core.IntendedUse use) => use switch
    {
        GutSkin.Core.IntendedUse.ProfessionalSupport => UseProfessional,
        GutSkin.Core.IntendedUse.Research => UseResearch,
        _ => UseWellness,
    };

    /// <summary>A sentence with what belongs into it.</summary>
    internal static string Fill(string sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, sentence, values);

    /// <summary>The sentence that the property of this name stands for.</summary>
    private string Get([CallerMemberName] string property = "") => sentences[WordTableReader.KeyOf(property)];
}
