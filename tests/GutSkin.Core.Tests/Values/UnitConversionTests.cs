using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.Values;

/// <summary>Section 1 of the scoring model: a unit is converted by one formula.</summary>
public class UnitConversionTests
{
    [Theory]
    [InlineData(48, 0.09148, 2.152, 1, 6.5)]
    [InlineData(47, 0.09148, 2.152, 1, 6.5)]
    [InlineData(46, 0.09148, 2.152, 1, 6.4)]
    public void AResultIsRoundedWhereTheConversionSaysSo(double value, double multiply, double add, int round, double expected) =>
        new UnitConversion { From = "mmol/mol", Multiply = multiply, Add = add, Round = round }.Apply(value, FactorKind.Number).Should().Be(expected);

    [Theory]
    [InlineData(7, 1)]
    [InlineData(1, 1.0 / 7)]
    [InlineData(3, 3.0 / 7)]
    public void ADivisorDivides(double value, double expected) =>
        new UnitConversion { From = "/wk", Divide = 7 }.Apply(value, FactorKind.Number).Should().Be(expected);

    [Theory]
    [InlineData(2.5, 3)]
    [InlineData(-2.5, -2)]
    [InlineData(2.49, 2)]
    public void AnIntegerIsRoundedToAWholeNumberAHalfUpward(double value, double expected) =>
        new UnitConversion { From = "x", Multiply = 1, Round = 3 }.Apply(value, FactorKind.Integer).Should().Be(expected);

    [Fact]
    public void WhatIsMissingStaysMissing() =>
        new UnitConversion { From = "x", Divide = 2, Round = 0 }.Apply(double.NaN, FactorKind.Integer).Should().Be(double.NaN);
}
