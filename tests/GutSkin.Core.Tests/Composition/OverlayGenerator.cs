using System.Collections.Immutable;

namespace GutSkin.Core.Tests.Composition;

/// <summary>
/// Makes overlays that try to loosen a rule set: they replace, remove, rename, add again and move, and keep account of which
/// intervention of the base each later one does the work of.
/// </summary>
internal sealed class OverlayGenerator(RuleSet start, int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<string, Intervention> interventions = start.Interventions.ToDictionary(i => i.Id, StringComparer.Ordinal);

    /// <summary>For each id the interventions of the base whose work it does.</summary>
    public Dictionary<string, HashSet<string>> Origins { get; } =
        start.Interventions.ToDictionary(i => i.Id, i => new HashSet<string> { i.Id }, StringComparer.Ordinal);

    /// <summary>The next overlay, a few attempts in one document.</summary>
    public RuleSet Next(int number)
    {
        var overlay = new RuleSet { Id = FormattableString.Invariant($"overlay-{number}"), Version = "1.0.0", Title = "O" };
        for (int i = random.Next(1, 4); i > 0; i--)
            overlay = Attempt(overlay, number, i);
        return overlay;
    }

    private RuleSet Attempt(RuleSet overlay, int number, int step)
    {
        switch (random.Next(12))
        {
            case 0:
                return overlay with { Remove = overlay.Remove with { Safety = overlay.Remove.Safety.Add(Pick(start.Safety).Id) } };
            case 1:
                var rule = Pick(start.Safety);
                return overlay with { Safety = overlay.Safety.Add(rule with { Locked = false, When = new AnyGate { Operands = [] }, Interventions = ["kefir"], Kind = SafetyKind.Caution }) };
            case 2:
                return overlay with { Factors = overlay.Factors.Add(Changed(Pick(start.Factors))) };
            case 3:
                return overlay with { Remove = overlay.Remove with { Factors = overlay.Remove.Factors.Add(Pick(start.Factors).Id) } };
            case 4:
                var screen = random.Next(2) == 0 ? start.Screens[0] : start.Screens[0] with { Id = FormattableString.Invariant($"screen-{number}-{step}") };
                return overlay with { Screens = overlay.Screens.Add(screen with { Factors = [.. start.Factors.Where(f => f.Kind == FactorKind.Boolean && random.Next(2) == 0).Select(f => f.Id)] }) };
            case 5:
                return Remove(overlay, Pick([.. interventions.Values]).Id);
            case 6 or 7:
                return Rename(overlay, FormattableString.Invariant($"diet.new-{number}-{step}"));
            case 8:
                var moved = Pick([.. interventions.Values]);
                return Put(overlay, moved with { Category = Intervention.ReferralCategory, Changes = random.Next(2) == 0 ? [] : moved.Changes });
            case 9:
                var old = Pick([.. interventions.Values]);
                return Put(overlay, old with { Category = "other", Changes = [], SameSafetyAs = [], Summary = "Rewritten" });
            case 10:
                var back = Pick(start.Interventions);
                return Put(overlay, back with { SameSafetyAs = [] });
            default:
                return Put(overlay, new Intervention { Id = FormattableString.Invariant($"probiotic.new-{number}-{step}"), Category = "probiotic", Name = "N" });
        }
    }

    private RuleSet Remove(RuleSet overlay, string id)
    {
        interventions.Remove(id);
        return overlay with
        {
            Remove = overlay.Remove with { Interventions = overlay.Remove.Interventions.Add(id) },
            Interventions = overlay.Interventions.RemoveAll(i => i.Id == id),
        };
    }

    /// <summary>Takes one out and puts it in under another id, in one of the two ways by which it keeps its safety, or as a referral.</summary>
    private RuleSet Rename(RuleSet overlay, string id)
    {
        var old = Pick([.. interventions.Values]);
        if (overlay.Interventions.Any(i => i.Id == old.Id))
            return overlay;
        overlay = Remove(overlay, old.Id);
        var renamed = random.Next(3) switch
        {
            0 => old with { Id = id, SameSafetyAs = [] },
            1 => old with { Id = id, Changes = [], Category = "other", SameSafetyAs = [old.Id] },
            _ => old with { Id = id, Category = Intervention.ReferralCategory, SameSafetyAs = [old.Id] },
        };
        overlay = Put(overlay, renamed);
        Origins[id].UnionWith(Origins[old.Id]);
        return overlay;
    }

    private RuleSet Put(RuleSet overlay, Intervention intervention)
    {
        if (overlay.Interventions.Any(i => i.Id == intervention.Id))
            return overlay;
        interventions[intervention.Id] = intervention;
        Origins.TryAdd(intervention.Id, [intervention.Id]);
        return overlay with { Interventions = overlay.Interventions.Add(intervention) };
    }

    private Factor Changed(Factor factor) => random.Next(9) switch
    {
        0 => factor with { Kind = FactorKind.Number, Choices = [] },
        1 => factor with { Unit = "g" },
        2 => factor with { Min = 17 },
        3 => factor with { Max = 18 },
        4 => factor with { Conversions = [new UnitConversion { From = "x", Multiply = 2 }] },
        5 => factor with { MaxAgeDays = 9_999 },
        6 => factor with { Acquisition = Acquisition.Measure },
        7 => factor with { Choices = factor.Choices.IsEmpty ? [] : factor.Choices.Add("other") },
        _ => factor with { Name = "Renamed", Question = "?" },
    };

    private T Pick<T>(ImmutableArray<T> from) => from[random.Next(from.Length)];
}
