using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>Random screens and forms: questions that are asked together.</summary>
internal static class PageGenerator
{
    public static IReadOnlyList<JsonObject> Screens(RuleSetDraft draft)
    {
        var random = draft.Random;
        var booleans = draft.Factors.Where(f => f.Kind == "boolean").ToList();
        var screens = new List<JsonObject>();
        var taken = new List<DraftFactor>();
        foreach (var id in random.Some(["red-flags", "allergies", "screen.a"], random.Pick<int>(draft.Wide ? [0, 0, 1] : [0, 1, 1, 2, 3])))
        {
            var free = booleans.Except(taken).ToList();
            if (free.Count == 0)
                break;
            var factors = random.Some(free, random.From(1, Math.Min(4, free.Count))).ToList();
            if (taken.Count > 0 && random.Chance(20))
                factors.Add(random.Pick(taken));
            taken.AddRange(factors);
            var screen = new JsonObject { ["id"] = id, ["title"] = id, ["factors"] = NaiveJson.Array(factors.Select(f => f.Id)) };
            // What a screen waits for comes before all that it lists, or there would be a circle.
            var earlier = draft.Factors.TakeWhile(f => !factors.Contains(f));
            var scope = GateScope.Before(earlier, factors.Any(f => f.Safe));
            if (scope.Factors.Count > 0 && random.Chance(55))
                screen["when"] = GateGenerator.Gate(draft, 1, scope);
            screens.Add(screen);
        }

        return screens;
    }

    public static IReadOnlyList<JsonObject> Forms(RuleSetDraft draft)
    {
        var random = draft.Random;
        var free = draft.Factors.ToList();
        var forms = new List<JsonObject>();
        foreach (var id in random.Some(["food", "day", "form.a"], random.Pick<int>(draft.Wide ? [0] : [0, 1, 1, 2])))
        {
            var items = random.Some(free, random.From(2, 5)).ToList();
            if (!random.Chance(20))
                free.RemoveAll(items.Contains);
            if (items.Count > 0)
                forms.Add(new JsonObject { ["id"] = id, ["title"] = id, ["items"] = NaiveJson.Array(items.Select(f => f.Id)) });
        }

        return forms;
    }
}
