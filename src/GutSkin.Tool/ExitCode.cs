namespace GutSkin.Tool;

/// <summary>The exit statuses of the tool.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input has errors: a lint error, a failed test, an invalid profile.</summary>
    public const int InputErrors = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>Something else went wrong: a file that is not there, a full disk.</summary>
    public const int Failure = 3;

    /// <summary>Stopped by Ctrl-C (SIGINT), as a shell counts it.</summary>
    public const int Interrupted = 130;

    /// <summary>Told to end (SIGTERM), as a shell counts it.</summary>
    public const int Terminated = 143;
}
