using System.Diagnostics;
using System.Text;

namespace GutSkin.Tool.Tests;

/// <summary>What a process left: its exit status, its standard output as bytes, its standard error as text.</summary>
internal sealed record Outcome(int ExitCode, byte[] Bytes, string Error)
{
    /// <summary>Standard output as UTF-8 text.</summary>
    public string Output => Encoding.UTF8.GetString(Bytes);

    /// <summary>Both, for a message when a test fails.</summary>
    public override string ToString() => $"exit {ExitCode}\n{Output}\n{Error}";
}

/// <summary>Runs the built programs as a shell would.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the tool in the root of the checkout.</summary>
    public static Outcome Gutskin(params string[] arguments) => Run("gutskin.dll", arguments);

    /// <summary>Runs the tool with bytes on its standard input.</summary>
    public static Outcome GutskinWithInput(byte[] input, params string[] arguments) => Run("gutskin.dll", arguments, input);

    /// <summary>Starts the tool, to be stopped in the middle.</summary>
    public static Process Start(params string[] arguments) => Start("gutskin.dll", arguments, null, null);

    /// <summary>Runs a built assembly that lies beside the tests.</summary>
    public static Outcome Run(
        string assembly, string[] arguments, byte[]? input = null, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        using var process = Start(assembly, arguments, environment, folder);
        var error = process.StandardError.ReadToEndAsync();
        var output = Task.Run(() =>
        {
            using var bytes = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(bytes);
            return bytes.ToArray();
        });
        try
        {
            process.StandardInput.BaseStream.Write(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not read its input to the end; that is its right.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException($"{assembly} {string.Join(' ', arguments)} did not end.");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static Process Start(string assembly, string[] arguments, IReadOnlyDictionary<string, string>? environment, string? folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
