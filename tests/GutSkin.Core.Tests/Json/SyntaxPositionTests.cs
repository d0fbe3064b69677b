using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Json;

public class SyntaxPositionTests
{
    public static TheoryData<string, string, int, int> Faults() => new()
    {
        { "", "GS0001", 1, 1 },
        { "  \n", "GS0001", 2, 1 },
        { "{", "GS0001", 1, 2 },
        { "{\"id\"", "GS0001", 1, 6 },
        { "{\"id\": \"a", "GS0001", 1, 10 },
        { "{\"id\": tru", "GS0001", 1, 11 },
        { "{\"id\": nux}", "GS0001", 1, 10 },
        { "{\"id\": NaN}", "GS0001", 1, 8 },
        { "{\"id\": 01}", "GS0001", 1, 9 },
        { "{\"id\": 1.}", "GS0001", 1, 10 },
        { "{\"id\": -}", "GS0001", 1, 9 },
        { "{\"id\" 1}", "GS0001", 1, 7 },
        { "{\"id\": 1 \"b\": 2}", "GS0001", 1, 10 },
        { "{id: 1}", "GS0001", 1, 2 },
        { "{'id': 1}", "GS0001", 1, 2 },
        { "{\"id\": \"a\nb\"}", "GS0001", 1, 10 },
        { "{\"id\": \"\\x\"}", "GS0001", 1, 10 },
        { "{\"id\": \"\\u12G4\"}", "GS0001", 1, 13 },
        { "{\"id\": \"é\\ud800\"}", "GS0001", 1, 10 },
        { "{\"id\": \"\\udc00\\ud800\"}", "GS0001", 1, 9 },
        { "{\"\\ud800\": 1}", "GS0001", 1, 3 },
        { "{}x", "GS0001", 1, 3 },
        { "{} {}", "GS0001", 1, 4 },
        { "{\"a\":[1}", "GS0001", 1, 8 },
        { "{\n\t\"id\": \"a\",\n\t\"version\": ?\n}", "GS0001", 3, 13 },
        { "{\r\n\"id\": ?}", "GS0001", 2, 7 },
        { "{\r\"id\": ?}", "GS0001", 2, 7 },
        { "{\n\r\"id\": ?}", "GS0001", 3, 7 },
        { "{\"x-a\": \"😀😀\", \"id\": ?}", "GS0001", 1, 23 },
        { "\uFEFF{\"id\": ?}", "GS0001", 1, 8 },
        { "\uFEFF", "GS0001", 1, 1 },
        { "{\"id\": /* no end", "GS0001", 1, 17 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void ASyntaxErrorStandsWhereTheTextStopsBeingJson(string text, string code, int line, int column)
    {
        var found = RuleSetJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column).Should().Be((code, line, column));
        if (text.Length > 0 && !text.Contains("/*", StringComparison.Ordinal))
        {
            var inProfile = ProfileJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
            (inProfile.Code, inProfile.Line, inProfile.Column).Should().Be((code, line, column));
        }
    }

    [Fact]
    public void HalfASurrogatePairIsNoText()
    {
        foreach (var (text, column) in new[] { ("{\"id\": \"\ud83d\"}", 9), ("{\"id\": \"a\ude00\ud83d\"}", 10) })
        {
            var found = RuleSetJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
            (found.Code, found.Line, found.Column).Should().Be(("GS0001", 1, column));
        }
    }

    [Theory]
    [InlineData("{\"id\": \"a\", // note\n}", 1, 13)]
    [InlineData("{\"id\": \"a\" /* note */}", 1, 12)]
    [InlineData("{\"id\": \"a\",}", 1, 12)]
    [InlineData("{\"concerns\": [\"a\",]}", 1, 19)]
    public void ProfilesArePlainJson(string text, int line, int column)
    {
        var found = ProfileJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column).Should().Be(("GS0001", line, column));
        RuleSetJson.Read(text).Diagnostics.Should().NotContain(d => d.Code == "GS0001");
    }

    [Fact]
    public void BytesThatAreNotUtf8AreFoundWhereTheyStand()
    {
        byte[] text = [.. "{\"id\": \"aé"u8, 0xFF, .. "\"}"u8];
        var found = RuleSetJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column).Should().Be(("GS0001", 1, 11));

        // An earlier mistake comes first.
        byte[] earlier = [.. "{?\"id\": \""u8, 0xFF, .. "\"}"u8];
        RuleSetJson.Read(earlier).Diagnostics.Should().ContainSingle().Which.Column.Should().Be(2);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(10_000, true)]
    [InlineData(1_000_000, true)]
    public void DepthHasALimit(int depth, bool tooDeep)
    {
        // The document is level 1.
        string text = "{\"x-a\":\n" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
        var profile = ProfileJson.Read(text);
        profile.Success.Should().Be(!tooDeep);
        if (tooDeep)
        {
            var found = profile.Diagnostics.Should().ContainSingle().Subject;
            (found.Code, found.Line, found.Column).Should().Be(("GS0003", 2, 64));
        }
    }

    [Fact]
    public void ALargeDocumentIsRefusedUnread()
    {
        byte[] text = Encoding.UTF8.GetBytes("{\"id\": \"" + new string('a', 20 * 1024 * 1024) + "\"}");
        var most = TimeSpan.FromSeconds(1);
        Timed.Quickest(most, () => RuleSetJson.Read(text)).Should().BeLessThan(most);
        var found = RuleSetJson.Read(text).Diagnostics.Should().ContainSingle().Subject;
        (found.Code, found.Line, found.Column, found.Path).Should().Be(("GS0002", 1, 1, "$"));
        ProfileJson.Read(Encoding.UTF8.GetString(text)).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0002");
    }

    [Fact]
    public void ATextMayBeExactly16MiB()
    {
        const int Limit = 16 * 1024 * 1024;
        ProfileJson.Read("{}" + new string(' ', Limit - 2)).Success.Should().BeTrue();
        ProfileJson.Read("{}" + new string(' ', Limit - 1)).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("GS0002");
    }
}
