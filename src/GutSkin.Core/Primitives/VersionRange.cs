using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GutSkin.Core;

/// <summary>
/// Which versions satisfy a dependency: comparators parted by spaces, all of which must hold, for example
/// <c>&gt;=1.0.0 &lt;2.0.0</c>; also <c>1.2.3</c> (exactly), <c>^1.2.3</c>, <c>~1.2.3</c>, <c>*</c>, and alternatives parted by <c>||</c>.
/// </summary>
public sealed class VersionRange
{
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    private readonly Comparator[][] alternatives;
    private readonly string text;

    private VersionRange(Comparator[][] alternatives, string text)
    {
        this.alternatives = alternatives;
        this.text = text;
    }

    /// <summary>Reads a range.</summary>
    /// <param name="text">The range.</param>
    /// <param name="range">The range, where it is one.</param>
    /// <returns>Whether the text is a range.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VersionRange? range)
    {
        range = null;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var alternatives = new List<Comparator[]>();
        foreach (string alternative in text.Split("||"))
        {
            var comparators = new List<Comparator>();
            string[] words = alternative.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                return false;
            for (int i = 0; i < words.Length; i++)
            {
                // An operator may stand apart from its version.
                string word = Operators.Contains(words[i]) && i + 1 < words.Length ? words[i] + words[++i] : words[i];
                if (!TryAdd(word, comparators))
                    return false;
            }

            alternatives.Add([.. comparators]);
        }

        range = new VersionRange([.. alternatives], text);
        return true;
    }

    /// <summary>Whether a version satisfies the range. A pre-release does so like any other version, by precedence.</summary>
    /// <param name="version">The version.</param>
    /// <returns>True where it does.</returns>
    public bool IsSatisfiedBy(SemanticVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return alternatives.Any(all => all.All(c => c.Holds(version)));
    }

    /// <summary>The range as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => text;

    private static bool TryAdd(string word, List<Comparator> comparators)
    {
        if (word is "*")
            return true;
        if (word[0] is '^' or '~')
        {
            if (!SemanticVersion.TryParse(word[1..], out var floor))
                return false;
            var (major, minor, patch) = floor.Core;
            string ceilingText = word[0] == '~' || (major.IsZero && !minor.IsZero)
                ? string.Create(CultureInfo.InvariantCulture, $"{major}.{minor + 1}.0-0")
                : !major.IsZero
                    ? string.Create(CultureInfo.InvariantCulture, $"{major + 1}.0.0-0")
                    : string.Create(CultureInfo.InvariantCulture, $"0.0.{patch + 1}-0");
            if (!SemanticVersion.TryParse(ceilingText, out var ceiling))
                return false;
            comparators.Add(new Comparator(">=", floor));
            comparators.Add(new Comparator("<", ceiling));
            return true;
        }

        string op = Operators.FirstOrDefault(o => word.StartsWith(o, StringComparison.Ordinal)) ?? "";
        if (!SemanticVersion.TryParse(word[op.Length..], out var version))
            return false;
        comparators.Add(new Comparator(op, version));
        return true;
    }

    private readonly record struct Comparator(string Operator, SemanticVersion Version)
    {
        public bool Holds(SemanticVersion candidate) => Operator switch
        {
            ">=" => candidate >= Version,
            "<=" => candidate <= Version,
            ">" => candidate > Version,
            "<" => candidate < Version,
            _ => candidate == Version,
        };
    }
}
