using System.Globalization;
using System.Text;
using GutSkin.Core.Json;

namespace GutSkin.Core.Tests.Json;

public class CanonicalJsonTests
{
    /// <summary>RFC 8785, appendix B, and some more.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void NumbersAreWrittenAsEcmaScriptDoes(string bits, string expected) =>
        EcmaNumber.Format(BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
            .Should().Be(expected);

    [Theory]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(123.456, "123.456")]
    [InlineData(0.1, "0.1")]
    [InlineData(-10, "-10")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(1.2345e17, "123450000000000000")]
    [InlineData(0.00012, "0.00012")]
    public void AndSoAreSomePlainOnes(double value, string expected) => EcmaNumber.Format(value).Should().Be(expected);

    [Fact]
    public void EveryNumberReadsBackTheSame()
    {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
                double.Parse(EcmaNumber.Format(value), CultureInfo.InvariantCulture).Should().Be(value);
        }
    }

    [Fact]
    public void TheExampleOfTheRfcComesOutAsThere()
    {
        // RFC 8785, 3.2.2 to 3.2.4.
        const string Text = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        Encoding.UTF8.GetString(CanonicalJson.Of(Text)).Should().Be(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    [Fact]
    public void NamesAreSortedByUtf16CodeUnits()
    {
        // RFC 8785, 3.2.3.
        const string Text = """
            { "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis" }
            """;
        string[] order = ["Carriage Return", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"];
        string canonical = Encoding.UTF8.GetString(CanonicalJson.Of(Text));
        order.Select(o => canonical.IndexOf(o, StringComparison.Ordinal)).Should().BeInAscendingOrder().And.NotContain(-1);
    }

    [Fact]
    public void EmptyPartsAndNestingAreKept() =>
        Encoding.UTF8.GetString(CanonicalJson.Of(" { \"b\" : [ ] , \"a\" : { } , \"c\" : [ [ { \"y\" : 1 , \"x\" : -0 } ] ] } "))
            .Should().Be("{\"a\":{},\"b\":[],\"c\":[[{\"x\":0,\"y\":1}]]}");
}
