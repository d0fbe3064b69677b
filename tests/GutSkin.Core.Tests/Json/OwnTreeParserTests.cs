using GutSkin.Core.Json;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Json;

/// <summary>The quick reader of the library's own files sees in them what the checking reader sees.</summary>
public class OwnTreeParserTests
{
    [Fact]
    public void Every_embedded_file_gives_the_same_tree()
    {
        var files = BuiltInRuleSet.Files(static _ => true);
        files.Should().HaveCountGreaterThan(10);
        foreach (byte[] file in files)
            Same(file);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[ ]""")]
    [InlineData("""  { "a": { "b": [ 1 , -2.5e-7 , true,false,null, "x" ] , "c":[[],{}] }, "d":"" }  """)]
    [InlineData("""{"a":"q\"","b":"\\","c":"\\\"\\","ä\n":"\u00e4: \"}, {\"","":[",",":","]"]}""")]
    public void Any_form_gives_the_same_tree(string json) => Same(System.Text.Encoding.UTF8.GetBytes(json));

    private static void Same(byte[] json)
    {
        var checking = JsonTreeParser.Parse(json, JsonDialect.Strict);
        var own = OwnTreeParser.Parse(json);
        checking.Fault.Should().BeNull();
        own.Count.Should().Be(checking.Count);
        for (int i = 0; i < own.Count; i++)
            Describe(own, i).Should().Be(Describe(checking, i));
    }

    private static string Describe(JsonTree tree, int index)
    {
        var row = tree.Row(index);
        return FormattableString.Invariant(
            $"{index}: {row.Kind} {row.Start}+{row.Length} {row.ValueEscaped} in {row.Parent} to {row.End}, named {row.NameOrIndex}+{row.NameLength} {row.NameEscaped}");
    }
}
