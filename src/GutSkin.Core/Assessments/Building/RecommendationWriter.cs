using System.Collections.Immutable;
using System.Globalization;
using GutSkin.Core.Engine.Compiling;
using GutSkin.Core.RuleSets;
using GutSkin.Core.Values;

namespace GutSkin.Core.Assessments.Building;

/// <summary>Writes what was found of an intervention, in the language of the assessment.</summary>
internal sealed class RecommendationWriter(
    EvaluationContext context, TriageBuilder triage, BenefitBuilder benefits, StatusBuilder statuses, Waiting waiting)
{
    private const string Section = "interventions";

    private readonly SafetyFinding?[] findings = new SafetyFinding?[context.Safety.Length];

    /// <summary>Forgets the person.</summary>
    public void Clear() => Array.Clear(findings);

    public Recommendation Write(Appraisal appraisal)
    {
        var intervention = appraisal.Compiled.Intervention;
        var status = appraisal.Status.GetValueOrDefault();
        bool isSuggested = status is RecommendationStatus.Recommended or RecommendationStatus.Caution;
        bool waits = Wait(appraisal, status);
        var active = appraisal.Compiled.Indications.Length == 0 ? [] : Indications(appraisal.Compiled);
        return new Recommendation
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
            Effects = Effects(appraisal),
            Safety = Findings(appraisal.Compiled),
            Ask = waits ? waiting.Ask() : [],
            Declined = waits ? waiting.Declined() : [],
            Products = isSuggested ? Products(appraisal.Compiled) : [],
            Notices = Notices(appraisal, active),
            Evidence = intervention.Evidence,
        };
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

    private ImmutableArray<ActiveIndication> Indications(CompiledIntervention compiled)
    {
        ImmutableArray<ActiveIndication>.Builder? active = null;
        for (int i = 0; i < compiled.Indications.Length; i++)
        {
            if (!statuses.IsActive(compiled.Indications[i]))
                continue;
            var indication = compiled.Indications[i].Indication;
            (active ??= ImmutableArray.CreateBuilder<ActiveIndication>()).Add(new ActiveIndication
            {
                Condition = indication.Condition,
                Direction = indication.Direction,
                Strength = indication.Strength,
                Text = Listed(compiled.Intervention, TextFields.Indications, i, null, indication.Text)!,
                Evidence = indication.Evidence,
            });
        }

        return active?.ToImmutable() ?? [];
    }

    private ImmutableArray<RecommendationEffect> Effects(Appraisal appraisal)
    {
        ImmutableArray<RecommendationEffect>.Builder? effects = null;
        foreach (int c in context.Rules.OrderOfConditions)
        {
            double lever = appraisal.Levers[c];
            var trials = Trials(appraisal, c);
            if (lever == 0 && trials.IsEmpty)
                continue;
            (effects ??= ImmutableArray.CreateBuilder<RecommendationEffect>()).Add(new RecommendationEffect
            {
                Condition = context.Rules.SkinConditions[c].Id,
                Lever = lever,
                Benefit = appraisal.Benefits[c],
                ScoreAfter = lever == 0 || appraisal.Chosen[c] >= 0 ? null : DeterministicMath.Index(context.LogOdds[c] - lever),
                Trials = trials,
            });
        }

        return effects?.ToImmutable() ?? [];
    }

    private ImmutableArray<TrialFinding> Trials(Appraisal appraisal, int condition)
    {
        ImmutableArray<TrialFinding>.Builder? trials = null;
        for (int i = 0; i < appraisal.Compiled.Trials.Length; i++)
        {
            var trial = appraisal.Compiled.Trials[i];
            if (trial.Condition == condition)
                (trials ??= ImmutableArray.CreateBuilder<TrialFinding>()).Add(Trial(appraisal, trial, i));
        }

        return trials?.ToImmutable() ?? [];
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

    private ImmutableArray<SafetyFinding> Findings(CompiledIntervention compiled)
    {
        ImmutableArray<SafetyFinding>.Builder? found = null;
        foreach (int s in compiled.Safety)
        {
            if (context.Safety[s] != Truth.False)
                (found ??= ImmutableArray.CreateBuilder<SafetyFinding>()).Add(findings[s] ??= Finding(s));
        }

        return found?.ToImmutable() ?? [];
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
