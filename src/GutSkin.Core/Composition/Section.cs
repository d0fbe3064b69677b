namespace GutSkin.Core;

/// <summary>The sections of a rule set document.</summary>
internal enum Section
{
    Document,
    Mechanisms,
    Conditions,
    Factors,
    Forms,
    Derivations,
    Traits,
    Evidence,
    Rules,
    Interventions,
    Safety,
    Screens,
    Considered,
    Products,
    Tests,
}
