namespace GutSkin.Core.Tests.Architecture;

/// <summary>Readers in other assemblies make their results with the public factories, which keep the two states apart.</summary>
public class ReadResultTests
{
    private static readonly Diagnostic Error = new() { Code = "X1", Severity = DiagnosticSeverity.Error, Message = "It is wrong." };
    private static readonly Diagnostic Warning = new() { Code = "X2", Severity = DiagnosticSeverity.Warning, Message = "It is odd." };

    [Fact]
    public void A_value_comes_with_its_warnings()
    {
        var result = ReadResult.Of("value", [Warning]);
        result.Success.Should().BeTrue();
        result.GetValueOrThrow().Should().Be("value");
        result.Diagnostics.Should().Equal(Warning);
        ReadResult.Of("value").Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void A_failure_says_why()
    {
        var result = ReadResult.Failed<string>([Warning, Error]);
        result.Success.Should().BeFalse();
        result.Value.Should().BeNull();
        result.Diagnostics.Should().Equal(Warning, Error);
    }

    [Fact]
    public void The_two_are_not_mixed()
    {
        FluentActions.Invoking(() => ReadResult.Of("value", [Error])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ReadResult.Of<string>(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ReadResult.Failed<string>([Warning])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => ReadResult.Failed<string>(default)).Should().Throw<ArgumentException>();
    }
}
