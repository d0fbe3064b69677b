namespace GutSkin.Core;

/// <summary>What becomes of the ends of a rule's range.</summary>
internal enum RowSink : byte
{
    /// <summary>They are added to two sums.</summary>
    Sum,

    /// <summary>They begin two sums.</summary>
    FirstOfSum,

    /// <summary>They are added to two sums, and the nearer one to a third.</summary>
    MixedSum,

    /// <summary>They begin two sums, and the nearer one a third.</summary>
    FirstOfMixedSum,

    /// <summary>The greatest counts.</summary>
    Maximum,

    /// <summary>The least counts.</summary>
    Minimum,
}
