using System.Text;
using GutSkin.Core.RuleSets;

namespace GutSkin.Fhir.Reading;

/// <summary>Finds the unit of a factor that a UCUM code means. Only other spellings of a unit are understood; nothing is scaled by prefixes.</summary>
internal static class UcumUnit
{
    public const string System = "http://unitsofmeasure.org";

    /// <summary>The unit, as the factor or one of its conversions spells it; null where the factor has no such unit.</summary>
    public static (string Unit, UnitConversion? Conversion)? Find(Factor factor, string code)
    {
        string wanted = Spelling(code);
        if (factor.Unit is { } own && (own == code || Spelling(own) == wanted))
            return (own, null);
        foreach (var conversion in factor.Conversions)
        {
            if (conversion.From == code || Spelling(conversion.From) == wanted)
                return (conversion.From, conversion);
        }

        return null;
    }

    /// <summary>One spelling of those that UCUM allows: litre with a small letter, annotations, which have no meaning, and powers with a plus sign.</summary>
    private static string Spelling(string code)
    {
        var text = new StringBuilder(code.Length);
        int depth = 0;
        foreach (char c in code)
        {
            depth += c == '{' ? 1 : 0;
            if (depth == 0 && c != '+')
                text.Append(c);
            depth -= c == '}' ? 1 : 0;
        }

        // {servings}/d and {cups}/d would both become /d: an annotation that stands for the unit stays.
        if (text.Length == 0 || text[0] == '/' || code.StartsWith('{'))
            return code;
        string plain = text.ToString();
        return string.Join('/', plain.Split('/').Select(Litre));
    }

    private static string Litre(string atom) => atom switch
    {
        "l" or "ml" or "dl" or "ul" or "cl" => atom[..^1] + "L",
        _ => atom,
    };
}
