using System.Collections.Concurrent;
using System.Text;
using GutSkin.Core.Instruments;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Tests.Assessments;
using GutSkin.Core.Tests.Naive;
using GutSkin.Core.Tests.RuleSets.Composing;
using GutSkin.Core.Tests.RuleSets.Format;

namespace GutSkin.Core.Tests.Json;

/// <summary>
/// Damaged documents for every reader of the library: a value or an error with a place, never an exception, never two seconds or 512 MB. A few
/// hundred each here; GUTSKIN_FUZZ=1000000 runs a million each, GUTSKIN_FUZZ_SEED another sequence.
/// </summary>
public class FuzzTests
{
    private const int Few = 250;
    private const long MostBytes = 512L << 20;
    private const string Shaped = "shaped ";

    private static readonly string[] Words =
    [
        "id", "when", "factor", "all", "any", "not", "known", "equals", "in", "between", "diet.milk", "acne", "true", "value", "unit", "on", "declined", "schema", "ruleSet", "steps", "answers", "conditions", "x-note",
        "$schema", "effect", "oddsRatio", "curve", "levels", "cases", "linear", "terms", "1e999", "\u0000", "é", "de", "en-US", "2026-11-20", "*", "diet.*", "none",
    ];

    private static readonly string[] Readers = ["rule set", "profile", "assessment", "consultation", "audit record", "quiz", "words", "instruments"];

    private static readonly ConcurrentDictionary<string, Mutator> Mutators = new();

    private static readonly Damage[] Kinds = Enum.GetValues<Damage>();

    private static readonly ScoringService Small = new(RuleSetComposer.Compose(RuleSetJson.Read(LintBase.Json)).GetValueOrThrow());

    private static int Wanted => TestSettings.Number("GUTSKIN_FUZZ", Few);

    private static ulong Seed => (ulong)TestSettings.Number("GUTSKIN_FUZZ_SEED", 20261129);

    // A long run gives way to others on the machine.
    private static int MostMilliseconds => Wanted > Few ? 20_000 : 5_000;

    public static TheoryData<string> Names => [.. Readers];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_document_breaks_a_reader(string reader)
    {
        var mutator = Of(reader);
        var random = new SplitMix64(Seed);
        int read = 0;
        for (int run = 0; run < Wanted; run++)
        {
            string text = mutator.Json(random);
            bool whole = false;
            Guarded.Run(() => whole = Check(reader, text, run), () => $"{reader}, run {run}, seed {Seed}: {Guarded.Base64(text)}", MostBytes, MostMilliseconds);
            read += whole ? 1 : 0;
        }

        read.Should().BeGreaterThan(Wanted / 200, "some damage leaves a document whole, and goes on into what reads it");
    }

    /// <summary>
    /// What the coverage-guided runs begin with and call: the same samples, the same checks, the same limits. With "shaped" before the name the bytes
    /// are not the document: they decide how a sample is changed, so that what is read stays JSON.
    /// </summary>
    internal static (string[] Readers, string[] Words) ForCoverage => ([.. Readers, .. Readers.Select(r => Shaped + r)], Words);

    internal static IEnumerable<byte[]> Samples(string reader) => IsShaped(reader)
        ? Enumerable.Range(1, 8).Select(i => Enumerable.Range(0, 64 * i).Select(n => (byte)((n * i * 97) >> 3)).ToArray())
        : Seeds(reader).Select(Encoding.UTF8.GetBytes);

    internal static void Try(string reader, byte[] bytes)
    {
        string name = IsShaped(reader) ? reader[Shaped.Length..] : reader;
        string text = IsShaped(reader) ? Mutators.GetOrAdd(name, Of).Json(new DecidedBy(bytes)) : Encoding.UTF8.GetString(bytes);
        Guarded.Run(() => Check(name, text, bytes.Length), () => $"{reader}: {Guarded.Base64(text)}", MostBytes, 5_000);
    }

    private static bool IsShaped(string reader) => reader.StartsWith(Shaped, StringComparison.Ordinal);

    private static Mutator Of(string reader) => new([.. Seeds(reader)], Words, Kinds, 200, 300);

    private static IEnumerable<string> Seeds(string reader) => reader switch
    {
        "rule set" => [LintBase.Json, FullRuleSet.Json, .. Enumerable.Range(0, 8).Select(i => RuleSetGenerator.Generate(i).ToJsonString())],
        "profile" => Repository.SampleProfiles.Select(Repository.Read).Append(Released("profile.json")),
        "assessment" => [Released("assessment.json"), Released("assessment-compact.json")],
        "consultation" => [Released("consultation.json")],
        "audit record" => [Released("audit.json")],
        "quiz" => [Released("quiz.json")],
        "words" => [Released("words.json")],
        _ => InstrumentCatalog.All.Select(i => "{" + string.Join(", ", i.Items.Select(item => $"\"{item.Id}\": 0")) + "}"),
    };

    private static string Released(string name) => Repository.Read($"tests/released/1.0.0/{name}");

    /// <summary>Reads a text and goes on with what was read; says whether it was whole.</summary>
    private static bool Check(string reader, string text, int run)
    {
        switch (reader)
        {
            case "rule set":
                var resolved = RuleSetComposer.Compose(RuleSetJson.Read(text));
                Sound(resolved.Success, resolved.Diagnostics);
                if (!resolved.Success)
                    return false;
                var service = new ScoringService(resolved.Value);
                Assert.NotEmpty(service.Assess(PersonProfile.Create().Build()).ToJson());
                Assert.Equal(resolved.Value.Sha256, RuleSetComposer.Compose(RuleSetJson.Read(resolved.Value.Data.ToJson())).GetValueOrThrow().Sha256);
                return true;
            case "profile":
                var scoring = run % 8 == 0 ? ScoringService.Default : Small;
                var profile = scoring.ReadProfile(text);
                Sound(profile.Success, profile.Diagnostics);
                Sound(ProfileJson.Read(text).Success, ProfileJson.Read(text).Diagnostics);
                if (ProfileJson.Read(text).Value is not { } person)
                    return false;
                var assessed = scoring.TryAssess(person, new AssessmentOptions { IgnoreUnknownFactors = true });
                Sound(assessed.Success, assessed.Diagnostics);
                Assert.Equal(person, ProfileJson.Read(ProfileJson.ToJson(person)).Value);
                return assessed.Success;
            case "assessment":
                return Goes(Small.ReadAssessment(text), a => a.ToText() + a.ToJson());
            case "consultation":
                return Goes(Consultation.Read(text, Small), c => c.Assessment.ToJson() + c.ToJson() + (c.Current is null ? c : c.Skip()).ToJson());
            case "audit record":
                return AuditRecord.Read(text) is { } record && record.Check(new byte[32]).Length > 0;
            case "quiz":
                return Goes(Quiz.Read(text), q => string.Join("", q.Check(BuiltInRuleSet.Resolved)));
            case "words":
                return Goes(WordTable.Read(text), w => Report(w, run));
            default:
                var instrument = InstrumentCatalog.All.FirstOrDefault(i => i.Items.Take(3).All(item => text.Contains($"\"{item.Id}\"", StringComparison.Ordinal))) ?? InstrumentCatalog.All[run % InstrumentCatalog.All.Length];
                return Goes(instrument.Read(text), s => s.ToString());
        }
    }

    /// <summary>A report in the words that were read, now and then: every sentence may come up, and days and numbers in it.</summary>
    private static string Report(WordTable words, int run)
    {
        if (run % 16 != 0)
            return string.Join("", words.Keys);
        var scoring = new ScoringService(BuiltInRuleSet.Resolved, [words]);
        var person = ProfileJson.Read(Repository.Read(Repository.SampleProfiles[run / 16 % Repository.SampleProfiles.Length])).GetValueOrThrow();
        return scoring.Assess(person, new AssessmentOptions { Culture = words.Culture }).ToText();
    }

    private static bool Goes<T>(ReadResult<T> result, Func<T, string> on)
        where T : class
    {
        Sound(result.Success, result.Diagnostics);
        if (result.Value is { } value && on(value) is { Length: > 10_000_000 })
            Assert.Fail("it grew");
        return result.Success;
    }

    private static void Sound(bool success, IReadOnlyList<Diagnostic> diagnostics)
    {
        Assert.True(success != diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), "a result is a value or an error");
        foreach (var d in diagnostics)
            Assert.True((d.Line is null or >= 1) && (d.Column is null or >= 1) && d.Message.Length is > 0 and < 2000 && !d.ToString().Contains('\n', StringComparison.Ordinal), d.ToString());
    }
}
