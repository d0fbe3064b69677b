using System.Text.Json.Nodes;

namespace GutSkin.Benchmarks;

/// <summary>One measured number beside its target.</summary>
internal sealed record Ratio(string Name, double Measured, string Unit, double? Target, double? Stretch = null, bool AtLeast = false, string? Note = null)
{
    public bool? Met => Target is { } target ? (AtLeast ? Measured >= target : Measured <= target) : null;

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["measured"] = Math.Round(Measured, Measured < 1 ? 4 : 2),
            ["unit"] = Unit,
        };
        if (Target is { } target)
        {
            json["target"] = (AtLeast ? ">= " : "<= ") + target.ToString(System.Globalization.CultureInfo.InvariantCulture);
            json["met"] = Met;
        }

        if (Stretch is { } stretch)
        {
            json["stretch"] = (AtLeast ? ">= " : "<= ") + stretch.ToString(System.Globalization.CultureInfo.InvariantCulture);
            json["stretchMet"] = AtLeast ? Measured >= stretch : Measured <= stretch;
        }

        if (Note is not null)
            json["note"] = Note;
        return json;
    }
}
