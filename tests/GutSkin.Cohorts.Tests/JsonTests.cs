using System.Text;

namespace GutSkin.Cohorts.Tests;

/// <summary>Profiles of JSON: a line each, as an array, over several lines.</summary>
public class JsonTests
{
    private const string Two = """{ "id": "a", "observations": { "diet.fiber": 12.5, "person.sex": "female" } }""" + "\n" + """{ "id": "b", "observations": { "person.sex": "male" } }""";

    public static TheoryData<string, string> Shapes => new()
    {
        { "lines", Two },
        { "lines with empty ones", "\n" + Two.Replace("\n", "\r\n\r\n", StringComparison.Ordinal) + "\n\n" },
        { "an array", "[" + Two.Replace("\n", ",", StringComparison.Ordinal) + "]" },
        { "an array over lines", "[\n  " + Two.Replace("\n", ",\n  ", StringComparison.Ordinal) + "\n]\n" },
        { "indented", Two.Replace("{ ", "{\n  ", StringComparison.Ordinal).Replace(", ", ",\n  ", StringComparison.Ordinal) },
        { "an indented array", "[" + Two.Replace("\n", ",", StringComparison.Ordinal).Replace("{ ", "{\n  ", StringComparison.Ordinal) + "]" },
        { "braces in texts", Two.Replace("\"a\"", "\"a\"", StringComparison.Ordinal).Replace("{ \"id\"", "{ \"x-note\": \"}{][\\\"}\", \"id\"", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void People_are_read(string what, string text)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var read = Cohort.Read(text, name: "people.jsonl", encoding: encoding);
            read.Failures.Should().BeEmpty(what);
            read.People.Select(p => p.Id).Should().Equal("a", "b");
            read.Number("a", "diet.fiber").Should().Be(12.5);
            read.Answer("b", "person.sex").Should().Be("male");
            read.Reader.Format.Should().Be(CohortFormat.JsonLines);
        }
    }

    [Fact]
    public void A_line_that_fails_fails_alone_with_all_its_faults()
    {
        var read = Cohort.Read("""
            { "id": "a", "observations": { "diet.fiber": 12 } }
            { "observations": { "diet.fibre": 4711, "diet.milk": true } }

            no json
            { "id": "b", "observations": { "lab.vitamin-d": "<4711" } }
            { "id": "c", "observations": { "diet.fiber": 12 } }
            """, name: "people.jsonl");
        read.People.Select(p => (p.Id, p.Row)).Should().Equal(("a", 1), ("c", 5));
        read.Failures.Select(f => (f.Row, f.Line, f.Faults.Length)).Should().Equal((2, 2, 2), (3, 4, 1), (4, 5, 1));
        read.Failures[2].Faults[0].Hint.Should().Contain("limit");
        read.Failures.SelectMany(f => f.Faults).Should().NotContain(f => (f.Message + f.Hint).Contains("4711", StringComparison.Ordinal));
    }

    [Fact]
    public void A_first_line_that_is_broken_does_not_make_the_rest_one_profile()
    {
        var read = Cohort.Read("""{ "id": "a", "observations": { """ + "\n" + Two, name: "people.jsonl");
        read.People.Select(p => p.Id).Should().Equal("a", "b");
        read.Failures.Single().Row.Should().Be(1);
    }

    [Theory]
    [InlineData("[{ \"id\": \"a\" }, 12]")]
    [InlineData("[{ \"id\": \"a\" ")]
    [InlineData("{\n  \"id\": \"a\"\n")]
    public void What_cannot_be_taken_apart_is_told_once(string text)
    {
        var read = () => Cohort.Read(text, name: "people.jsonl");
        read.Should().Throw<InvalidInputException>().Which.Diagnostics.Should().ContainSingle().Which.Hint.Should().Contain("one profile a line");
    }

    [Fact]
    public void Lines_over_the_limit_fail_alone()
    {
        var read = Cohort.Read("{ \"id\": \"" + new string('x', 17_000_000) + "\" }\n" + Two, name: "people.jsonl");
        read.People.Select(p => p.Id).Should().Equal("a", "b");
        read.Failures.Single().Row.Should().Be(1);
    }

    [Fact]
    public void Unknown_factors_are_left_out_when_asked_for()
    {
        var reader = CohortReader.Open(new MemoryStream(Encoding.UTF8.GetBytes("{ \"observations\": { \"diet.fibre\": 1, \"diet.fiber\": 12 } }")), "x.jsonl", new CohortReadOptions { IgnoreUnknown = true }).GetValueOrThrow();
        using var block = reader.ToBlockingEnumerable().Single();
        (block.Count, block.Failures.Count).Should().Be((1, 0));
        block.LeftOut.Should().Equal("diet.fibre");
    }
}
