namespace GutSkin.Tool;

/// <summary>What a person wrote: an answer, or one of the few commands.</summary>
internal enum Said
{
    Answer,
    Back,
    PreferNotToSay,
    Skip,
    Why,
    Stop,
}

/// <summary>Reads what a person writes, a line each; the end of the input is a stop.</summary>
internal sealed class AskLine(TextReader input, TextWriter output, AskWords words, bool isTerminal)
{
    private int number;

    /// <summary>Asks for a line until it is a command, or an answer that can be read.</summary>
    /// <param name="prompt">What may be written.</param>
    /// <param name="read">Reads an answer; gives what is wrong with it, or null.</param>
    /// <param name="why">What the question mark shows.</param>
    /// <returns>What was said.</returns>
    /// <exception cref="ToolFailure">The input is no terminal, and a line of it cannot be read: whatever follows would answer something else.</exception>
    public Said Ask(string prompt, Func<string, string?> read, string? why = null)
    {
        while (true)
        {
            output.Write($"[{prompt}] > ");
            if (input.ReadLine() is not { } line)
            {
                output.WriteLine();
                return Said.Stop;
            }

            number++;
            if (!isTerminal)
                output.WriteLine();
            string text = line.Trim();
            if (CommandOf(text) is { } command)
            {
                if (command != Said.Why)
                    return command;
                output.WriteLine(why ?? words.Commands);
                continue;
            }

            if ((text.Length == 0 ? words.AnswerNeeded : read(text)) is not { } fault)
                return Said.Answer;
            if (!isTerminal)
                throw new ToolFailure(ExitCode.InputErrors, $"line {number} of the answers: {fault}");
            output.WriteLine(fault);
        }
    }

    /// <summary>The numbers of a list, "1 3" or "1,3"; null where one of them is not among those shown.</summary>
    public static int[]? Numbers(string text, int count)
    {
        string[] parts = text.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. parts.Select(p => int.TryParse(p, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) ? n : -1)];
        return numbers.Length > 0 && numbers.All(n => n >= 0 && n <= count) && (numbers.Length == 1 || !numbers.Contains(0)) ? numbers : null;
    }

    private static Said? CommandOf(string text) => text.ToUpperInvariant() switch
    {
        "B" or "BACK" => Said.Back,
        "-" => Said.PreferNotToSay,
        "S" or "SKIP" => Said.Skip,
        "?" => Said.Why,
        "Q" or "QUIT" or "STOP" => Said.Stop,
        _ => null,
    };
}
