using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Something that is true, false or unknown of a person and that an answer can decide: a gate, or whether an
/// intervention has room.
/// </summary>
internal sealed record NaivePoint(
    Func<NaiveAnswers, Truth> Value,
    IReadOnlySet<string> Reads,
    Func<string, IEnumerable<double>> Thresholds,
    Func<NaiveAnswers, IEnumerable<string>> Reached)
{
    public static NaivePoint Of(JsonObject? gate) => new(
        answers => NaiveGate.Evaluate(gate, answers),
        NaiveGate.Factors(gate),
        factor => gate is null ? [] : NaiveGate.Thresholds(gate, factor),
        answers => gate is null ? [] : NaiveGate.ReachedThroughUnknown(gate, answers));

    /// <summary>The room of an intervention: read as a gate over its changes.</summary>
    public static NaivePoint RoomOf(NaiveIntervention intervention)
    {
        var gates = intervention.Changes.Select(c => c.When).OfType<JsonObject>().ToList();
        return new NaivePoint(
            answers => NaiveChanges.Met(intervention, answers),
            gates.SelectMany(NaiveGate.Factors).Concat(intervention.Changes.Select(c => c.Factor)).ToHashSet(StringComparer.Ordinal),
            factor => gates.SelectMany(g => NaiveGate.Thresholds(g, factor)).Concat(intervention.Changes
                .Where(c => c.Factor == factor)
                .Select(c => c.AtMost ?? c.AtLeast ?? c.Set as double?)
                .OfType<double>()),
            answers => ReachedByRoom(intervention, answers));
    }

    /// <summary>The missing factors of the changes that count, and what an unknown gate of a change reads.</summary>
    private static IEnumerable<string> ReachedByRoom(NaiveIntervention intervention, NaiveAnswers answers)
    {
        foreach (var changes in NaiveChanges.ByFactor(intervention))
        {
            var (change, gate) = NaiveChanges.First(changes, answers);
            if (gate == Truth.True && !answers.Knows(changes.Key))
                yield return changes.Key;
            if (gate == Truth.Unknown)
            {
                foreach (var factor in NaiveGate.ReachedThroughUnknown(change!.When!, answers))
                    yield return factor;
            }
        }
    }
}
