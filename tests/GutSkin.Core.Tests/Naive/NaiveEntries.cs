using System.Text.Json.Nodes;

namespace GutSkin.Core.Tests.Naive;

internal sealed record NaiveReference(JsonObject? When, double? Low, double? High, object? Value);

/// <summary>v × multiply + add or v / divide + add, to some decimals of the factor's own unit.</summary>
internal sealed record NaiveConversion(double? Multiply, double? Divide, double Add, int? Decimals)
{
    public double Of(double v)
    {
        var converted = Multiply is { } m ? v * m : v / Divide!.Value;
        return Round(converted + Add, Decimals);
    }

    /// <summary>floor(v × 10^d + 0.5) / 10^d, or v itself without decimals.</summary>
    public static double Round(double v, int? decimals)
    {
        if (decimals is not { } d)
            return v;
        var scale = Math.Pow(10, d);
        return Math.Floor((v * scale) + 0.5) / scale;
    }
}

/// <summary>How far a measured number may be off: <c>sd</c>, or <c>cv</c> × |value|.</summary>
internal sealed record NaiveError(double? Sd, double? Cv)
{
    public double Of(double value) => Sd ?? Cv!.Value * Math.Abs(value);
}

internal sealed record NaiveFactor(
    string Id, string Kind, string? Unit, double? Min, double? Max, IReadOnlyList<string> Choices,
    IReadOnlyDictionary<string, double> Scores, IReadOnlyList<NaiveReference> References, bool Modifiable, string Acquisition,
    double? MaxAgeDays, NaiveError? Error, IReadOnlyDictionary<string, NaiveConversion> Conversions, JsonObject? AskWhen, double? CoreOrder)
{
    public bool IsNumeric => Kind is "number" or "integer";

    /// <summary>Whether the value lies in [min, max].</summary>
    public bool Allows(double value) => !(value < Min) && !(value > Max);
}

internal sealed record NaiveCondition(string Id, string Kind, string? Presence);

internal sealed record NaiveRule(
    string Id, string Condition, JsonObject? When, string? Factor, NaiveBurden Burden, NaiveEffect Effect,
    string Certainty, IReadOnlyList<string> Mechanisms, string? Overlap, string Role, bool Informational);

internal sealed record NaiveChange(
    string Factor, JsonObject? When, double? AtMost, double? AtLeast, object? Set, double? Limit, double? LimitPercent);

internal sealed record NaiveTrial(string Condition, JsonObject? When, NaiveEffect? Effect, string Certainty, bool Informational);

internal sealed record NaiveIndication(JsonObject Document)
{
    public JsonObject? When => Document["when"] as JsonObject;

    public string? Condition => Document.Text("condition");

    public string Direction => Document.Text("direction")!;

    /// <summary>2 for strong, 1 for conditional.</summary>
    public int Strength => Document.Text("strength") == "strong" ? 2 : 1;
}

internal sealed record NaiveIntervention(
    string Id, JsonObject Document, string Category, JsonObject? When, IReadOnlyList<NaiveChange> Changes, IReadOnlyList<NaiveTrial> Effects,
    IReadOnlyList<NaiveIndication> Indications, IReadOnlyList<string> Traits, string? Parent, string Effort, string Cost)
{
    public bool IsReferral => Category == "referral";
}

internal sealed record NaiveMovement(string Factor, string Direction);

internal sealed record NaiveSafety(
    string Id, string Kind, string? Urgency, JsonObject When, IReadOnlyList<string> Interventions, IReadOnlyList<string> Traits,
    IReadOnlyList<NaiveMovement> Movements, IReadOnlyList<string> Refer)
{
    /// <summary>Ids, or a prefix ending in <c>*</c>.</summary>
    public bool Names(string intervention) => Interventions.Any(target => target.EndsWith('*')
        ? intervention.StartsWith(target[..^1], StringComparison.Ordinal)
        : target == intervention);
}

internal sealed record NaiveScreen(string Id, IReadOnlyList<string> Factors, JsonObject? When);

internal sealed record NaiveForm(string Id, IReadOnlyList<string> Items);

internal sealed record NaiveProduct(string Id, string Intervention, IReadOnlyList<string> Allergens);

internal sealed record NaiveBand(string Name, double? Below);
