using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>What an intervention does on one condition: its lever, its trials, and the key that sorts it (section 6).</summary>
internal sealed class NaiveBenefit
{
    public static readonly string[] Certainties = ["high", "moderate", "low", "very-low"];

    private readonly string condition;
    private readonly double lever;
    private readonly double logOdds;
    private readonly IReadOnlyList<NaiveTrial> trials;
    private readonly IReadOnlyList<NaiveTrial> eligible;

    public NaiveBenefit(NaiveIntervention intervention, string condition, double lever, Truth met, NaivePass pass)
    {
        this.condition = condition;
        this.lever = lever;
        logOdds = pass.LogOdds(condition);
        trials = [.. intervention.Effects.Where(e => e.Condition == condition)];
        eligible = [.. trials.Where(t =>
            !t.Informational && NaiveGate.Evaluate(t.When, pass.Answers) == Truth.True && pass.Answers.Has(condition) == Truth.True)];
        Chosen = Choose(eligible);

        if (met == Truth.True)
        {
            Benefit = 0;
        }
        else if (Chosen is null)
        {
            Benefit = lever;
        }
        else if (Chosen.Effect!.IsClear)
        {
            Benefit = -Chosen.Effect.Beta;
            IsTheTrials = true;
        }
        else
        {
            Benefit = Chosen.Certainty is "moderate" or "high" ? Math.Min(lever, 0) : lever;
            NoClearEffect = true;
        }
    }

    public NaiveTrial? Chosen { get; }

    public double Benefit { get; }

    /// <summary>The benefit is that of the chosen trial effect.</summary>
    public bool IsTheTrials { get; }

    public bool NoClearEffect { get; }

    /// <summary>Conditions with a lever or a trial effect are listed.</summary>
    public bool IsListed => lever != 0 || trials.Count > 0;

    public JsonObject Describe()
    {
        var result = new JsonObject
        {
            ["condition"] = condition,
            ["lever"] = NaiveJson.Num(lever),
            ["benefit"] = NaiveJson.Num(Benefit),
        };
        if (lever != 0 && Chosen is null)
            result["scoreAfter"] = NaiveJson.Num(NaivePass.Score(logOdds - lever));
        result["trials"] = NaiveJson.Array(trials.Select(t => new JsonObject
        {
            ["certainty"] = t.Certainty,
            ["eligible"] = eligible.Contains(t),
            ["chosen"] = ReferenceEquals(t, Chosen),
            ["clear"] = t.Effect?.IsClear ?? true,
            ["informational"] = t.Informational,
        }));
        return result;
    }

    /// <summary>The highest certainty, then the smallest |β|, then the first written.</summary>
    private static NaiveTrial? Choose(IReadOnlyList<NaiveTrial> eligible)
    {
        var best = eligible.GroupBy(t => Array.IndexOf(Certainties, t.Certainty)).OrderBy(g => g.Key).FirstOrDefault();
        return best is null ? null : NaiveTies.Greatest([.. best], t => -Math.Abs(t.Effect!.Beta))[0];
    }
}
