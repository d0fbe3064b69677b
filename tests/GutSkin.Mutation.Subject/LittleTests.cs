using GutSkin.Core;
using Xunit;

namespace GutSkin.Mutation.Subject;

/// <summary>
/// dotnet-stryker changes a project only for tests, and tries the changes that they reach; it insists on some. These reach a few outside the rooms that
/// .ci/mutation is for, so that it tries none and only makes them.
/// </summary>
public class LittleTests
{
    [Fact]
    public void A_diagnostic_says_where() =>
        Assert.Equal("a(1,2): error b: c", new Diagnostic { Code = "b", Severity = DiagnosticSeverity.Error, File = "a", Line = 1, Column = 2, Message = "c" }.ToString());
}
