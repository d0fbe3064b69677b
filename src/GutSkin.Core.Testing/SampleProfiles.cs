using System.Collections.Immutable;
using GutSkin.Core.RuleSets;

namespace GutSkin.Core.Testing;

/// <summary>Made-up people to try things on: eleven that the project itself is tested with, and as many generated ones as a test wants.</summary>
public static class SampleProfiles
{
    private const string Prefix = "GutSkin.Core.Testing.Profiles.";

    /// <summary>The names of the kept people, ordinally: <c>adolescent-acne</c>, <c>urgent-red-flag</c> …</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(SampleProfiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>A kept person.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The profile, for the built-in rule set.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static PersonProfile Get(string name)
    {
        using var stream = typeof(SampleProfiles).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"There is no '{name}': {string.Join(", ", Names)}.", nameof(name));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ProfileJson.Read(bytes.ToArray()).GetValueOrThrow();
    }

    /// <summary>
    /// People that a rule set allows: each factor is answered with a chance, within its bounds and choices. The same seed gives the same
    /// people everywhere and for ever (SplitMix64: Steele, Lea, Flood 2014). They are as nobody is, and good for laws, not for statistics.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Where to begin.</param>
    /// <param name="answered">The chance that a factor is answered, 0 to 1.</param>
    /// <param name="ruleSet">The rule set; null = the built-in one.</param>
    /// <returns>The profiles.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the chance is not from 0 to 1.</exception>
    public static IEnumerable<PersonProfile> Generate(int count, long seed = 1, double answered = 0.5, ResolvedRuleSet? ruleSet = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(answered is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(answered), "A chance is from 0 to 1.");
        return People(count, seed, answered, ruleSet ?? BuiltInRuleSet.Resolved);
    }

    private static IEnumerable<PersonProfile> People(int count, long seed, double answered, ResolvedRuleSet rules)
    {
        var concerns = rules.ScoredConditions;
        for (int i = 0; i < count; i++)
        {
            ulong state = unchecked((ulong)seed + ((ulong)i * 0xD1B54A32D192ED03));
            var builder = PersonProfile.Create();
            if (!concerns.IsEmpty)
                builder.ConcernedAbout(concerns[(int)(Fraction(ref state) * concerns.Length)]);
            foreach (var factor in rules.Data.Factors)
            {
                bool isAnswered = Fraction(ref state) < answered;
                double fraction = Fraction(ref state);
                if (isAnswered)
                    builder.With(factor.Id, ValueOf(factor, fraction));
            }

            yield return builder.Build();
        }
    }

    private static FactorValue ValueOf(Factor factor, double fraction)
    {
        double low = factor.Min ?? 0, high = factor.Max ?? (low + 100);
        return factor.Kind switch
        {
            FactorKind.Boolean => FactorValue.Boolean(fraction < 0.5),
            FactorKind.Choice => FactorValue.Choice(factor.Choices[(int)(fraction * factor.Choices.Length)]),
            FactorKind.Integer => FactorValue.Number(Math.Min(Math.Floor(high), Math.Ceiling(low) + Math.Floor(fraction * (Math.Floor(high) - Math.Ceiling(low) + 1)))),
            _ => FactorValue.Number(Math.Clamp(Math.Round(low + (fraction * (high - low)), 3), low, high)),
        };
    }

    private static double Fraction(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
