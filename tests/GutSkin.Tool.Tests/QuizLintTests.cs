namespace GutSkin.Tool.Tests;

/// <summary>A quiz among the files of lint is held against the rule sets beside it.</summary>
public class QuizLintTests
{
    [Fact]
    public void The_quiz_of_the_sample_fits_its_shop_and_the_built_in_rules()
    {
        Programs.Gutskin("lint", "samples/04.SkinQuiz/quiz.json").ExitCode.Should().Be(0);

        var both = Programs.Gutskin("lint", "samples/04.SkinQuiz/quiz.json", "samples/04.SkinQuiz/shop.example.json");
        both.ExitCode.Should().Be(0, both.ToString());
        both.Output.Should().NotContain("quiz.json");
    }

    [Fact]
    public void A_fault_of_a_quiz_is_told_with_its_place_and_fails()
    {
        using var folder = new TemporaryFolder();
        folder.Write("my-quiz.json", """
            {
              "id": "mine",
              "questions": [
                { "id": "milk", "factor": "diet.milc" },
                { "id": "today", "answers": { "none": { "screened": ["emergency"] } } }
              ]
            }
            """);

        var outcome = Programs.Run("gutskin.dll", ["lint", "my-quiz.json"], folder: folder.Path);

        outcome.ExitCode.Should().Be(1);
        outcome.Output.Should().Contain("my-quiz.json(4,31): error GS0501").And.Contain("'diet.milk'").And.Contain("my-quiz.json(5,33): warning GS1016");
        outcome.Error.Should().Contain("1 error");
    }

    [Fact]
    public void The_sample_says_what_a_quiz_may_and_lists_no_product_before_it_has_asked()
    {
        var outcome = Programs.Run("SkinQuiz.dll", []);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        outcome.Output.Should().Contain("8 questions, 0 findings").And.Contain("Not yet checked").And.Contain("No product: 0 of 3 are listed")
            .And.Contain("must-not.json(12,").And.Contain("Plain Lotion").And.Contain("We sell what is listed here").And.Contain("not a diagnosis");
        string products = outcome.Output[outcome.Output.IndexOf("MORE PAGES", StringComparison.Ordinal)..];
        products[..products.IndexOf("Not among them", StringComparison.Ordinal)].Should().NotContain("Rose Lotion", "this person is allergic to perfume");
    }
}
