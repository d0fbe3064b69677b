using System.Collections.Immutable;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.FollowUp.Building;

/// <summary>Which answers differ, and whether by more than two measurements of the same may.</summary>
internal static class AnswerChanges
{
    /// <summary>The answers that differ, by factor id.</summary>
    public static ImmutableArray<AnswerChange> Build(RuleSetWords names, ComparedSide before, ComparedSide after) =>
    [
        .. before.Answers.Keys.Union(after.Answers.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(f => Change(names, f, before.Answers.GetValueOrDefault(f), after.Answers.GetValueOrDefault(f)))
            .OfType<AnswerChange>(),
    ];

    /// <summary>The smallest difference of two measurements that is more than error; null where no error is modeled.</summary>
    public static double? Detectable(KnownAnswer was, KnownAnswer now) =>
        was.Error is { } first && now.Error is { } second ? Effect.NormalQuantile * Math.Sqrt((first * first) + (second * second)) : null;

    private static AnswerChange? Change(RuleSetWords names, string factor, KnownAnswer? was, KnownAnswer? now)
    {
        if (was?.Value == now?.Value)
            return null;
        bool isNumber = was?.Value.Kind == FactorValueKind.Number && now?.Value.Kind == FactorValueKind.Number;
        double? detectable = isNumber ? Detectable(was!, now!) : null;
        return new AnswerChange
        {
            Factor = factor,
            Name = names.Factor(factor),
            Kind = was is null ? AnswerChangeKind.BecameKnown : now is null ? AnswerChangeKind.KnownNoLonger : AnswerChangeKind.Changed,
            From = was?.Value,
            To = now?.Value,
            DerivedBefore = was?.Derived,
            DerivedAfter = now?.Derived,
            Detectable = detectable,
            WithinError = detectable is { } least ? Math.Abs(now!.Value.AsNumber - was!.Value.AsNumber) <= least : null,
        };
    }
}
