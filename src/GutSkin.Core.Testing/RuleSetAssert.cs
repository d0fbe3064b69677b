using System.Collections.Immutable;
using GutSkin.Core.Authoring;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Testing;

/// <summary>
/// What must hold of a rule set, in one line a test. A file is looked for from the current folder, then beside the test assembly. The
/// built-in rule set is put under documents that extend it; files that extend each other are given together, in order.
/// </summary>
/// <example>
/// <code>
/// [Fact]
/// public void Our_rules_hold() => RuleSetAssert.Passes("clinic.example.json");
/// </code>
/// </example>
public static class RuleSetAssert
{
    /// <summary>Lint finds no error in the files, there are tests in the last one, and all of them pass.</summary>
    /// <param name="files">Rule set files, in order; the last one is under test.</param>
    /// <exception cref="GutSkinAssertionException">It does not hold; the message has every fault with its line, or what each failed test found.</exception>
    public static void Passes(params string[] files)
    {
        var documents = Read(files);
        LintsClean(documents);
        TestsPass(documents);
    }

    /// <summary>The same of a rule set written in C#.</summary>
    /// <param name="ruleSet">The rule set; the built-in one is put under it where it extends that.</param>
    /// <exception cref="GutSkinAssertionException">It does not hold.</exception>
    public static void Passes(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        var documents = OverBuiltIn([RuleSetDocument.From(ruleSet)]);
        LintsClean(documents);
        TestsPass(documents);
    }

    /// <summary>Lint finds no error, and on demand no warning.</summary>
    /// <param name="documents">What is extended, and the document under test as the last.</param>
    /// <param name="options">How to lint; null = the defaults, without analysis.</param>
    /// <param name="warningsToo">Whether a warning fails too.</param>
    /// <exception cref="GutSkinAssertionException">Lint finds something; the message has all of it.</exception>
    public static void LintsClean(IReadOnlyList<RuleSetDocument> documents, LintOptions? options = null, bool warningsToo = false)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var found = RuleSetLinter.Lint(documents, options).Diagnostics
            .Where(d => d.Severity == DiagnosticSeverity.Error || (warningsToo && d.Severity == DiagnosticSeverity.Warning)).ToList();
        if (found.Count > 0)
            throw new GutSkinAssertionException($"{NameOf(documents)} was expected to lint clean, and does not:\n{string.Join('\n', found)}");
    }

    /// <summary>The last document has tests, and all of them pass.</summary>
    /// <param name="documents">What is extended, and the document under test as the last.</param>
    /// <exception cref="GutSkinAssertionException">A test fails, there is none, or the documents cannot be composed.</exception>
    public static void TestsPass(IReadOnlyList<RuleSetDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var report = Composed(() => RuleSetTestRunner.Run(documents));
        if (report.Results.IsEmpty)
            throw new GutSkinAssertionException($"{NameOf(documents)} has no tests: add a section \"tests\" with a profile and what must come of it.");
        if (!report.Passed)
            throw new GutSkinAssertionException($"The tests of {NameOf(documents)} were expected to pass:\n{report}");
    }

    /// <summary>The tests of a file by name, one row each, for a theory: <c>[MemberData]</c> in xunit, <c>TestCaseSource</c> in NUnit.</summary>
    /// <param name="files">Rule set files, in order; the tests are those of the last one.</param>
    /// <returns>Rows that hold the name of a test.</returns>
    public static IEnumerable<object[]> TestsOf(params string[] files) =>
        [.. (Read(files)[^1].RuleSet?.Tests ?? []).Select(t => new object[] { t.Name })];

    /// <summary>One test of a file passes.</summary>
    /// <param name="name">Its name, from <see cref="TestsOf"/>.</param>
    /// <param name="files">Rule set files, in order; the test is one of the last one.</param>
    /// <exception cref="GutSkinAssertionException">It fails, or there is none of that name.</exception>
    public static void TestPasses(string name, params string[] files)
    {
        var documents = Read(files);
        var test = documents[^1].RuleSet?.Tests.FirstOrDefault(t => t.Name == name)
            ?? throw new GutSkinAssertionException($"{NameOf(documents)} has no test named '{name}'.");
        var report = Composed(() => RuleSetTestRunner.Run(RuleSetComposer.Compose(documents).GetValueOrThrow(), [test]));
        if (!report.Passed)
            throw new GutSkinAssertionException($"A test of {NameOf(documents)} was expected to pass:\n{report}");
    }

    /// <summary>Lint reports a code: for tests of what must be refused.</summary>
    /// <param name="code">A code, such as <c>GS0101</c>.</param>
    /// <param name="documents">What is extended, and the document under test as the last.</param>
    /// <param name="options">How to lint; null = the defaults.</param>
    /// <returns>The first diagnostic of that code.</returns>
    /// <exception cref="GutSkinAssertionException">It reports others, or none.</exception>
    public static Diagnostic Reports(string code, IReadOnlyList<RuleSetDocument> documents, LintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var found = RuleSetLinter.Lint(documents, options).Diagnostics;
        return found.FirstOrDefault(d => d.Code == code)
            ?? throw new GutSkinAssertionException($"{NameOf(documents)} was expected to report {code}, and reports {(found.IsEmpty ? "nothing" : $"\n{string.Join('\n', found)}")}");
    }

    /// <summary>Nobody of a cohort is less safe by the new rule set: no red flag, contraindication or caution goes that the old one has.</summary>
    /// <param name="old">The rule set in force.</param>
    /// <param name="now">The one that is to replace it.</param>
    /// <param name="cohort">The people.</param>
    /// <exception cref="GutSkinAssertionException">Somebody loses a safety finding; the message names the entries and the places in the cohort, never an answer.</exception>
    public static void KeepsSafety(ResolvedRuleSet old, ResolvedRuleSet now, IEnumerable<PersonProfile> cohort)
    {
        var impact = RuleSetDiff.Compare(old, now, cohort).Impact;
        if (impact is { SafetyLost: { IsEmpty: false } lost })
        {
            throw new GutSkinAssertionException(
                $"{now.Data.Id} was expected to keep what is safe by {old.Data.Id}, and loses:\n{string.Join('\n', lost.Select(l => $"person {l.Person}: {l.Rule}{(l.Intervention is { } i ? $" of {i}" : "")}, {l.Was} -> {l.Now}"))}");
        }
    }

    /// <summary>Reads rule set files, with the built-in rule set under them where one of them extends it.</summary>
    /// <param name="files">The files, in order.</param>
    /// <returns>The documents, the last file's as the last.</returns>
    /// <exception cref="GutSkinAssertionException">A file is not there.</exception>
    public static ImmutableArray<RuleSetDocument> Read(params string[] files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Length == 0)
            throw new ArgumentException("Name at least one rule set file.", nameof(files));
        return OverBuiltIn([.. files.Select(f => RuleSetJson.Read(File.ReadAllBytes(Find(f)), Path.GetFileName(f)))]);
    }

    private static ImmutableArray<RuleSetDocument> OverBuiltIn(ImmutableArray<RuleSetDocument> documents) =>
        documents.Any(d => d.RuleSet?.Extends.Any(e => e.Id == BuiltInRuleSet.Id) == true) ? [BuiltInRuleSet.Document, .. documents] : documents;

    private static string Find(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        string[] places = [file, Path.Combine(AppContext.BaseDirectory, file)];
        return places.FirstOrDefault(File.Exists) ?? throw new GutSkinAssertionException(
            $"There is no '{file}', neither in the current folder nor beside the test assembly. A project copies it there with <None Include=\"{file}\" CopyToOutputDirectory=\"PreserveNewest\" />.");
    }

    private static RuleSetTestReport Composed(Func<RuleSetTestReport> run)
    {
        try
        {
            return run();
        }
        catch (InvalidInputException error)
        {
            throw new GutSkinAssertionException($"The documents cannot be composed:\n{string.Join('\n', error.Diagnostics)}", error);
        }
    }

    private static string NameOf(IReadOnlyList<RuleSetDocument> documents) =>
        documents is [.., var last] ? last.File ?? last.RuleSet?.Id ?? "The rule set" : "The rule set";
}
