using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;
using GutSkin.Core.Words;

namespace GutSkin.Core.Assessments.Building;

/// <summary>
/// Writes what was found of an intervention, in the language of the assessment. What holds nothing of a person's answers (a trial, a
/// recommendation of a guideline, a safety rule, and all that is said of an intervention that moves nothing) is made once and shared by
/// all assessments in that language.
/// </summary>
internal sealed class RecommendationWriter(
    EvaluationContext context, TriageBuilder triage, BenefitBuilder benefits, StatusBuilder statuses, Waiting waiting)
{
    private const string Section = "interventions";

    private readonly List<SafetyFinding> found = [];
    private readonly List<TrialFinding> trials = [];
    private readonly List<RecommendationEffect> effects = [];
    private SharedFindings shared = new(context.Rules, context.Advice);
    private Localizer? language;

    /// <summary>Turns to a language; what was made in the one before is no longer shared.</summary>
    public void Begin()
    {
        if (language is not null && !ReferenceEquals(language, context.Localizer))
            shared = new SharedFindings(context.Rules, context.Advice);
        language = context.Localizer;
    }

    public Recommendation Write(Appraisal appraisal)
    {
        var intervention = appraisal.Compiled.Intervention;
        var status = appraisal.Status.GetValueOrDefault();
        bool isSuggested = status is RecommendationStatus.Recommended or RecommendationStatus.Caution;
        bool waits = Wait(appraisal, status);
        var active = appraisal.Compiled.Indications.Length == 0 ? [] : Indications(appraisal);
        var effects = Effects(appraisal);
        var safety = Findings(appraisal);
        var ask = waits ? waiting.Ask() : [];
        var declined = waits ? waiting.Declined() : [];
        var notices = Notices(appraisal, active);
        // What moves nothing, and has no product of its own, holds nothing of the person's answers.
        bool isShared = appraisal.Moved.Count == 0 && appraisal.Compiled.Products.Length == 0;
        if (isShared && shared.Recommendations[appraisal.Index] is { } before && before.Status == status && before.Tier == appraisal.Tier
            && before.Certainty == appraisal.Certainty && before.Benefit.Equals(appraisal.Benefit) && before.Room == appraisal.Room
            && before.Indications == active && before.Effects == effects && before.Safety == safety && before.Ask == ask && before.Declined == declined
            && before.Notices.AsSpan().SequenceEqual(notices.AsSpan()))
            return before;
        var made = new Recommendation
        {
            Intervention = intervention.Id,
            Name = Text(intervention, "name", intervention.Name)!,
            Category = intervention.Category,
            Status = status,
            Tier = appraisal.Tier,
            Certainty = appraisal.Certainty,
            Benefit = appraisal.Benefit,
            Room = appraisal.Room,
            VariantOf = intervention.VariantOf,
            Effort = intervention.Effort,
            Cost = intervention.Cost,
            Weeks = intervention.Weeks,
            Dose = Text(intervention, "dose", intervention.Dose),
            Summary = Text(intervention, "summary", intervention.Summary),
            Changes = Changes(appraisal),
            Indications = active,
            Effects = effects,
            Safety = safety,
            Ask = ask,
            Declined = declined,
            Products = isSuggested ? Products(appraisal.Compiled) : [],
            Notices = notices,
            Evidence = intervention.Evidence,
        };
        if (isShared)
            shared.Recommendations[appraisal.Index] = made;
        return made;
    }

    private string? Text(Intervention intervention, string field, string? own) =>
        context.Localizer.OptionalText(Section, intervention.Id, field, own);

    /// <summary>A text of an element of a list, or of one of its fields.</summary>
    private string? Listed(Intervention intervention, string list, int index, string? field, string? own)
    {
        if (own is null || context.Localizer.IsOwn)
            return own;
        string path = field is null
            ? string.Create(CultureInfo.InvariantCulture, $"{list}.{index}")
            : string.Create(CultureInfo.InvariantCulture, $"{list}.{index}.{field}");
        return Text(intervention, path, own);
    }

    private ImmutableArray<RecommendationChange> Changes(Appraisal appraisal)
    {
        if (appraisal.Moved.Count == 0)
            return [];
        var changes = ImmutableArray.CreateBuilder<RecommendationChange>(appraisal.Moved.Count);
        for (int i = 0; i < appraisal.Moved.Count; i++)
        {
            int slot = appraisal.Moved.SlotAt(i);
            var factor = context.Rules.Slots.Factors[slot];
            changes.Add(new RecommendationChange(factor.Id, Slots.Decode(context.State.Values[slot], factor), Slots.Decode(appraisal.Moved.ValueAt(i), factor)));
        }

        return changes.MoveToImmutable();
    }

    private ImmutableArray<ActiveIndication> Indications(Appraisal appraisal)
    {
        var compiled = appraisal.Compiled;
        ActiveIndication[]? active = null;
        int count = 0;
        for (int i = 0; i < compiled.Indications.Length; i++)
        {
            if (!statuses.IsActive(compiled.Indications[i]))
                continue;
            active ??= new ActiveIndication[compiled.Indications.Length];
            active[count++] = shared.Indications[appraisal.Index][i] ??= Indication(compiled, i);
        }

        return count == 0 ? [] : SharedFindings.SameOrKept(ref shared.ActiveOf[appraisal.Index], active.AsSpan(0, count));
    }

    private ActiveIndication Indication(CompiledIntervention compiled, int index)
    {
        var indication = compiled.Indications[index].Indication;
        return new ActiveIndication
        {
            Condition = indication.Condition,
            Direction = indication.Direction,
            Strength = indication.Strength,
            Text = Listed(compiled.Intervention, TextFields.Indications, index, null, indication.Text)!,
            Evidence = indication.Evidence,
        };
    }

    private ImmutableArray<RecommendationEffect> Effects(Appraisal appraisal)
    {
        if (!appraisal.CanGain)
            return [];
        // Where nothing is moved and no trial speaks for a person, the trials are told to everybody alike.
        if (!appraisal.Gains && shared.EffectsOfNobody[appraisal.Index] is { } same)
            return ImmutableCollectionsMarshal.AsImmutableArray(same);
        effects.Clear();
        foreach (int c in context.Rules.OrderOfConditions)
        {
            double lever = appraisal.Levers[c];
            var own = appraisal.Compiled.TrialsOf[c];
            if (lever == 0 && own.IsEmpty)
                continue;
            FindTrials(appraisal, c, own);
            effects.Add(Effect(appraisal, c, lever));
        }

        if (!appraisal.Gains)
            return ImmutableCollectionsMarshal.AsImmutableArray(shared.EffectsOfNobody[appraisal.Index] = [.. effects]);
        return effects.Count == 0 ? []
            : appraisal.Moved.Count > 0 ? [.. effects]
            : SharedFindings.SameOrKept(ref shared.EffectsOf[appraisal.Index], CollectionsMarshal.AsSpan(effects));
    }

    private RecommendationEffect Effect(Appraisal appraisal, int condition, double lever)
    {
        double benefit = appraisal.Benefits[condition];
        ref var kept = ref shared.EffectOf(appraisal.Index, condition);
        if (lever == 0 && kept is not null && kept.Benefit.Equals(benefit) && SharedFindings.AreSame(kept.Trials.AsSpan(), CollectionsMarshal.AsSpan(trials)))
            return kept;
        var effect = new RecommendationEffect
        {
            Condition = context.Rules.SkinConditions[condition].Id,
            Lever = lever,
            Benefit = benefit,
            ScoreAfter = lever == 0 || appraisal.Chosen[condition] >= 0 ? null : DeterministicMath.Index(context.LogOdds[condition] - lever),
            Trials = [.. trials],
        };
        if (lever == 0)
            kept = effect;
        return effect;
    }

    private void FindTrials(Appraisal appraisal, int condition, ReadOnlySpan<int> own)
    {
        trials.Clear();
        var compiled = appraisal.Compiled.Trials;
        foreach (int i in own)
        {
            int variant = (benefits.IsEligible(compiled[i]) ? 1 : 0) + (appraisal.Chosen[condition] == i ? 2 : 0);
            trials.Add(shared.Trials[appraisal.Index][(4 * i) + variant] ??= Trial(appraisal, compiled[i], i));
        }
    }

    private TrialFinding Trial(Appraisal appraisal, CompiledTrial compiled, int index)
    {
        var (effect, intervention) = (compiled.Effect, appraisal.Compiled.Intervention);
        return new TrialFinding
        {
            Effect = effect.Effect,
            Certainty = effect.Certainty,
            Eligible = benefits.IsEligible(compiled),
            Chosen = appraisal.Chosen[compiled.Condition] == index,
            Clear = compiled.IsClear,
            Informational = effect.Informational,
            Outcome = Listed(intervention, TextFields.Effects, index, "outcome", effect.Trial?.Outcome),
            N = effect.Trial?.N,
            Weeks = effect.Trial?.Weeks,
            Comparator = Listed(intervention, TextFields.Effects, index, "comparator", effect.Trial?.Comparator),
            Population = Listed(intervention, TextFields.Effects, index, "population", effect.Trial?.Population ?? effect.Population),
            Evidence = effect.Evidence,
        };
    }

    private ImmutableArray<SafetyFinding> Findings(Appraisal appraisal)
    {
        found.Clear();
        foreach (int s in appraisal.Compiled.Safety)
        {
            if (context.Safety[s] != Truth.False)
                found.Add(shared.Safety[(2 * s) + (context.Safety[s] == Truth.True ? 1 : 0)] ??= Finding(s));
        }

        return found.Count == 0 ? [] : SharedFindings.SameOrKept(ref shared.SafetyOf[appraisal.Index], CollectionsMarshal.AsSpan(found));
    }

    private SafetyFinding Finding(int index)
    {
        var rule = context.Advice.Safety[index].Rule;
        return new SafetyFinding
        {
            Rule = rule.Id,
            Kind = rule.Kind,
            State = context.Safety[index] == Truth.True ? SafetyState.True : SafetyState.Unknown,
            Message = context.Localizer.Text("safety", rule.Id, "message", rule.Message),
        };
    }

    /// <summary>Gathers what a status waits for; false where it waits for nothing.</summary>
    private bool Wait(Appraisal appraisal, RecommendationStatus status)
    {
        if (status is not (RecommendationStatus.NeedsCheck or RecommendationStatus.Recommended or RecommendationStatus.Caution))
            return false;
        waiting.Clear();
        bool needsCheck = status == RecommendationStatus.NeedsCheck, isReferral = appraisal.Compiled.Intervention.IsReferral;
        var kind = needsCheck ? SafetyKind.Contraindication : SafetyKind.Caution;
        foreach (int s in appraisal.Compiled.Safety)
        {
            if (context.Safety[s] == Truth.Unknown && context.Advice.Safety[s].Rule.Kind == kind && !(needsCheck && isReferral))
                waiting.Add(context.Advice.Safety[s].Gate);
        }

        if (!needsCheck)
            return true;
        if (appraisal.Gate == Truth.Unknown)
            waiting.Add(appraisal.Compiled.Gate);
        if (isReferral)
            return true;
        foreach (int flag in triage.HoldingBack)
            waiting.Add(context.Advice.Safety[flag].Gate);
        foreach (var indication in appraisal.Compiled.Indications)
        {
            if (statuses.WaitsFor(appraisal, indication))
                waiting.Add(indication.Gate);
        }

        if (appraisal.Room == Room.Unknown)
            WaitForRoom(appraisal.Compiled);
        return true;
    }

    private void WaitForRoom(CompiledIntervention compiled)
    {
        foreach (var move in compiled.Moves)
        {
            var change = benefits.Counting(move, out var open);
            if (open is not null)
                waiting.Add(open);
            if ((change is not null || open is not null) && context.IsMissing(move.Slot))
                waiting.Add(move.Slot);
        }
    }

    private ImmutableArray<RecommendedProduct> Products(CompiledIntervention compiled)
    {
        if (compiled.Products.Length == 0)
            return [];
        var products = ImmutableArray.CreateBuilder<RecommendedProduct>(compiled.Products.Length);
        foreach (var product in compiled.Products)
        {
            if (Array.Exists(product.Allergens, slot => context.State.Values[slot] == 1))
                continue;
            products.Add(new RecommendedProduct(
                product.Id, [.. product.Allergens.Where(context.IsMissing).Select(slot => context.Rules.Slots.Factors[slot].Id)]));
        }

        return products.ToImmutable();
    }

    private static ImmutableArray<string> Notices(Appraisal appraisal, ImmutableArray<ActiveIndication> active)
    {
        bool against = false, insufficient = false;
        foreach (var indication in active)
        {
            against |= indication.Direction == IndicationDirection.Against;
            insufficient |= indication.Direction == IndicationDirection.None;
        }

        if (!(against || insufficient || appraisal.IsUnclear || appraisal.IsWorse))
            return [];
        var notices = ImmutableArray.CreateBuilder<string>();
        if (against)
            notices.Add("advised-against");
        if (insufficient)
            notices.Add("insufficient-evidence");
        if (appraisal.IsUnclear)
            notices.Add("no-clear-effect");
        if (appraisal.IsWorse)
            notices.Add("worse-for");
        return notices.ToImmutable();
    }
}
