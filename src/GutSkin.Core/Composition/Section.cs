namespace GutSkin.Core;

/// <summary>The sections of a rule set document.</summary>
internal enum Section
{
    Document,
    Mechanisms,
    Conditions,
    Factors,
    Evidence,
    Rules,
    Interventions,
    Safety,
    Screens,
    Considered,
    Products,
    Tests,
}
