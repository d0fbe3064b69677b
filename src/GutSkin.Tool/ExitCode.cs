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
}
