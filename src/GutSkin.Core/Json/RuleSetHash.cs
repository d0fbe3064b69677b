using System.Security.Cryptography;

namespace GutSkin.Core;

/// <summary>What a rule set is told apart by.</summary>
internal static class RuleSetHash
{
    /// <summary>The SHA-256 of the canonical JSON (RFC 8785) of what <see cref="RuleSetJson.Write"/> writes, with the rules that classes compute, in lower-case hexadecimal.</summary>
    public static string Sha256(RuleSet ruleSet) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(RuleSetWriter.WithClasses(ruleSet))));
}
