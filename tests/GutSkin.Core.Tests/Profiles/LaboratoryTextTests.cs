using System.Text;

namespace GutSkin.Core.Tests.Profiles;

/// <summary>What laboratories print where a number is expected: refused with what to write instead, and never repeated.</summary>
public class LaboratoryTextTests
{
    [Theory]
    [InlineData("\"<3.7\"", "limit")]
    [InlineData("\"> 149\"", "limit")]
    [InlineData("\"23.6 ng/mL\"", "\"unit\"")]
    [InlineData("\"15 %\"", "\"unit\"")]
    [InlineData("\"2,917\"", "thousands mark")]
    [InlineData("\"23.6\"", "without quotes")]
    [InlineData("{ \"value\": 3.7, \"comparator\": \"<\", \"unit\": \"ng/mL\" }", "limit")]
    public void A_text_for_a_number_says_what_to_write(string answer, string hint)
    {
        byte[] profile = Encoding.UTF8.GetBytes($$"""{ "observations": { "lab.vitamin-d": {{answer}} } }""");
        var error = ScoringService.Default.ReadProfile(profile).Diagnostics.Should().ContainSingle().Subject;
        error.Hint.Should().Contain(hint);
        error.ToString().Should().NotContainAny("3.7", "149", "23.6", "2,917");
    }
}
