using GutSkin.Core.Diagnostics;
using GutSkin.Core.Profiles.Checking;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>Whether a screen asks yes/no factors only, each once.</summary>
internal static class ScreenCheck
{
    public static void Check(EntryCheck entry, Screen screen)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < screen.Factors.Length; i++)
        {
            string id = screen.Factors[i];
            if (!listed.Add(id) && id.Length > 0)
                entry.Report(DiagnosticCodes.DuplicateId, $"{entry.Scope.Name} lists the factor '{id}' twice.", null, "factors", i);
            else if (entry.TryGetFactor(id, out var factor) && factor.Kind != FactorKind.Boolean)
                entry.Report(
                    DiagnosticCodes.ScreenFactorNotBoolean,
                    $"The factor '{id}' {FactorKinds.Takes(factor)}; a screen lists yes/no factors.", null, "factors", i);
        }

        GateCheck.Check(entry, screen.When, mayNeverHold: true);
    }
}
