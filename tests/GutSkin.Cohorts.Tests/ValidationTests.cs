using System.Diagnostics;

namespace GutSkin.Cohorts.Tests;

/// <summary>The page of the validation is what its program writes.</summary>
public class ValidationTests
{
    [Fact]
    public void The_page_is_what_the_program_writes()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CohortValidation.dll")]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        using var program = Process.Start(start)!;
        string page = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        program.ExitCode.Should().Be(0);
        Golden.Check(page, "docs", "validation.md");
        page.Should().StartWith("**A null result", "a page that promises more than it found is not published");
    }
}
