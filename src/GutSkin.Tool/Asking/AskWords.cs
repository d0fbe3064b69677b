namespace GutSkin.Tool;

/// <summary>What the dialogue says of itself; the questions, reasons and the page come from the library in the same language.</summary>
internal sealed record AskWords
{
    public required string Welcome { get; init; }

    public required string Commands { get; init; }

    public required string Several { get; init; }

    public required string NoneIsAll { get; init; }

    public required string NoneOfThese { get; init; }

    public required string One { get; init; }

    public required string YesNo { get; init; }

    public required string Number { get; init; }

    public required string NotOneOfThese { get; init; }

    public required string NotYesNo { get; init; }

    public required string AnswerNeeded { get; init; }

    public required string NothingBefore { get; init; }

    public required string Enough { get; init; }

    public required string Stopped { get; init; }

    public required string KeepWith { get; init; }

    public required string Kept { get; init; }

    /// <summary>Page so and so, about so many to go.</summary>
    public required Func<int, int, string> Progress { get; init; }

    /// <summary>From so much to so much.</summary>
    public required Func<string, string, string> Between { get; init; }

    public required string[] Yes { get; init; }

    public required string[] No { get; init; }

    /// <summary>The words of a culture; English where there are none.</summary>
    public static AskWords Of(string? culture) => culture is not null && culture.Split('-')[0].Equals("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    private static AskWords English { get; } = new()
    {
        Welcome = "One question at a time. Nothing leaves this computer. This is general information, not a diagnosis.",
        Commands = "b back · - prefer not to say · s skip · ? why · q stop",
        Several = "numbers, for example 1 3",
        NoneIsAll = "0 = all skin conditions",
        NoneOfThese = "0 = none of these",
        One = "a number",
        YesNo = "y or n",
        Number = "a number in digits",
        NotOneOfThese = "That is not one of the numbers shown.",
        NotYesNo = "Write y or n.",
        AnswerNeeded = "Nothing was written. Answer, or use one of: b - s ? q.",
        NothingBefore = "There is nothing before this.",
        Enough = "That is enough: nothing more that you could answer without a test would change this much. Go on to the full picture? y or n",
        Stopped = "Stopped. This is what can be said so far.",
        KeepWith = "Nothing was kept. With -o FILE your answers go into a file, to go on later.",
        Kept = "Your answers are in",
        Progress = (asked, left) => left > 0 ? $"Page {asked + 1}, about {left} to go" : $"Page {asked + 1}",
        Between = (low, high) => $"{low} to {high}",
        Yes = ["y", "yes"],
        No = ["n", "no"],
    };

    private static AskWords German { get; } = new()
    {
        Welcome = "Eine Frage nach der anderen. Nichts verlässt diesen Rechner. Das ist allgemeine Information, keine Diagnose.",
        Commands = "b zurück · - möchte ich nicht sagen · s überspringen · ? warum · q aufhören",
        Several = "Nummern, zum Beispiel 1 3",
        NoneIsAll = "0 = alle Hautkrankheiten",
        NoneOfThese = "0 = nichts davon",
        One = "eine Nummer",
        YesNo = "j oder n",
        Number = "eine Zahl in Ziffern",
        NotOneOfThese = "Das ist keine der gezeigten Nummern.",
        NotYesNo = "Bitte j oder n.",
        AnswerNeeded = "Es steht nichts da. Bitte antworten, oder eines davon: b - s ? q.",
        NothingBefore = "Davor ist nichts.",
        Enough = "Das reicht: Nichts mehr, was ohne einen Test zu beantworten wäre, würde viel ändern. Weiter zum ganzen Bild? j oder n",
        Stopped = "Aufgehört. Das lässt sich bis hierher sagen.",
        KeepWith = "Nichts wurde aufgehoben. Mit -o DATEI kommen die Antworten in eine Datei, um später weiterzumachen.",
        Kept = "Die Antworten stehen in",
        Progress = (asked, left) => left > 0 ? $"Seite {asked + 1}, noch etwa {left}" : $"Seite {asked + 1}",
        Between = (low, high) => $"{low} bis {high}",
        Yes = ["j", "ja", "y", "yes"],
        No = ["n", "nein", "no"],
    };
}
