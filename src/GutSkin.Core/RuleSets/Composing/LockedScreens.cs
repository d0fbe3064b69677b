using GutSkin.Core.Diagnostics;

namespace GutSkin.Core.RuleSets.Composing;

/// <summary>
/// How frozen factors are asked in screens: no overlay adds one to a screen, changes gate or title of a screen that lists one, or leaves
/// one to screens that are not shown to everybody.
/// </summary>
internal sealed class LockedScreens
{
    private readonly FrozenFactors frozen;
    private readonly MergeState state;
    private readonly Dictionary<string, Screen> before;
    private readonly Dictionary<string, int> screensOf = new(StringComparer.Ordinal);

    public LockedScreens(MergeState state, FrozenFactors frozen)
    {
        (this.state, this.frozen) = (state, frozen);
        before = state.Screens.ToDictionary();
        foreach (string factor in before.Values.SelectMany(s => s.Factors.Distinct()))
        {
            if (frozen.TryGet(factor, out _))
                screensOf[factor] = screensOf.GetValueOrDefault(factor) + 1;
        }
    }

    /// <summary>The first frozen factor that a screen listed before the document.</summary>
    public string? FrozenIn(string screen) =>
        before.TryGetValue(screen, out var known) ? known.Factors.FirstOrDefault(f => frozen.TryGet(f, out _)) : null;

    /// <summary>Whether a screen may be put in; reports every factor it may not add, and a gate or title it may not change.</summary>
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
        Keep("title", screen.Title == known.Title);
        Keep("when", GateKey.Of(screen.When) == GateKey.Of(known.When));
        return allowed;

        void Keep(string property, bool same)
        {
            if (same || scope.IsBroken(property))
                return;
            allowed = false;
            frozen.TryGet(asked, out var by);
            scope.Report(
                DiagnosticCodes.LockedScreenChanged,
                $"The '{property}' of the screen '{screen.Id}' cannot change: it asks for '{asked}', and {by.Why}.", null,
                property == "when" && screen.When is null ? "id" : property);
        }
    }

    /// <summary>
    /// Reports each frozen factor that lost a screen and is left to gated ones: where their gates are all false it counts as false
    /// without having been asked.
    /// </summary>
    public void CheckLeft(DocumentScope document)
    {
        if (document.RuleSet.Screens.IsEmpty && document.RuleSet.Remove.Screens.IsEmpty)
            return;
        var left = state.Screens.Entries.SelectMany(s => s.Entry.Factors.Distinct().Select(f => (Factor: f, s.Entry)))
            .Where(s => screensOf.ContainsKey(s.Factor)).ToLookup(s => s.Factor, s => s.Entry, StringComparer.Ordinal);
        foreach (var (factor, count) in screensOf)
        {
            var screens = left[factor].ToList();
            if (screens.Count == 0 || screens.Count == count || screens.Exists(s => s.When is null))
                continue;
            frozen.TryGet(factor, out var by);
            string message = $"The factor '{factor}' would be left to screens that are not shown to everybody: {by.Why}.";
            if (document.RuleSet.Screens.FirstOrDefault(s => Loses(s, factor)) is { } screen)
                document.Entry(Section.Screens, screen.Id, screen).Report(DiagnosticCodes.LockedScreenChanged, message, null, "factors");
            else
                document.Root.Report(
                    DiagnosticCodes.LockedScreenChanged, message, null, "remove", "screens",
                    Math.Max(0, document.RuleSet.Remove.Screens.IndexOf(document.RuleSet.Remove.Screens.FirstOrDefault(s => Listed(s, factor)) ?? "")));
        }
    }

    private bool Loses(Screen screen, string factor) => Listed(screen.Id, factor) && !screen.Factors.Contains(factor);

    private bool Listed(string screen, string factor) => before.TryGetValue(screen, out var known) && known.Factors.Contains(factor);
}
