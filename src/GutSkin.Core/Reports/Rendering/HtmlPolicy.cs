using System.Security.Cryptography;
using System.Text;

namespace GutSkin.Core;

/// <summary>The content security policy a report brings along: nothing but its own style, known by its hash.</summary>
internal static class HtmlPolicy
{
    /// <summary>What stands in the style element, with the line feeds around it: those count for the hash.</summary>
    public const string Style = "\n" + HtmlStyle.Css + "\n";

    public static string Text { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";
}
