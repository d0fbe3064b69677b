using System.Globalization;
using System.Text.Json;
using GutSkin.Core.Tests.Architecture;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Tests.BuiltIn;

/// <summary>The interventions, their changes, trials and indications say what the rows of the second version say.</summary>
public class AdviceInterventionTests
{
    private static readonly RuleSet Set = BuiltInRuleSet.Resolved.Data;

    /// <summary>Gates that lost what only says whom it would harm (a safety rule says it) or who does it already (its room does).</summary>
    private static readonly Dictionary<string, string?> Shorter = new(StringComparer.Ordinal)
    {
        ["care.acne-vulgaris"] = "condition.acne-vulgaris == true",
        ["diet.reduce-alcohol"] = "person.age >= 18",
        ["diet.reduce-whey-protein"] = null,
        ["diet.weight-loss"] = "person.age >= 18 && body.bmi > 25",
        ["lifestyle.smoke-free-home"] = null,
        ["lifestyle.smoking-cessation"] = null,
        ["medical.celiac-serology"] = "!(gut.celiac == true)",
        ["supplement.vitamin-d"] = "person.age >= 1",
    };

    /// <summary>What children need, below an age, by factor.</summary>
    private static readonly Dictionary<string, (double Below, double AtLeast)[]> Children = new(StringComparer.Ordinal)
    {
        ["diet.fiber"] = [(6, 15), (10, 21)],
        ["diet.fruit-vegetables"] = [(6, 3), (10, 4.5)],
    };

    [Fact]
    public void EveryIndicationIsItsRow()
    {
        foreach (var rows in AdviceRows.Indications.GroupBy(r => r.Text("intervention")))
        {
            var intervention = Find(rows.Key);
            var written = Written(rows.Key, "indications");
            intervention.Indications.Should().HaveCount(rows.Count(), "{0} says what its rows say", rows.Key);
            foreach (var (row, indication, entry) in rows.Zip(intervention.Indications, written))
            {
                string id = row.Text("id");
                entry.Text("x-row").Should().Be(id);
                indication.Condition.Should().Be(row.OptionalText("condition"), "{0}", id);
                indication.Direction.ToString().Should().BeEquivalentTo(row.Text("direction"), "{0}", id);
                indication.Strength.ToString().Should().BeEquivalentTo(row.Text("strength"), "{0}", id);
                indication.Evidence.Should().Equal(row.Texts("evidence"), "{0}", id);
                AdviceGates.ShouldSay(indication.When, row.Text("when"), id);
                entry.Flag("x-unverified").Should().Be(!row.Flag("verified"), "{0} says what was not seen", id);
                entry.OptionalText("x-basis").Should().Be(row.OptionalText("basis"), "{0} says what it rests on", id);
            }
        }

        Set.Interventions.Sum(i => i.Indications.Length).Should().Be(AdviceRows.Indications.Length);
    }

    [Fact]
    public void EveryNewInterventionIsItsRow()
    {
        foreach (var (id, row) in AdviceRows.AddedInterventions)
        {
            var entry = Find(id);
            entry.Category.Should().Be(row.Text("category"), "{0}", id);
            entry.Name.Should().Be(row.Text("name"), "{0}", id);
            entry.Dose.Should().Be(row.OptionalText("dose"), "{0}", id);
            entry.Effort.ToString().Should().BeEquivalentTo(row.Text("effort"), "{0}", id);
            entry.Cost.ToString().Should().BeEquivalentTo(row.Text("cost"), "{0}", id);
            entry.Evidence.Should().Equal(row.Texts("evidence"), "{0}", id);
            entry.Mechanisms.Should().Equal(row.Texts("mechanisms"), "{0}", id);
            double[] weeks = row.GetProperty("weeks") is { ValueKind: JsonValueKind.Array } range ? [.. range.EnumerateArray().Select(w => w.GetDouble())] : [];
            (entry.Weeks is { } w ? new[] { w.Low, w.High } : []).Should().Equal(weeks, "{0}", id);
            GateIsItsRow(entry, row.OptionalText("when"));
            ChangesAreTheirRows(entry, row);
            TrialsAreTheirRows(entry, row);
        }
    }

    [Fact]
    public void EveryChangedInterventionHasWhatItsRowChanges()
    {
        foreach (var (id, row) in AdviceRows.ChangedInterventions)
        {
            var entry = Find(id);
            if (row.TryGetProperty("when", out var when))
                GateIsItsRow(entry, when.GetString());
            if (row.TryGetProperty("changes", out _))
                ChangesAreTheirRows(entry, row);
            if (row.TryGetProperty("evidence", out _))
                entry.Evidence.Should().Equal(row.Texts("evidence"), "{0}", id);
            if (row.TryGetProperty("exampleOf", out var parent))
                entry.VariantOf.Should().Be(parent.GetString(), "{0}", id);
            foreach (string variant in row.Texts("examples"))
                Find(variant).VariantOf.Should().Be(id);
            if (row.Flag("neverSuggested"))
                entry.When.Should().BeOfType<AnyGate>().Which.Operands.Should().BeEmpty("{0} is never suggested", id);
            TrialsAreTheirRows(entry, row);
        }
    }

    [Fact]
    public void EveryTrialNumberIsTheScoredTargetOfTheFirstVersion()
    {
        foreach (var intervention in Set.Interventions)
        {
            foreach (var effect in intervention.Effects)
            {
                if (effect.Informational)
                {
                    effect.Effect.Should().BeNull("{0} shows a trial in its own words", intervention.Id);
                    effect.Trial!.Outcome.Should().NotBeNullOrWhiteSpace();
                    continue;
                }

                var target = Rows.Interventions.Single(r => r.Text("id") == intervention.Id).GetProperty("targets").EnumerateArray()
                    .Single(t => t.Flag("scored") && t.Text("condition") == effect.Condition);
                effect.Evidence.Should().Contain(target.Texts("evidence"), "{0}", intervention.Id);
                bool inverted = target.Text("betterWhen") == "higher";
                double[] row = [target.Number("value")!.Value, target.Number("ciLow")!.Value, target.Number("ciHigh")!.Value];
                double[] expected = inverted ? [Rounded(1 / row[0]), Rounded(1 / row[2]), Rounded(1 / row[1])] : row;
                new[] { effect.Effect!.Value, effect.Effect.Ci95!.Value.Low, effect.Effect.Ci95.Value.High }.Should().Equal(expected, "{0}", intervention.Id);
            }
        }
    }

    [Fact]
    public void EverySourceOfAdviceIsCited()
    {
        foreach (var row in AdviceRows.Sources)
        {
            var source = Set.Evidence.Single(e => e.Id == row.Text("id"));
            (source.Doi, source.Pmid, source.Year, source.Title).Should().Be((row.OptionalText("doi"), row.OptionalText("pmid"), (int?)row.Number("year"), row.Text("title")), "{0}", source.Id);
        }
    }

    [Fact]
    public void EveryWordOfAnIndicationAndATrialIsThereInGerman()
    {
        var german = Set.Texts["de"];
        foreach (var entry in Set.Interventions)
        {
            for (int i = 0; i < entry.Indications.Length; i++)
                german.Find("interventions", entry.Id, Path("indications", i)).Should().NotBeNullOrEmpty("{0}, indication {1}", entry.Id, i);
            for (int i = 0; i < entry.Effects.Length; i++)
            {
                var (trial, note) = (entry.Effects[i].Trial, entry.Effects[i].Note);
                foreach (var (field, text) in new[] { ("outcome", trial?.Outcome), ("comparator", trial?.Comparator), ("population", trial?.Population), ("note", note) })
                    (german.Find("interventions", entry.Id, Path("effects", i, field)) is not null).Should().Be(text is not null, "{0}, trial {1}, {2}", entry.Id, i, field);
            }

            (german.Find("interventions", entry.Id, "dose") is not null).Should().Be(entry.Dose is not null, "{0}", entry.Id);
        }
    }

    private static void GateIsItsRow(Intervention entry, string? row) =>
        AdviceGates.ShouldSay(entry.When, Shorter.TryGetValue(entry.Id, out string? shorter) ? shorter : row, entry.Id);

    private static void ChangesAreTheirRows(Intervention entry, JsonElement row)
    {
        var rows = row.GetProperty("changes").EnumerateArray().ToArray();
        entry.Changes.Select(c => c.Factor).Distinct().Should().Equal(rows.Select(r => r.Text("factor")), "{0}", entry.Id);
        foreach (var expected in rows)
        {
            string factor = expected.Text("factor");
            var found = entry.Changes.Where(c => c.Factor == factor).ToArray();
            var adult = found.Single(c => c.When is null);
            adult.AtLeast.Should().Be(expected.Number("atLeast"), "{0}: {1}", entry.Id, factor);
            adult.AtMost.Should().Be(expected.Number("atMost"), "{0}: {1}", entry.Id, factor);
            (adult.Set is { } set ? set.AsBoolean : (bool?)null).Should().Be(expected.TryGetProperty("set", out var value) ? value.GetBoolean() : null, "{0}: {1}", entry.Id, factor);
            if (adult.Set is null)
            {
                adult.Limit.Should().Be(expected.Number("limit"), "{0}: {1}", entry.Id, factor);
                adult.LimitPercent.Should().Be(expected.Number("limitPercent"), "{0}: {1}", entry.Id, factor);
                adult.Evidence.Should().Equal(expected.Texts("limitEvidence"), "{0}: {1}", entry.Id, factor);
            }

            var children = found.Where(c => c.When is not null).Select(c => (((ComparisonGate)c.When!).Below!.Value, c.AtLeast!.Value));
            children.Should().Equal(Children.GetValueOrDefault(factor, []), "{0}: {1}", entry.Id, factor);
        }
    }

    private static void TrialsAreTheirRows(Intervention entry, JsonElement row)
    {
        if (!row.TryGetProperty("effects", out var effects))
            return;
        var rows = effects.EnumerateArray().ToArray();
        foreach (var (expected, effect) in rows.Zip(entry.Effects))
        {
            effect.Condition.Should().Be(expected.Text("condition"), "{0}", entry.Id);
            effect.Certainty.ToString().Should().BeEquivalentTo(expected.Text("certainty").Replace("-", "", StringComparison.Ordinal), "{0}", entry.Id);
            AdviceGates.ShouldSay(effect.When, expected.OptionalText("when"), entry.Id);
            if (expected.Flag("informational"))
                effect.Informational.Should().BeTrue("{0}", entry.Id);
            if (!expected.TryGetProperty("trial", out var trial))
                continue;
            effect.Trial!.Outcome.Should().StartWith(trial.Text("outcome"), "{0}", entry.Id);
            effect.Trial.N.Should().Be((long?)trial.Number("n"), "{0}", entry.Id);
            effect.Trial.Weeks.Should().Be(trial.Number("weeks"), "{0}", entry.Id);
            effect.Evidence.Should().Contain(trial.Texts("evidence"), "{0}", entry.Id);
        }

        entry.Effects.Skip(rows.Length).Select(e => e.Condition).Intersect(rows.Select(r => r.Text("condition"))).Should().BeEmpty("{0}: new trials replace the former ones", entry.Id);
    }

    private static JsonElement[] Written(string intervention, string list)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("src", "GutSkin.Core", "Data", "interventions.json")));
        var entry = document.RootElement.GetProperty("interventions").EnumerateArray().Single(i => i.Text("id") == intervention);
        return [.. entry.GetProperty(list).Clone().EnumerateArray()];
    }

    private static string Path(string list, int index, string? field = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}.{index}") + (field is null ? "" : "." + field);

    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Intervention Find(string id) => Set.Interventions.Single(i => i.Id == id);
}
