using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GutSkin.Core.RuleSets.Format;
using GutSkin.Core.Values;

namespace GutSkin.Core.RuleSets;

/// <summary>A gate that blocks or cautions interventions, or raises a red flag.</summary>
[JsonConverter(typeof(SafetyRuleConverter))]
public sealed partial record SafetyRule
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required SafetyKind Kind { get; init; }

    /// <summary>When it holds.</summary>
    public required Gate When { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Message { get; init; }

    /// <summary>The interventions a contraindication or caution is for: ids, or prefixes ending in <c>*</c>.</summary>
    public ImmutableArray<string> Interventions { get; init; } = [];

    /// <summary>The ids of traits: a contraindication or caution is for every intervention that has one of them.</summary>
    public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>Movements of factors: a contraindication or caution is for every intervention that can move a factor so.</summary>
    public ImmutableArray<Movement> Movements { get; init; } = [];

    /// <summary>How soon someone should be seen; for a red flag only.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>The ids of the referrals a red flag calls for.</summary>
    public ImmutableArray<string> Refer { get; init; } = [];

    /// <summary>Ids of the evidence.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Whether no overlay may loosen the rule.</summary>
    public bool Locked { get; init; }

    /// <summary>
    /// Whether the rule names an intervention, by id or prefix, directly or through <see cref="Intervention.SameSafetyAs"/>. It may reach it
    /// by a trait, a movement or the intervention it is a variant of as well: <see cref="Recommendation.Safety"/> has them all.
    /// </summary>
    /// <param name="intervention">The intervention.</param>
    /// <returns>True where it is.</returns>
    public bool AppliesTo(Intervention intervention)
    {
        ArgumentNullException.ThrowIfNull(intervention);
        foreach (string target in Interventions)
        {
            if (Targets(target, intervention.Id))
                return true;
            foreach (string other in intervention.SameSafetyAs)
            {
                if (Targets(target, other))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a target (an id, or a prefix ending in <c>*</c>) means an intervention.</summary>
    /// <param name="target">The id or prefix.</param>
    /// <param name="intervention">The id of the intervention.</param>
    /// <returns>True where it does; <c>a.b.*</c> does not mean <c>a.b</c>.</returns>
    public static bool Targets(string target, string intervention)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(intervention);
        return target.EndsWith('*')
            ? intervention.AsSpan().StartsWith(target.AsSpan(0, target.Length - 1))
            : target == intervention;
    }

    /// <summary>Id, kind and gate.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Id} ({KebabWords.WordOf(Kind)}): {When}";
}

/// <summary>A movement of a factor that a safety rule is for: every intervention that can move it so, whatever its value is now.</summary>
public sealed record Movement
{
    /// <summary>The id of the factor.</summary>
    public required string Factor { get; init; }

    /// <summary>Which way; for a yes/no or choice factor always <see cref="MovementDirection.Any"/>.</summary>
    public required MovementDirection Direction { get; init; }
}

/// <summary>Which way a factor moves.</summary>
[JsonConverter(typeof(KebabEnumConverter<MovementDirection>))]
public enum MovementDirection
{
    /// <summary>To a higher value.</summary>
    Up,

    /// <summary>To a lower value.</summary>
    Down,

    /// <summary>To any other value.</summary>
    Any,
}
