using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random derivations of every kind of case, in chains, gated, counted and estimated.</summary>
internal static class DerivationGenerator
{
    public static IReadOnlyList<JsonObject> Derivations(RuleSetDraft draft)
    {
        var random = draft.Random;
        var derivations = new List<JsonObject>();
        if (random.Chance(15))
            return derivations;
        var late = Enumerable.Range(0, draft.Factors.Count).Where(i => i >= 3 && draft.Factors[i].IsNumeric).ToList();
        foreach (var place in random.Some(late, random.From(1, 5)).Order())
        {
            var target = draft.Factors[place];
            var earlier = draft.Factors.Take(place).Where(f => !f.Quiet && (f.Safe || !target.Safe) && f.HasNumber).ToList();
            if (earlier.Count == 0)
                continue;
            for (var n = random.Chance(30) ? 2 : 1; n > 0; n--)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{random.Pick(["d", "d-", "way.", "y"])}{derivations.Count}");
                derivations.Add(Derivation(draft, id, target, earlier));
            }

            draft.Targets.Add(target.Id);
        }

        return random.Some(derivations, derivations.Count);
    }

    private static JsonObject Derivation(RuleSetDraft draft, string id, DraftFactor target, IReadOnlyList<DraftFactor> earlier)
    {
        var random = draft.Random;
        var chained = earlier.Any(f => draft.Targets.Contains(f.Id));
        var derivation = new JsonObject { ["id"] = id, ["factor"] = target.Id, ["title"] = id };
        if (!target.Safe && random.Chance(chained ? 40 : 75))
        {
            derivation["standing"] = "estimate";
            draft.Estimates.Add(target.Id);
        }
        else if (random.Chance(20))
        {
            derivation["standing"] = "count";
        }

        var cases = new JsonArray();
        var items = new SortedSet<string>(StringComparer.Ordinal);
        var count = random.Pick([1, 1, 2, 2, 3]);
        for (var i = 1; i <= count; i++)
        {
            var (one, needs) = Case(draft, target, earlier);
            items.UnionWith(needs);
            if (i < count || random.Chance(25))
                one["when"] = GateGenerator.Gate(draft, 1, GateScope.Before(earlier, target.Safe));
            cases.Add(one);
        }

        draft.Items.UnionWith(items);
        derivation["items"] = NaiveJson.Array(items);
        derivation["cases"] = cases;
        if (random.Chance(40))
            derivation["atLeast"] = target.Low;
        if (random.Chance(40))
            derivation["atMost"] = target.High;
        if (random.Chance(30))
            derivation["round"] = random.From(0, 2);
        if (random.Chance(draft.Estimates.Contains(target.Id) ? 92 : 65))
            derivation["error"] = FactorGenerator.Error(random, draft.Estimates.Contains(target.Id) ? target.Step * 2 : target.Step);
        return derivation;
    }

    private static (JsonObject Case, IReadOnlyList<string> Needs) Case(RuleSetDraft draft, DraftFactor target, IReadOnlyList<DraftFactor> earlier)
    {
        var random = draft.Random;
        var numbers = earlier.Where(f => f.IsNumeric && f.High > f.Low).ToList();
        var positive = numbers.Where(f => f.Low >= 0).ToList();
        if (positive.Count > 0 && (target.Id == "body.z" ? random.Chance(70) : random.Chance(12)))
            return Lms(random, target, random.Pick(positive), random.Pick(numbers));
        if (positive.Count > 0 && random.Chance(40))
            return Product(random, target, random.Some(positive, random.From(1, 2)));
        return Linear(draft, target, earlier);
    }

    private static (JsonObject Case, IReadOnlyList<string> Needs) Linear(RuleSetDraft draft, DraftFactor target, IReadOnlyList<DraftFactor> earlier)
    {
        var random = draft.Random;
        var chained = earlier.Where(f => draft.Targets.Contains(f.Id)).ToList();
        var items = random.Some(earlier, random.From(1, 3)).ToList();
        if (chained.Count > 0 && random.Chance(75))
            items.Add(random.Pick(chained.Any(f => draft.Estimates.Contains(f.Id)) ? [.. chained.Where(f => draft.Estimates.Contains(f.Id))] : chained));
        items = [.. items.Distinct()];

        var reach = (target.High - target.Low) / 2 / items.Count * (random.Chance(8) ? 4 : 1);
        var terms = new JsonObject();
        foreach (var item in items)
            terms[item.Id] = Term(random, item, reach * random.Pick([-1, 1, 1]));
        var linear = new JsonObject { ["terms"] = terms };
        if (random.Chance(85))
            linear["intercept"] = Math.Round(target.Low + ((target.High - target.Low) * random.Pick([0.1, 0.5, 0.5, 0.7])), 3);
        return (new JsonObject { ["linear"] = linear }, [.. items.Select(f => f.Id)]);
    }

    /// <summary>A term that moves the target by about the reach over what the item can be.</summary>
    private static JsonNode Term(SplitMix64 random, DraftFactor item, double reach)
    {
        var whole = Math.Round(reach, 3) == 0 ? 0.001 : Math.Round(reach, 3);
        if (!item.IsNumeric && random.Chance(50))
        {
            IReadOnlyList<string> answers = item.Kind == "boolean" ? ["true", "false"] : item.Choices;
            var levels = new JsonObject();
            foreach (var answer in random.Some(answers, random.From(1, answers.Count)))
                levels[answer] = random.Pick([whole, 0.5, Math.Round(whole / 2, 3)]);
            return new JsonObject { ["levels"] = levels };
        }

        if (item.IsNumeric && item.High > item.Low && random.Chance(35))
        {
            var knots = new JsonArray();
            foreach (var x in Enumerable.Range(0, random.From(2, 4)).Select(_ => item.Point(random)).Distinct().Order())
                knots.Add(RuleSetGenerator.Numbers(x, random.Chance(60) ? Math.Round(whole * knots.Count / 3, 3) : Math.Round(whole * random.Decimal(-0.5, 1, 1), 3)));
            return new JsonObject { ["curve"] = knots };
        }

        var span = Math.Max(item.High - item.Low, 1);
        var coefficient = Math.Round(whole / span, 4);
        return JsonValue.Create(coefficient == 0 ? 0.0005 : coefficient);
    }

    private static (JsonObject Case, IReadOnlyList<string> Needs) Product(SplitMix64 random, DraftFactor target, IReadOnlyList<DraftFactor> items)
    {
        var powers = new JsonObject();
        var typical = 1.0;
        foreach (var item in items)
        {
            var power = random.Pick([1, 1, -1, 2, -2]);
            powers[item.Id] = power;
            typical *= Math.Pow(item.Low + (0.5 * (item.High - item.Low)), power);
        }

        var wanted = Math.Max(target.Low + (0.6 * (target.High - target.Low)), 0.5);
        var product = new JsonObject { ["powers"] = powers };
        if (random.Chance(90))
            product["times"] = double.Parse((wanted / typical).ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (new JsonObject { ["product"] = product }, [.. items.Select(f => f.Id)]);
    }

    private static (JsonObject Case, IReadOnlyList<string> Needs) Lms(SplitMix64 random, DraftFactor target, DraftFactor value, DraftFactor at)
    {
        var knots = new JsonArray();
        foreach (var x in Enumerable.Range(0, random.From(2, 4)).Select(_ => at.Point(random)).Distinct().Order())
        {
            var median = Math.Round((value.High * 0.5) + (value.High * random.Decimal(-0.2, 0.2, 2)), 3);
            knots.Add(RuleSetGenerator.Numbers(x, random.Pick([0, 1, -0.5, 0.5, -1.2]), median, random.Decimal(0.2, 1, 2)));
        }

        if (knots.Count == 1)
            knots.Add(RuleSetGenerator.Numbers(knots[0]![0]!.GetValue<double>() + at.Step, 0, Math.Round(value.High * 0.5, 3), 0.3));
        var form = new JsonObject { ["terms"] = new JsonObject { [at.Id] = random.Chance(80) ? 1 : 0.5 } };
        if (random.Chance(25))
            form["intercept"] = 0.5;
        var lms = new JsonObject { ["value"] = value.Id, ["at"] = form, ["knots"] = knots };
        return (new JsonObject { ["lms"] = lms }, [.. new[] { value.Id, at.Id }.Distinct()]);
    }
}
