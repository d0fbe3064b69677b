using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.RuleSets.Composing;

/// <summary>
/// Makes overlays that try to loosen a rule set: they replace, remove, rename, add again and move, and keep account of which
/// intervention of the base each later one does the work of.
/// </summary>
internal sealed class OverlayGenerator(RuleSet start, int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<string, Intervention> interventions = start.Interventions.ToDictionary(i => i.Id, StringComparer.Ordinal);

    /// <summary>What was tried: each kind of attempt, with how often it was made.</summary>
    public Dictionary<string, int> Tried { get; } = new(StringComparer.Ordinal);

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
        switch (random.Next(14))
        {
            case 0:
                return Did("remove a safety rule", overlay with { Remove = overlay.Remove with { Safety = overlay.Remove.Safety.Add(Pick(start.Safety).Id) } });
            case 1:
                return overlay with { Safety = overlay.Safety.Add(Loosened(Pick(start.Safety))) };
            case 2 or 3:
                return overlay with { Factors = overlay.Factors.Add(Changed(Pick(start.Factors))) };
            case 4:
                return Did("remove a factor", overlay with { Remove = overlay.Remove with { Factors = overlay.Remove.Factors.Add(Pick(start.Factors).Id) } });
            case 5:
                var screen = random.Next(2) == 0 ? start.Screens[0] : start.Screens[0] with { Id = FormattableString.Invariant($"screen-{number}-{step}") };
                return Did("screen a factor", overlay with { Screens = overlay.Screens.Add(screen with { Factors = [.. start.Factors.Where(f => f.Kind == FactorKind.Boolean && random.Next(2) == 0).Select(f => f.Id)] }) });
            case 6:
                return random.Next(2) == 0
                    ? Did("remove a screen", overlay with { Remove = overlay.Remove with { Screens = overlay.Remove.Screens.Add(Pick(start.Screens).Id) } })
                    : Did("remove evidence", overlay with { Remove = overlay.Remove with { Evidence = overlay.Remove.Evidence.Add(Pick(start.Evidence).Id) } });
            case 7:
                return Did("remove an intervention", Remove(overlay, Pick([.. interventions.Values]).Id));
            case 8 or 9:
                return Rename(overlay, FormattableString.Invariant($"diet.new-{number}-{step}"));
            case 10:
                var moved = Pick([.. interventions.Values]);
                return Did("make it a referral", Put(overlay, moved with { Category = Intervention.ReferralCategory, Changes = random.Next(2) == 0 ? [] : moved.Changes }));
            case 11:
                var old = Pick([.. interventions.Values]);
                return Did("rewrite", Put(overlay, old with { Category = "other", Changes = [], SameSafetyAs = [], Summary = "Rewritten" }));
            case 12:
                var back = Pick(start.Interventions);
                return Did("add it again", Put(overlay, back with { SameSafetyAs = [] }));
            default:
                return Did("add another", Put(overlay, new Intervention { Id = FormattableString.Invariant($"probiotic.new-{number}-{step}"), Category = "probiotic", Name = "N" }));
        }
    }

    private RuleSet Did(string what, RuleSet overlay)
    {
        Tried[what] = Tried.GetValueOrDefault(what) + 1;
        return overlay;
    }

    /// <summary>A safety rule under its own id that says less: switched off, for something else, as something milder, or no longer locked.</summary>
    private SafetyRule Loosened(SafetyRule rule)
    {
        var never = new AnyGate { Operands = [] };
        var (what, loosened) = random.Next(6) switch
        {
            0 => ("retire the rule", rule with { When = never }),
            1 => ("unlock the rule", rule with { Locked = false }),
            2 => ("narrow the rule", rule with { When = new AllGate { Operands = [rule.When, never] } }),
            3 => ("aim the rule elsewhere", rule with { Interventions = ["kefir"], Refer = [] }),
            4 when rule.Kind == SafetyKind.RedFlag => ("make it milder", rule with { Urgency = Urgency.Routine }),
            4 => ("make it milder", rule with { Kind = SafetyKind.Caution }),
            _ => ("replace the rule", rule with { Locked = false, When = never, Interventions = ["kefir"], Kind = SafetyKind.Caution }),
        };
        Did(what, start);
        return loosened;
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
        var (what, renamed) = random.Next(3) switch
        {
            0 => ("rename", old with { Id = id, SameSafetyAs = [] }),
            1 => ("rename and rewrite", old with { Id = id, Changes = [], Category = "other", SameSafetyAs = [old.Id] }),
            _ => ("rename to a referral", old with { Id = id, Category = Intervention.ReferralCategory, SameSafetyAs = [old.Id] }),
        };
        Did(what, start);
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

    private Factor Changed(Factor factor)
    {
        var (what, changed) = random.Next(13) switch
        {
            0 => ("kind", factor with { Kind = FactorKind.Number, Choices = [] }),
            1 => ("unit", factor with { Unit = "g" }),
            2 => ("min", factor with { Min = 17 }),
            3 => ("max", factor with { Max = 18 }),
            4 => ("conversions", factor with { Conversions = [new UnitConversion { From = "x", Multiply = 2 }] }),
            5 => ("age", factor with { MaxAgeDays = 9_999 }),
            6 => ("acquisition", factor with { Acquisition = Acquisition.Measure }),
            7 => ("choices", factor with { Choices = factor.Choices.IsEmpty ? [] : factor.Choices.Add("other") }),
            8 => ("bounds taken away", factor with { Min = null, Max = null }),
            9 => ("conversions taken away", factor with { Conversions = [] }),
            10 => ("age taken away", factor with { MaxAgeDays = null }),
            11 => ("choices turned", factor with { Choices = factor.Choices.IsEmpty ? [] : [.. factor.Choices.Reverse()] }),
            _ => ("name", factor with { Name = "Renamed", Question = "?" }),
        };
        Did("change a factor's " + what, start);
        return changed;
    }

    private T Pick<T>(ImmutableArray<T> from) => from[random.Next(from.Length)];
}
