namespace GutSkin.Core;

/// <summary>Explains a scoring rule: a sentence, its curve, its weight before and after shrinkage and cap, its sources, and what it does here.</summary>
internal static class RuleExplainer
{
    public static Explanation Explain(ScoringRule rule, ExplainContext context)
    {
        var contribution = context.Assessment.Condition(rule.Condition)?.Contributions.FirstOrDefault(c => c.Rule == rule.Id);
        var plot = rule.Curve is { } curve && rule.Factor is { } id && context.Factors.TryGetValue(id, out var factor)
            ? CurvePlot.Draw(curve, factor, contribution?.Value is { Kind: FactorValueKind.Number } value ? value.AsNumber : null, context)
            : [];
        return new Explanation
        {
            Id = rule.Id,
            Kind = "rule",
            Title = context.Text("rules", rule.Id, "title", rule.Title),
            Lines = ExplainContext.Lines(
            [
                RuleSentence.Of(rule, context),
                .. plot,
                Published(rule, context),
                Weight(rule, context),
                Here(rule, contribution, context),
                contribution?.Inputs is { } inputs
                    ? $"{context.Say("It reads here", "Hier liest sie")}: {string.Join(", ", inputs.Select(i => $"{context.FactorName(i.Factor)} {Answer(i, context)}"))}."
                    : null,
                rule.Role != RuleRole.Marker ? null : context.Say(
                    "It is a marker: it goes along with the condition, and changing it changes nothing.",
                    "Es ist ein Begleitzeichen: Es tritt mit dem Hautbild auf, und es zu ändern ändert nichts."),
                context.OptionalText("rules", rule.Id, "rationale", rule.Rationale),
                context.OptionalText("rules", rule.Id, "population", rule.Population) is { } population ? $"{context.Say("Studied in", "Untersucht bei")}: {population}." : null,
                context.OptionalText("rules", rule.Id, "misuse", rule.Misuse),
                .. context.Sources(context.Say("For it", "Dafür"), rule.Evidence),
                .. context.Sources(context.Say("Against it", "Dagegen"), rule.ContradictedBy),
                rule.ReviewedOn is { } day ? context.Say(
                    FormattableString.Invariant($"Last reviewed on {day:yyyy-MM-dd}."), FormattableString.Invariant($"Zuletzt geprüft am {day:dd.MM.yyyy}.")) : null,
                context.From("rules", rule.Id),
            ]),
            Evidence = rule.Evidence,
        };
    }

    private static string Published(ScoringRule rule, ExplainContext context)
    {
        var effect = rule.Effect;
        string interval = effect.Ci95 is not { } ci ? context.Say(", no interval published", ", keine Spanne veröffentlicht")
            : $" ({context.Say("95 % interval", "95-%-Spanne")} {context.Exact(ci.Low)} {context.Say("to", "bis")} {context.Exact(ci.High)})";
        string basis = context.Say(Keywords.EffectBasis.WordOf(effect.Basis), effect.Basis switch
        {
            EffectBasis.Published => "veröffentlicht",
            EffectBasis.Derived => "aus veröffentlichten Angaben berechnet",
            _ => "eine Einschätzung",
        });
        return $"{context.Say("Effect at full burden", "Wirkung bei voller Belastung")}: {MeasureName(effect.Measure, context)} {context.Exact(effect.Value)}{interval}, {basis}.";
    }

    /// <summary>The weight, step by step: as published, shrunk, capped.</summary>
    private static string Weight(ScoringRule rule, ExplainContext context)
    {
        var model = context.Resolved.Model;
        double lambda = rule.Effect.LogOdds, shrink = model.CertaintyShrinkage[rule.Certainty];
        double shrunk = shrink * lambda, weight = model.Weigh(rule.Effect, rule.Certainty);
        string cap = !model.CertaintyCap.TryGetValue(rule.Certainty, out double most) ? context.Say(", no cap", ", keine Obergrenze")
            : Math.Abs(weight) < Math.Abs(shrunk)
                ? $", {context.Say("capped at an odds ratio of", "begrenzt auf ein Odds-Ratio von")} {context.Number(most)}"
                : $", {context.Say("under the cap of", "unter der Obergrenze von")} {context.Number(most)}";
        string unscored = rule.IsScored ? "" : context.Say(" It enters no score.", " Sie zählt in keinem Index.");
        string certainty = context.Word(rule.Certainty), from = context.Number(lambda), by = context.Number(shrink), to = context.Number(shrunk), counts = context.Number(weight);
        return context.Say(
            $"Certainty {certainty}: the log odds {from} are multiplied by {by} to {to}{cap}, and count as {counts}.{unscored}",
            $"Sicherheit {certainty}: Die Log-Odds {from} werden mit {by} zu {to} malgenommen{cap}, und zählen als {counts}.{unscored}");
    }

    private static string Here(ScoringRule rule, Contribution? contribution, ExplainContext context)
    {
        if (rule.Lifecycle == RuleLifecycle.Retired)
        {
            return context.Say(
                "The rule is retired: it is kept for the record and not evaluated.",
                "Die Regel ist außer Dienst: Sie bleibt zum Nachlesen und wird nicht ausgewertet.");
        }

        if (contribution is null)
        {
            string gate = rule.When is null ? "" : $" ({context.Gates.Write(rule.When)})";
            return context.Say(
                $"It does not apply to this profile: its gate is false{gate}.", $"Sie gilt für dieses Profil nicht: Die Bedingung trifft nicht zu{gate}.");
        }

        if (contribution.Informational)
            return context.Say("It is shown and enters no score.", "Sie wird gezeigt und zählt nicht.");
        if (!contribution.Counted)
        {
            return context.Say(
                $"It is not counted here: a rule of the overlap group '{rule.Overlap}' measures partly the same thing and counts more.",
                $"Hier nicht gezählt: Eine Regel der Gruppe „{rule.Overlap}“ misst zum Teil dasselbe und zählt mehr.");
        }

        string counts = context.Number(contribution.LogOdds);
        if (!contribution.Determined)
        {
            string low = context.Number(contribution.Range.Low), high = context.Number(contribution.Range.High);
            return context.Say(
                $"Here it counts {counts}; answers still missing could make it {low} to {high}.",
                $"Hier zählt sie {counts}; fehlende Antworten könnten {low} bis {high} daraus machen.");
        }

        string burden = context.Number(contribution.Burden);
        return context.Say(
            $"Here it counts {counts} of the condition's log odds (burden {burden}).", $"Hier zählt sie {counts} der Log-Odds (Belastung {burden}).");
    }

    private static string Answer(ContributionInput input, ExplainContext context)
    {
        string unit = context.Factors.GetValueOrDefault(input.Factor)?.Unit is { } known ? $" {known}" : "";
        return input.Value switch
        {
            null => context.Say("not known", "nicht bekannt"),
            { Kind: FactorValueKind.Boolean } answer => context.YesOrNo(answer.AsBoolean),
            { Kind: FactorValueKind.Choice } answer => context.ChoiceName(input.Factor, answer.AsChoice) + unit,
            { } answer => context.Exact(answer.AsNumber) + unit,
        };
    }

    private static string MeasureName(EffectMeasure measure, ExplainContext context) => measure switch
    {
        EffectMeasure.OddsRatio => context.Say("odds ratio", "Odds-Ratio"),
        EffectMeasure.RiskRatio => context.Say("relative frequency", "relative Häufigkeit"),
        EffectMeasure.HazardRatio => context.Say("hazard ratio", "Hazard-Ratio"),
        EffectMeasure.StandardizedMeanDifference => context.Say("standardized mean difference", "standardisierte Mittelwertdifferenz"),
        EffectMeasure.MeanDifference => context.Say("mean difference", "Mittelwertdifferenz"),
        _ => context.Say("log odds", "Log-Odds"),
    };
}
