namespace GutSkin.Tool.Tests;

/// <summary>What the tool says on standard error, and the file of rows that failed, hold no answer of anybody.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Canaries = ["canary", "37.48", "73.917", "2019-02-03"];

    private const string Right = """{ "id": "somebody", "asOf": "2026-11-20", "concerns": ["acne-vulgaris"], "observations": { "diet.fiber": { "value": 37.48, "on": "2019-02-03", "source": "canary" }, "diet.glycemic-load": 73.917 } }""";
    private const string Wrong = """{ "id": "somebody", "observations": { "diet.fiber": 9973.917, "diet.milk": "canary", "person.sex": "canary", "lab.vitamin-d": { "value": 37.48, "source": "canary", "on": "2019-02-03", "unit": "g" } } }""";

    [Fact]
    public void Standard_error_names_no_answer()
    {
        using var folder = new TemporaryFolder();
        string right = folder.Write("right.json", Right), wrong = folder.Write("wrong.json", Wrong), broken = folder.Write("broken.json", Right.Replace("73.917", "73.917 canary", StringComparison.Ordinal));
        string said = folder.PathOf("said.json");
        Programs.Gutskin("assess", right, "--format", "json", "-o", said).ExitCode.Should().Be(0);
        string bundle = folder.Write("bundle.json", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1988-5"}]},"valueQuantity":{"value":37.48,"unit":"canary","code":"canary","system":"http://unitsofmeasure.org"},"note":[{"text":"canary"}]}},{"resource":{"resourceType":"Patient","birthDate":"canary","name":[{"family":"canary"}]}}]}""");
        string[][] commands =
        [
            ["assess", wrong], ["assess", broken], ["plan", wrong], ["compare", right, wrong], ["compare", wrong, right], ["explain", "acne.milk", "--profile", wrong], ["replay", said, "--profile", wrong],
            ["replay", said, "--profile", broken], ["assess", bundle, "--input", "fhir"], ["instrument", "poem", wrong], ["instrument", "easi", broken], ["lint", wrong],
        ];
        foreach (string[] command in commands)
        {
            var outcome = Programs.Gutskin(command);
            outcome.ExitCode.Should().BeInRange(0, 3);
            Canaries.Where(c => outcome.Error.Contains(c, StringComparison.Ordinal)).Should().BeEmpty("{0}: {1}", string.Join(' ', command), outcome.Error);
        }
    }

    [Fact]
    public void The_file_of_rows_that_failed_names_no_answer()
    {
        using var folder = new TemporaryFolder();
        string table = folder.Write("people.csv", "id,diet.fiber,diet.milk,person.sex,lab.vitamin-d[g]\na,9973.917,1,male,\nb,37.48,canary,female,\nc,3,1,canary,\nd,3,1,male,37.48\ne,2019-02-03,1,male,\n");
        string lines = folder.Write("people.jsonl", Wrong + "\n" + Right.Replace("73.917", "\"canary\"", StringComparison.Ordinal) + "\n{ \"id\": \"f\", \"observations\": { \"diet.fiber\": canary 37.48\n");
        foreach (string cohort in (string[])[table, lines])
        {
            string target = folder.PathOf(Path.GetFileName(cohort) + ".out.csv");
            var outcome = Programs.Gutskin("score", cohort, "-o", target, "--columns", "score");
            Canaries.Where(c => outcome.Error.Contains(c, StringComparison.Ordinal)).Should().BeEmpty(outcome.Error);
            foreach (string file in folder.Names.Where(n => n.EndsWith(".errors.jsonl", StringComparison.Ordinal) || n.EndsWith(".run.json", StringComparison.Ordinal)))
                Canaries.Where(c => File.ReadAllText(folder.PathOf(file)).Contains(c, StringComparison.Ordinal)).Should().BeEmpty(File.ReadAllText(folder.PathOf(file)));
        }

        folder.Names.Should().Contain(n => n.EndsWith(".errors.jsonl", StringComparison.Ordinal));
    }
}
