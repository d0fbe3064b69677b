using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>
/// Something that is true, false or unknown of a person and that an answer can decide: mostly a gate.
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

    /// <summary>A missing answer, which any allowed value decides.</summary>
    public static NaivePoint Answer(string factor) => new(
        answers => answers.Knows(factor) ? Truth.True : Truth.Unknown,
        new HashSet<string> { factor },
        _ => [],
        answers => answers.Knows(factor) ? [] : [factor]);

    /// <summary>What keeps room unknown: missing factors of the changes that count or may, and the unknown gates of these changes.</summary>
    public static IEnumerable<NaivePoint> RoomOf(NaiveIntervention intervention, NaiveAnswers answers)
    {
        if (NaiveChanges.Met(intervention, answers) != Truth.Unknown)
            yield break;
        foreach (var changes in NaiveChanges.ByFactor(intervention))
        {
            var (change, gate) = NaiveChanges.First(changes, answers);
            if (gate != Truth.False)
                yield return Answer(changes.Key);
            if (gate == Truth.Unknown)
                yield return Of(change!.When);
        }
    }
}
