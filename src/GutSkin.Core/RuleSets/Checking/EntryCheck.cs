using System.Diagnostics.CodeAnalysis;
using GutSkin.Core.Diagnostics;
using GutSkin.Core.RuleSets.Composing;
using GutSkin.Core.Profiles.Checking;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.RuleSets.Checking;

/// <summary>An entry under validation: its place, and what its ids mean.</summary>
/// <param name="Scope">Where its faults are reported.</param>
/// <param name="Context">What all documents amount to.</param>
/// <param name="Index">The entries it lives with: those of all documents, or, where a later document replaced it, those of its time.</param>
/// <param name="InForce">Whether no later document replaced it or took it out.</param>
internal sealed record EntryCheck(EntryScope Scope, ValidationContext Context, RuleSetIndex Index, bool InForce)
{
    public void Report(string code, string message, string? hint, params ReadOnlySpan<object> path) =>
        Scope.Report(code, message, hint, path);

    public bool IsBroken(params ReadOnlySpan<object> path) => Scope.IsBroken(path);

    /// <summary>A factor, as far as it is known and its kind could be read.</summary>
    public bool TryGetFactor(string? id, [NotNullWhen(true)] out Factor? factor)
    {
        factor = null;
        return id is not null
            && (Index.Factors.TryGetValue(id, out factor) || Context.Final.Factors.TryGetValue(id, out factor))
            && !Context.UnreadFactors.Contains(factor);
    }

    /// <summary>An intervention, as far as it is known and its category could be read.</summary>
    public bool TryGetIntervention(string id, [NotNullWhen(true)] out Intervention? intervention) =>
        (Index.Interventions.TryGetValue(id, out intervention) || Context.Final.Interventions.TryGetValue(id, out intervention))
        && !Context.UnreadCategories.Contains(intervention);

    /// <summary>Reports an id that nothing has, unless that is a removal's fault, or one in reading.</summary>
    /// <returns>Whether there is such an entry.</returns>
    public bool Require(Section target, string id, ReadOnlySpan<object> path, string code = DiagnosticCodes.DanglingReference)
    {
        if (Index.Has(target, id) || Context.Final.Has(target, id))
            return true;
        if (Context.Unreliable.Contains(target) || IsBroken(path)
            || Context.State.FindRemoval(target, id)?.ConcernsMentionIn(Scope.Document) == true)
            return false;
        string? hint = Context.NearestTo(target, id, Index.Ids(target)) is { } nearest ? $"Did you mean '{nearest}'?"
            : Scope.Document.RuleSet.Extends.IsEmpty && Index.Ids(target).Count == 0 ? $"The document extends nothing. Name the rule set that has it: \"extends\": [ {{ \"id\": \"{RuleSet.BuiltInId}\" }} ]."
            : null;
        Report(code, $"There is no {target.Noun()} {Quoting.Quote(id)}.", hint, path);
        return false;
    }
}

/// <summary>Whether a factor has the choice that an entry names.</summary>
internal static class ChoiceCheck
{
    /// <summary>Reports a choice that the factor does not have; true for everything else.</summary>
    public static bool Check(EntryCheck entry, Factor factor, FactorValue value, ReadOnlySpan<object> path)
    {
        if (factor.Kind != FactorKind.Choice || value.Kind != FactorValueKind.Choice || factor.IndexOfChoice(value.AsChoice) >= 0)
            return true;
        Report(entry, factor, value.AsChoice, path);
        return false;
    }

    public static void Report(EntryCheck entry, Factor factor, string choice, ReadOnlySpan<object> path)
    {
        // A factor without choices, or with unreadable ones, is reported itself.
        if (!factor.Choices.IsEmpty && !entry.Context.UnreadChoices.Contains(factor))
            entry.Report(
                DiagnosticCodes.UnknownChoice, $"The factor '{factor.Id}' has no choice '{choice}'.", FactorKinds.ChoiceHint(factor, choice, entry.Context.Hints), path);
    }
}
