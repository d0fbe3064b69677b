using System.Globalization;
using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

/// <summary>A target that a derivation filled.</summary>
internal sealed record NaiveFilled(NaiveDerivation Derivation, double Value, double? Error, bool IsEstimate);

/// <summary>What a profile says about each factor on its day: known, declined or simply missing.</summary>
internal sealed class NaiveAnswers
{
    private readonly NaiveKnowledge knowledge;
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> tooOld = new(StringComparer.Ordinal);
    private readonly NaiveProfile? profile;

    public NaiveAnswers(NaiveKnowledge knowledge, JsonObject document)
    {
        this.knowledge = knowledge;
        profile = new NaiveProfile(knowledge, document);
        Concerns = profile.Concerns;
        foreach (var factor in knowledge.Factors.Keys)
            Resolve(factor);
        Notices = [.. profile.Notices, .. OutOfRange.Select(d => NaiveNotice.Of("derivation-out-of-range", "derivation", d))];
    }

    private NaiveAnswers(NaiveAnswers original)
    {
        knowledge = original.knowledge;
        values = new(original.values, StringComparer.Ordinal);
        tooOld = new(original.tooOld, StringComparer.Ordinal);
        Filled = new(original.Filled, StringComparer.Ordinal);
        Declined = original.Declined;
        Inapplicable = original.Inapplicable;
        Concerns = original.Concerns;
    }

    /// <summary>The concerns the profile names, as it names them: none where it names none.</summary>
    public HashSet<string> Concerns { get; }

    /// <summary>Missing because the person would not say.</summary>
    public HashSet<string> Declined { get; } = new(StringComparer.Ordinal);

    /// <summary>Yes/no factors that do not apply, and are false for that.</summary>
    public SortedSet<string> Inapplicable { get; } = new(StringComparer.Ordinal);

    /// <summary>The targets that derivations filled.</summary>
    public SortedDictionary<string, NaiveFilled> Filled { get; } = new(StringComparer.Ordinal);

    /// <summary>What the assessment says about the answers themselves.</summary>
    public IReadOnlyList<JsonObject> Notices { get; } = [];

    private SortedSet<string> OutOfRange { get; } = new(StringComparer.Ordinal);

    /// <summary>The known answer (number in the factor's own unit), or null where the factor is missing.</summary>
    public object? this[string factor] => Resolve(factor);

    public bool Knows(string factor) => Resolve(factor) is not null;

    /// <summary>The truth of <c>{"known": factor}</c>.</summary>
    public Truth Known(string factor) => Knows(factor) ? Truth.True : tooOld.Contains(factor) ? Truth.Unknown : Truth.False;

    /// <summary>has(c): the truth of its presence; without one true where the profile names it, else unknown.</summary>
    public Truth Has(string condition)
    {
        if (knowledge.Conditions.Single(c => c.Id == condition).Presence is not { } presence)
            return Concerns.Contains(condition) ? Truth.True : Truth.Unknown;
        return this[presence] switch { null => Truth.Unknown, true => Truth.True, _ => Truth.False };
    }

    /// <summary>m: how far the known number may be off; 0 where nothing says so.</summary>
    public double Error(string factor) => this[factor] is not double v ? 0
        : Filled.TryGetValue(factor, out var filled) ? filled.Error ?? 0
        : knowledge.Factors[factor].Error?.Of(v) ?? 0;

    /// <summary>The error of an estimate; null where the answer is none.</summary>
    public double? EstimateError(string factor) => Filled.TryGetValue(factor, out var filled) && filled.IsEstimate ? filled.Error ?? 0 : null;

    /// <summary>The same with another answer; nothing else is worked out anew.</summary>
    public NaiveAnswers With(string factor, object value)
    {
        var changed = new NaiveAnswers(this);
        changed.values[factor] = value;
        changed.Filled.Remove(factor);
        return changed;
    }

    /// <summary>Reduced to the fixed facts, for the ceiling.</summary>
    public NaiveAnswers Fixed()
    {
        var reduced = new NaiveAnswers(this);
        foreach (var factor in knowledge.Factors.Values.Where(f => f.Modifiable && !Inapplicable.Contains(f.Id)))
        {
            reduced.values[factor.Id] = null;
            reduced.tooOld.Add(factor.Id);
        }

        return reduced;
    }

    private object? Resolve(string factor)
    {
        if (!values.TryGetValue(factor, out var value))
            values[factor] = value = Find(knowledge.Factors[factor]);
        return value;
    }

    private object? Find(NaiveFactor factor)
    {
        var entry = profile!.Entry(factor.Id);
        if (entry is { IsDeclined: false, IsTooOld: false })
            return entry.Value;
        var screen = factor.Kind == "boolean" ? profile.Screen(factor, entry) : ScreenAnswer.None;
        if (screen == ScreenAnswer.TooOld || (entry is { IsTooOld: true }))
            tooOld.Add(factor.Id);
        if (entry is { IsDeclined: true })
        {
            if (screen == ScreenAnswer.False)
                return false;
            Declined.Add(factor.Id);
            return null;
        }

        if (factor.IsNumeric)
            return Derive(factor);
        if (factor.Kind != "boolean")
            return null;
        if (!Applies(factor))
            Inapplicable.Add(factor.Id);
        return screen == ScreenAnswer.False || Inapplicable.Contains(factor.Id) ? false : null;
    }

    /// <summary>False where <c>askWhen</c> is false, or the gates of all screens that list the factor are.</summary>
    private bool Applies(NaiveFactor factor)
    {
        var screens = knowledge.Screens.Where(s => s.Factors.Contains(factor.Id)).ToList();
        return NaiveGate.Evaluate(factor.AskWhen, this) != Truth.False
            && (screens.Count == 0 || screens.Any(s => NaiveGate.Evaluate(s.When, this) != Truth.False));
    }

    private double? Derive(NaiveFactor factor)
    {
        foreach (var derivation in knowledge.DerivationsOf(factor.Id))
        {
            var found = derivation.Found(this);
            if (found is null || NaiveGate.Evaluate(found.When, this) == Truth.Unknown || !found.Needs.All(Knows))
                continue;
            var value = derivation.Finish(found.Value(this));
            if (!double.IsFinite(value) || !factor.Allows(value))
            {
                OutOfRange.Add(derivation.Id);
                continue;
            }

            var estimate = derivation.IsEstimate || found.Needs.Any(f => Filled.TryGetValue(f, out var filled) && filled.IsEstimate);
            Filled[factor.Id] = new NaiveFilled(derivation, value, (derivation.Error ?? factor.Error)?.Of(value), estimate);
            return value;
        }

        return null;
    }
}
