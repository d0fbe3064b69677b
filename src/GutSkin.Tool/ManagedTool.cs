using System.ComponentModel;
using System.Diagnostics;

namespace GutSkin.Tool;

/// <summary>The same tool for the runtime, which a package of the program compiled ahead carries beside it for what cannot be compiled ahead.</summary>
internal static class ManagedTool
{
    /// <summary>Runs it with this program's arguments, input and output.</summary>
    /// <returns>Its exit status.</returns>
    /// <exception cref="ToolFailure">It, or the runtime, is not there.</exception>
    public static int Run()
    {
        string tool = Path.Combine(AppContext.BaseDirectory, "managed", "gutskin.dll");
        if (!File.Exists(tool))
            throw ToolFailure.Outside("this program was compiled ahead, and FHIR needs the one for the runtime, which is not beside it; 'dotnet tool install GutSkin.Tool' brings both");
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [tool, .. Environment.GetCommandLineArgs()[1..]]) { UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            throw ToolFailure.Outside("FHIR needs the .NET runtime, and there is no 'dotnet' to be found");
        }
    }
}
