using System.Collections.Immutable;
using GutSkin.Core.Consultations;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core;

/// <summary>
/// What the answers of somebody's own quiz mean: a table from the quiz's ids to concerns, answers and screens of a rule set. The quiz
/// keeps its questions, words and pages; a profile comes out, with which a <see cref="Consultation"/> can start.
/// </summary>
public sealed partial record Quiz
{
    /// <summary>The id of the quiz.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called; null where nothing is said.</summary>
    public string? Title { get; init; }

    /// <summary>Its questions.</summary>
    public required ImmutableArray<QuizQuestion> Questions { get; init; }

    /// <summary>Where its parts stand in its text; null where it was not read from one.</summary>
    internal SourceMap? Source { get; init; }

    /// <summary>Reads a quiz. Whether its ids and values fit a rule set says <see cref="Check"/>.</summary>
    /// <param name="json">The text; comments and trailing commas are fine.</param>
    /// <param name="file">What diagnostics call it; null where it has no name.</param>
    /// <returns>The quiz, or everything that is wrong with its form.</returns>
    public static ReadResult<Quiz> Read(string json, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var reading = new JsonReading(JsonTreeParser.Parse(json, JsonDialect.Relaxed), file);
        var quiz = reading.Tree.Fault is null ? QuizReader.Read(reading) : null;
        var faults = reading.Diagnostics();
        return new ReadResult<Quiz>(faults.IsEmpty ? quiz : null, faults);
    }

    /// <summary>Checks the quiz against a rule set, as <c>gutskin lint</c> does.</summary>
    /// <param name="ruleSet">The rule set whose factors, conditions and screens it speaks of.</param>
    /// <returns>Everything that is wrong, and warnings of what is probably not meant.</returns>
    public ImmutableArray<Diagnostic> Check(ResolvedRuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return QuizChecker.Check(this, ruleSet);
    }

    /// <summary>What a person's answers say.</summary>
    /// <param name="answers">
    /// The answers as a web form gives them: the id of the question with the id of the answer, or with the number, yes or no, or choice
    /// that a question with a factor takes. Where several apply, each is a pair of its own. An empty text is no answer.
    /// </param>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="asOf">The day of the answers; null = no answer is ever too old.</param>
    /// <returns>The profile, or everything that is wrong with the answers, without their values.</returns>
    public ReadResult<PersonProfile> ToProfile(IEnumerable<KeyValuePair<string, string>> answers, ResolvedRuleSet ruleSet, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(ruleSet);
        return new QuizAnswering(this, ruleSet, asOf).Read(answers);
    }
}

/// <summary>A question of a quiz: with a factor it takes the factor's value itself, else one or more of its answers.</summary>
public sealed partial record QuizQuestion
{
    /// <summary>The quiz's own id of it.</summary>
    public required string Id { get; init; }

    /// <summary>What the quiz asks; for readers of the table only.</summary>
    public string? Title { get; init; }

    /// <summary>The id of the factor that the answer gives a value; null where it has answers.</summary>
    public string? Factor { get; init; }

    /// <summary>The unit in which the quiz asks; null = the factor's own.</summary>
    public string? Unit { get; init; }

    /// <summary>The answers to choose from; empty where it has a factor.</summary>
    public ImmutableArray<QuizAnswer> Answers { get; init; } = [];
}

/// <summary>An answer of a quiz.</summary>
/// <param name="Id">The quiz's own id of it.</param>
/// <param name="Says">What it means: concerns, observations and screens, as a profile has them.</param>
public sealed record QuizAnswer(string Id, PersonProfile Says);
