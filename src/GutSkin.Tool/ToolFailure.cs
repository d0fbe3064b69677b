namespace GutSkin.Tool;

/// <summary>Ends a verb early with a message for people and an exit status.</summary>
internal sealed class ToolFailure(int exitCode, string message) : Exception(message)
{
    /// <summary>The exit status.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The command line is wrong.</summary>
    public static ToolFailure Usage(string message) => new(Tool.ExitCode.WrongUsage, message);

    /// <summary>Something outside the input went wrong.</summary>
    public static ToolFailure Outside(string message) => new(Tool.ExitCode.Failure, message);
}
