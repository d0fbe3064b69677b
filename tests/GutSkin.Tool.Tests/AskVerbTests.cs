using System.Text;

namespace GutSkin.Tool.Tests;

/// <summary>The consultation in a terminal, by standard input: a line an answer.</summary>
public sealed class AskVerbTests
{
    /// <summary>Acne, not told by a doctor, 24 years, female.</summary>
    private static readonly string[] Start = ["1", "0", "24", "1"];

    [Fact]
    public void Answers_become_a_page_and_a_profile_that_can_be_assessed()
    {
        using var folder = new TemporaryFolder();
        string kept = Path.Combine(folder.Path, "me.json");

        // To every screen "none of these"; forms are put aside; at "enough" it ends.
        var outcome = Ask([.. Start, .. Enumerable.Repeat("0", 2), .. Enumerable.Repeat("s", 100)], "-o", kept);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().StartWith("GUT AND SKIN: YOUR PAGE").And.Contain("not a diagnosis");
        outcome.Error.Should().Contain("What brings you here?").And.Contain("Has a doctor told you").And.Contain("about ").And.Contain("Your answers are in");
        string profile = File.ReadAllText(kept);
        profile.Should().Contain("\"acne-vulgaris\"").And.Contain("\"person.age\"").And.Contain("24").And.Contain("\"2026-11-20\"");
        Programs.Gutskin("assess", kept).ExitCode.Should().Be(0);

        var later = Ask(["q"], kept, "-o", "-");
        later.ExitCode.Should().Be(0, later.ToString());
        later.Error.Should().NotContain("What brings you here?", "what is known is not asked again").And.Contain("GUT AND SKIN: YOUR PAGE");
        later.Output.Should().Be(profile);
    }

    [Fact]
    public void One_can_go_back_and_say_something_else()
    {
        using var folder = new TemporaryFolder();
        string straight = Path.Combine(folder.Path, "straight.json"), back = Path.Combine(folder.Path, "back.json");
        Ask(["1", "1", "24", "1", "0"], "-o", straight).ExitCode.Should().Be(0);

        // Back over the sex to the age, over the told ones, to the concerns; and from the second screen to the first.
        var outcome = Ask(["2", "0", "40", "b", "b", "b", "1", "1", "24", "1", "1", "b", "0"], "-o", back);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        File.ReadAllText(back).Should().Be(File.ReadAllText(straight));
        Ask(["b", "b", "q"]).Error.Should().Contain("There is nothing before this.");
    }

    [Fact]
    public void It_can_be_stopped_anywhere_and_shows_an_honest_page()
    {
        foreach (string[] answers in (string[][])[[], ["q"], ["1"], [.. Start, "stop"]])
        {
            var outcome = Ask(answers);
            outcome.ExitCode.Should().Be(0, outcome.ToString());
            outcome.Error.Should().Contain("Stopped.").And.Contain("Nothing was kept");
            outcome.Output.Should().Contain("Not yet checked").And.Contain("not a diagnosis");
        }
    }

    [Fact]
    public void One_may_prefer_not_to_say()
    {
        using var folder = new TemporaryFolder();
        string kept = Path.Combine(folder.Path, "me.json");
        var outcome = Ask([.. Start, "-", "q"], "-o", kept);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        File.ReadAllText(kept).Should().Contain("declined");
    }

    [Fact]
    public void An_urgent_sign_is_said_at_once()
    {
        var outcome = Ask([.. Start, "4", "q"]);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().Contain("\n! ");
        outcome.Output.Should().Contain("SEE SOMEONE FIRST\n!! TODAY");
    }

    [Fact]
    public void A_question_mark_says_why()
    {
        string said = Ask([.. Start, "?", "q"]).Error;
        said.Should().Contain("whether someone should see you today");
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1 0")]
    [InlineData("yes please")]
    [InlineData("")]
    public void A_line_that_cannot_be_read_ends_a_list_of_answers_with_its_place_and_without_its_text(string line)
    {
        var outcome = Ask([line]);
        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("gutskin: line 1 of the answers: ").And.NotContain("yes please");
        outcome.Bytes.Should().BeEmpty();
    }

    [Fact]
    public void An_answer_out_of_bounds_is_refused_with_what_is_allowed()
    {
        var outcome = Ask(["1", "0", "777"]);
        outcome.ExitCode.Should().Be(1, outcome.ToString());
        outcome.Error.Should().Contain("line 3 of the answers").And.Contain("120").And.NotContain("777");
    }

    [Fact]
    public void It_speaks_German_and_takes_concerns_and_rules()
    {
        var outcome = Ask(["0", "q"], "--concern", "rosacea", "--culture", "de", "--rules", "samples/02.CustomRules/clinic.example.json");
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().Contain("Eine Frage nach der anderen").And.Contain("Seite ");
        outcome.Output.Should().Contain("keine Diagnose");
    }

    [Theory]
    [InlineData(1, "--concern", "acne")]
    [InlineData(2, "-")]
    [InlineData(2, "--as-of", "20.11.2026")]
    [InlineData(3, "no-such-file.json")]
    public void What_is_wrong_is_said(int status, params string[] arguments)
    {
        var outcome = Ask([], arguments);
        outcome.ExitCode.Should().Be(status, outcome.ToString());
        outcome.Error.Should().NotContain("   at ");
        outcome.Bytes.Should().BeEmpty();
    }

    private static Outcome Ask(string[] answers, params string[] arguments) => Programs.GutskinWithInput(
        Encoding.UTF8.GetBytes(string.Concat(answers.Select(a => a + "\n"))),
        ["ask", .. arguments, .. arguments.Contains("--as-of") ? Array.Empty<string>() : ["--as-of", "2026-11-20"]]);
}
