using System.Diagnostics.CodeAnalysis;

namespace GutSkin.Core.Values;

/// <summary>A version by Semantic Versioning 2.0.0 (semver.org).</summary>
internal sealed class SemanticVersion : IComparable<SemanticVersion>, IEquatable<SemanticVersion>
{
    // Digits without leading zeros: numbers of any length, compared and counted up as they are written.
    private readonly string[] core;
    private readonly string[] preRelease;
    private readonly string text;

    private SemanticVersion(string[] core, string[] preRelease, string text)
    {
        this.core = core;
        this.preRelease = preRelease;
        this.text = text;
    }

    internal (string Major, string Minor, string Patch) Core => (core[0], core[1], core[2]);

    /// <summary>Whether the left version precedes the right one.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where it does.</returns>
    public static bool operator <(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) < 0;

    /// <summary>Whether the left version precedes or equals the right one.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where it does.</returns>
    public static bool operator <=(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left version follows the right one.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where it does.</returns>
    public static bool operator >(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) > 0;

    /// <summary>Whether the left version follows or equals the right one.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where it does.</returns>
    public static bool operator >=(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) >= 0;

    /// <summary>Whether two versions have the same precedence.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where they have.</returns>
    public static bool operator ==(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) == 0;

    /// <summary>Whether two versions differ in precedence.</summary>
    /// <param name="left">A version.</param>
    /// <param name="right">Another.</param>
    /// <returns>True where they do.</returns>
    public static bool operator !=(SemanticVersion? left, SemanticVersion? right) => Compare(left, right) != 0;

    /// <summary>Reads a version.</summary>
    /// <param name="text">For example <c>1.2.0</c> or <c>1.2.0-rc.1+build</c>.</param>
    /// <param name="version">The version, where it is one.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SemanticVersion? version)
    {
        version = null;
        if (string.IsNullOrEmpty(text))
            return false;
        string rest = text;
        int plus = rest.IndexOf('+', StringComparison.Ordinal);
        if (plus >= 0)
        {
            if (!rest[(plus + 1)..].Split('.').All(IsIdentifier))
                return false;
            rest = rest[..plus];
        }

        string[] pre = [];
        int dash = rest.IndexOf('-', StringComparison.Ordinal);
        if (dash >= 0)
        {
            pre = rest[(dash + 1)..].Split('.');
            if (!pre.All(p => IsIdentifier(p) && !(p.Length > 1 && p[0] == '0' && p.All(char.IsAsciiDigit))))
                return false;
            rest = rest[..dash];
        }

        string[] parts = rest.Split('.');
        if (parts.Length != 3 || !parts.All(IsNumber))
            return false;
        version = new SemanticVersion(parts, pre, text);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;
        for (int i = 0; i < 3; i++)
        {
            int byPart = CompareNumbers(core[i], other.core[i]);
            if (byPart != 0)
                return byPart;
        }

        if (preRelease.Length == 0 || other.preRelease.Length == 0)
            return other.preRelease.Length.CompareTo(preRelease.Length);
        for (int i = 0; i < Math.Min(preRelease.Length, other.preRelease.Length); i++)
        {
            int byId = CompareIdentifiers(preRelease[i], other.preRelease[i]);
            if (byId != 0)
                return byId;
        }

        return preRelease.Length.CompareTo(other.preRelease.Length);
    }

    /// <inheritdoc/>
    public bool Equals(SemanticVersion? other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SemanticVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(core[0], core[1], core[2], string.Join('.', preRelease));

    /// <summary>The version as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => text;

    private static int Compare(SemanticVersion? left, SemanticVersion? right) =>
        left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private static int CompareIdentifiers(string a, string b)
    {
        bool aNumber = a.All(char.IsAsciiDigit), bNumber = b.All(char.IsAsciiDigit);
        if (aNumber && bNumber)
            return CompareNumbers(a, b);
        if (aNumber != bNumber)
            return aNumber ? -1 : 1;
        return string.CompareOrdinal(a, b);
    }

    private static int CompareNumbers(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);

    private static bool IsNumber(string s) => s.Length > 0 && s.All(char.IsAsciiDigit) && !(s.Length > 1 && s[0] == '0');

    private static bool IsIdentifier(string s) => s.Length > 0 && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <summary>
/// Which versions satisfy a dependency: comparators parted by spaces, all of which must hold, for example
/// <c>&gt;=1.0.0 &lt;2.0.0</c>; also <c>1.2.3</c> (exactly), <c>^1.2.3</c>, <c>~1.2.3</c>, <c>*</c>, and alternatives parted by <c>||</c>.
/// </summary>
internal sealed class VersionRange
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
            string ceilingText = word[0] == '~' || (major == "0" && minor != "0")
                ? $"{major}.{Next(minor)}.0-0"
                : major != "0"
                    ? $"{Next(major)}.0.0-0"
                    : $"0.0.{Next(patch)}-0";
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

    /// <summary>The whole number after one written in digits.</summary>
    private static string Next(string digits)
    {
        string head = digits.TrimEnd('9');
        string zeros = new('0', digits.Length - head.Length);
        return head.Length == 0 ? $"1{zeros}" : $"{head[..^1]}{(char)(head[^1] + 1)}{zeros}";
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
