using System.Collections.Immutable;
using GutSkin.Core.Engine.Person;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Section 1 of the scoring model: what follows from the answers, and what there is to know about them.</summary>
internal sealed class AnswerBuilder(EvaluationContext context)
{
    /// <summary>The targets that derivations filled, by factor id.</summary>
    public ImmutableArray<Derived> Derived()
    {
        var derived = ImmutableArray.CreateBuilder<Derived>();
        // Slots stand in the order of the factors' ids.
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            if (context.DerivationOf(slot) is not { Source: var source })
                continue;
            derived.Add(new Derived
            {
                Factor = source.Factor,
                Value = context.State.Values[slot],
                Error = context.ErrorOf(slot),
                Standing = context.State.Inferred.IsEstimate(slot) ? DerivationStanding.Estimate : DerivationStanding.Count,
                Derivation = source.Id,
                Items = source.Items,
            });
        }

        return derived.DrainToImmutable();
    }

    /// <summary>The yes/no factors that do not apply, by id.</summary>
    public ImmutableArray<string> Inapplicable()
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        for (int slot = 0; slot < context.Rules.Slots.Count; slot++)
        {
            if (context.State.Inferred.IsInapplicable(slot))
                ids.Add(context.Rules.Slots.Factors[slot].Id);
        }

        return ids.DrainToImmutable();
    }

    /// <summary>All notices, by code, then by the id they name.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="notices">What others have to say; the rest is added.</param>
    public ImmutableArray<Notice> Notices(PersonProfile profile, List<Notice> notices)
    {
        AddAges(profile, notices);
        foreach (var derivation in context.Rules.Inferences.Derivations)
        {
            if (context.State.Inferred.IsOutOfRange(derivation.Index))
                notices.Add(new Notice
                {
                    Code = "derivation-out-of-range",
                    Message = $"What '{derivation.Source.Id}' works out from the answers is not a possible value of '{derivation.Source.Factor}'; check them.",
                    Derivation = derivation.Source.Id,
                });
        }

        if (notices.Count > 1)
            notices.Sort(static (a, b) => string.CompareOrdinal(a.Code, b.Code) is not 0 and var order ? order : string.CompareOrdinal(Named(a), Named(b)));
        return [.. notices];
    }

    private static string? Named(Notice notice) => notice.Factor ?? notice.Screen ?? notice.Rule ?? notice.Derivation;

    private void AddAges(PersonProfile profile, List<Notice> notices)
    {
        bool isDated = false;
        foreach (var (id, observation) in profile.Answers)
        {
            isDated |= observation.On is not null;
            if (observation.Value is not null && context.Rules.Slots.TryGet(id, out int slot)
                && ProfileBinder.IsTooOld(context.Rules.Slots.Factors[slot], observation.On, profile.AsOf))
                notices.Add(new Notice { Code = "too-old", Message = $"The answer to '{id}' is too old to count.", Factor = id });
        }

        foreach (var answer in profile.Screened)
        {
            isDated |= answer.On is not null;
            if (IsTooOldForAny(profile, answer))
                notices.Add(new Notice
                {
                    Code = "too-old",
                    Message = $"The answer to the questions of '{answer.Screen}' is too old to count for all of them.",
                    Screen = answer.Screen,
                });
        }

        if (isDated && profile.AsOf is null)
            notices.Add(new Notice { Code = "no-date", Message = "The profile does not say for which day it speaks: no answer counts as too old." });
    }

    private bool IsTooOldForAny(PersonProfile profile, ScreenAnswer answer)
    {
        if (answer.On is null || profile.AsOf is null)
            return false;
        foreach (var screen in context.Rules.Resolved.Data.Screens)
        {
            if (screen.Id != answer.Screen)
                continue;
            foreach (string id in screen.Factors)
            {
                if (ProfileBinder.SpeaksFor(answer, id) && !profile.Answers.ContainsKey(id)
                    && ProfileBinder.IsTooOld(context.Rules.Slots.Factors[context.Rules.Slots.IndexOf(id)], answer.On, profile.AsOf))
                    return true;
            }
        }

        return false;
    }
}
