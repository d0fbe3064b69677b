namespace GutSkin.Core;

/// <summary>The fixed words of a gate in one language. <c>{0}</c> and <c>{1}</c> stand for what is filled in.</summary>
internal sealed record GateWords
{
    public required string Always { get; init; }
    public required string Never { get; init; }
    public required string And { get; init; }
    public required string Or { get; init; }
    public required string Not { get; init; }
    public required string Known { get; init; }
    public required string Concern { get; init; }
    public required string AtLeast { get; init; }
    public required string Above { get; init; }
    public required string AtMost { get; init; }
    public required string Below { get; init; }
    public required string Between { get; init; }
    public required string Is { get; init; }
    public required string IsNot { get; init; }
    public required string OneOf { get; init; }
    public required string Yes { get; init; }
    public required string No { get; init; }
    public required char DecimalMark { get; init; }

    public static GateWords English { get; } = new()
    {
        Always = "always",
        Never = "never",
        And = " and ",
        Or = " or ",
        Not = "not ({0})",
        Known = "{0} is known",
        Concern = "{0} is a concern",
        AtLeast = "at least {0}",
        Above = "above {0}",
        AtMost = "at most {0}",
        Below = "below {0}",
        Between = "{0} to {1}",
        Is = "is {0}",
        IsNot = "{0} is not {1}",
        OneOf = "is one of {0}",
        Yes = "yes",
        No = "no",
        DecimalMark = '.',
    };

    public static GateWords German { get; } = new()
    {
        Always = "immer",
        Never = "nie",
        And = " und ",
        Or = " oder ",
        Not = "nicht ({0})",
        Known = "{0}: bekannt",
        Concern = "{0}: ein Anliegen",
        AtLeast = "mindestens {0}",
        Above = "über {0}",
        AtMost = "höchstens {0}",
        Below = "unter {0}",
        Between = "{0} bis {1}",
        Is = "= {0}",
        IsNot = "{0} nicht {1}",
        OneOf = "eines von {0}",
        Yes = "ja",
        No = "nein",
        DecimalMark = ',',
    };
}
