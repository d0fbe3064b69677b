using System.Text;

namespace GutSkin.Cohorts.Tests;

/// <summary>Maps of cohorts that a version read are read by every later one (<c>tests/released</c>).</summary>
public class ReleasedMapTests
{
    public static TheoryData<string> Maps => [.. Directory.GetFiles(Repository.Path("tests", "released"), "cohort-map.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_map_of_every_version_is_read_and_does_what_it_did(string path)
    {
        var map = CohortMap.Read(Encoding.UTF8.GetBytes(Repository.Read(path))).GetValueOrThrow();
        var read = Cohort.Read("person,sex,fiber,vitd,kg,m\na,1,3,20,80,2\nb,2,77,,,\n", new CohortReadOptions { Map = map });
        read.Failures.Should().BeEmpty();
        read.Answer("a", "person.sex").Should().Be("female");
        read.Number("a", "diet.fiber").Should().Be(25);
        read.Number("a", "lab.vitamin-d").Should().Be(50, "a laboratory reports whole numbers, and 20 and 50 are one limit");
        read.Number("a", "body.bmi").Should().Be(20);
        read.Number("b", "diet.fiber").Should().BeNull("77 is a code for what is missing");
    }
}
