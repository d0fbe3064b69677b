using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// How frozen factors are asked in screens: no overlay adds one to a screen, takes one out of it, or changes gate or title of a screen that
/// lists one. Who is no longer asked has not answered: an open gate, another derivation that fills a factor, or a rule that asks whether
/// something is known would decide instead.
/// </summary>
internal sealed class LockedScreens
{
    private readonly FrozenFactors frozen;
    private readonly Dictionary<string, Screen> before;

    public LockedScreens(MergeState state, FrozenFactors frozen)
    {
        this.frozen = frozen;
        before = state.Screens.ToDictionary();
    }

    /// <summary>The first frozen factor that a screen listed before the document.</summary>
    public string? FrozenIn(string screen) =>
        before.TryGetValue(screen, out var known) ? known.Factors.FirstOrDefault(f => frozen.TryGet(f, out _)) : null;

    /// <summary>Whether a screen may be put in; reports every factor it may not add or leave out, and a gate or title it may not change.</summary>
    public bool Allows(EntryScope scope, Screen screen)
    {
        bool allowed = true;
        var known = before.GetValueOrDefault(screen.Id);
        var listed = known is null ? [] : known.Factors.ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < screen.Factors.Length; i++)
        {
            if (!frozen.TryGet(screen.Factors[i], out var by) || listed.Contains(screen.Factors[i]))
                continue;
            allowed = false;
            scope.Report(
                DiagnosticCodes.LockedFactorScreened, $"The factor '{screen.Factors[i]}' cannot be added to a screen: {by.Why}.", null, "factors", i);
        }

        if (known is null || FrozenIn(screen.Id) is not { } asked)
            return allowed;
        HashSet<string> listsNow = [.. screen.Factors];
        foreach (string factor in listed)
        {
            if (!listsNow.Contains(factor) && frozen.TryGet(factor, out var by) && !scope.IsBroken("factors"))
                Report("factors", $"The screen '{screen.Id}' cannot stop asking for '{factor}': {by.Why}.");
        }

        Keep("title", screen.Title == known.Title);
        Keep("when", GateKey.Of(screen.When) == GateKey.Of(known.When));
        return allowed;

        void Keep(string property, bool same)
        {
            if (same || scope.IsBroken(property))
                return;
            frozen.TryGet(asked, out var by);
            Report(
                property == "when" && screen.When is null ? "id" : property,
                $"The '{property}' of the screen '{screen.Id}' cannot change: it asks for '{asked}', and {by.Why}.");
        }

        void Report(string property, string message)
        {
            allowed = false;
            scope.Report(DiagnosticCodes.LockedScreenChanged, message, null, property);
        }
    }
}
