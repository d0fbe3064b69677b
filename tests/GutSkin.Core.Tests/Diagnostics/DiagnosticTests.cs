using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Diagnostics;

/// <summary>A diagnostic is one line, whatever words of the input are in it: a log and an editor show one line each.</summary>
public class DiagnosticTests
{
    [Theory]
    [InlineData("a\nb", "a\uFFFDb")]
    [InlineData("a\r\n\tb", "a\uFFFD\uFFFD\uFFFDb")]
    [InlineData("a\u0085\u2028\u2029b\0", "a\uFFFD\uFFFD\uFFFDb\uFFFD")]
    [InlineData("plain, é \U0001F600", "plain, é \U0001F600")]
    [InlineData("", "")]
    public void Message_and_hint_are_one_line(string given, string shown)
    {
        var diagnostic = new Diagnostic { Code = "GS0301", Severity = DiagnosticSeverity.Error, Message = given, Hint = given };
        diagnostic.Message.Should().Be(shown);
        diagnostic.Hint.Should().Be(shown);
        (diagnostic with { Message = given }).Should().Be(diagnostic);
        diagnostic.ToString().Should().Be($"input($): error GS0301: {shown} {shown}");
        Quoting.OneLine(given).Should().Be(shown);
        if (given == shown)
            Quoting.OneLine(given).Should().BeSameAs(given);
    }

    [Fact]
    public void No_hint_stays_none() =>
        new Diagnostic { Code = "GS0301", Severity = DiagnosticSeverity.Error, Message = "m" }.Hint.Should().BeNull();

    /// <summary>Found with damaged documents: a choice of two lines made a message of two.</summary>
    [Theory]
    [InlineData("equals", "\"two\\nlines\"")]
    [InlineData("in", "[\"two\\nlines\", \"two\\u2028lines\"]")]
    public void A_choice_of_two_lines_is_named_on_one(string comparison, string choice)
    {
        var composed = RuleSetComposer.Compose(RuleSetJson.Read($$"""
            {
              "id": "a.b", "version": "1.0.0", "title": "t", "conditions": [{ "id": "c", "name": "c" }],
              "factors": [{ "id": "f", "name": "f", "kind": "choice", "choices": ["none", "some"] }, { "id": "g", "name": "g", "kind": "boolean" }],
              "evidence": [{ "id": "e", "title": "e" }],
              "rules": [{ "id": "r", "condition": "c", "title": "r", "when": { "factor": "f", "{{comparison}}": {{choice}} }, "factor": "g",
                "effect": { "oddsRatio": 2 }, "certainty": "low", "evidence": ["e"] }]
            }
            """));
        composed.Success.Should().BeFalse();
        composed.Diagnostics.Should().NotBeEmpty().And.OnlyContain(d => !d.ToString().Any(Quoting.BreaksLine));
        composed.Diagnostics.Should().Contain(d => d.Code == "GS0316" && d.Message.Contains("'two\uFFFDlines'"));
    }
}
