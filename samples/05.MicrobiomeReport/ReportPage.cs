using System.Globalization;
using System.Text;
using GutSkin.Microbiome;

namespace GutSkin.Samples.StoolComparison;

/// <summary>The whole page: no script, no picture from elsewhere, readable without color.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root { --page: #fff; --ink: #1d2329; --line: #c9d0d6; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { :root { --page: #14181c; --ink: #e6eaee; --line: #3c454d; } }
        body { background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
        svg { width: 100%; height: auto; } svg text { fill: currentColor; font: 14px system-ui, sans-serif; }
        svg text.small { font-size: 12.5px; } svg text.in { fill: #fff; } svg text.in.dark { fill: #111; }
        table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: right; }
        th:first-child, td:first-child { text-align: left; } .note { border-left: 4px solid #E69F00; padding: .3rem .9rem; }
        @media print { body { margin: 0; } }
        """;

    public static string Write(MicrobiomeReport before, MicrobiomeReport after, string note)
    {
        var (a, b) = (before.Profile, after.Profile);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>Two stool profiles compared</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n<h1>Two stool profiles compared</h1>\n");
        page.Append("<p>Wellness information, not a diagnosis. What a gut community looks like says little about one person: no measure here has an established clinical use.</p>\n");
        if (note.Length > 0)
            page.Append("<p class=\"note\">").Append(Html.Text(note)).Append("</p>\n");
        page.Append("<h2>What they are made of: phyla</h2>\n").Append(CompositionChart.Draw("Phyla before and after, percent of what was classified", a, b, TaxonRank.Phylum));
        page.Append("<h2>What they are made of: genera</h2>\n").Append(CompositionChart.Draw("Genera before and after, percent of what was classified", a, b, TaxonRank.Genus));
        page.Append("<h2>What changed most</h2>\n").Append(ChangeChart.Draw("The twelve genera that changed most, in percentage points", a, b, TaxonRank.Genus));
        page.Append("<p>").Append(FormattableString.Invariant($"Bray-Curtis distance of the species: {Html.Number(CommunityDistance.BrayCurtis(a, b))} (0 the same, 1 nothing in common). Jaccard distance: {Html.Number(CommunityDistance.Jaccard(a, b))}.</p>\n"));
        Measures(page, before, after);
        Signatures(page, after);
        page.Append("<h2>What to bear in mind</h2>\n<ul>\n");
        foreach (string notice in after.Notices)
            page.Append("<li>").Append(Html.Text(notice)).Append("</li>\n");
        return page.Append("</ul>\n</body>\n</html>\n").ToString();
    }

    private static void Measures(StringBuilder page, MicrobiomeReport before, MicrobiomeReport after)
    {
        page.Append("<h2>Measures</h2>\n<table>\n<thead><tr><th scope=\"col\">measure</th><th scope=\"col\">before</th><th scope=\"col\">after</th><th scope=\"col\">change</th><th scope=\"col\">laboratories differ by</th></tr></thead>\n<tbody>\n");
        foreach (var second in after.Observations)
        {
            if (before.Observations.FirstOrDefault(o => o.Factor == second.Factor) is not { } first)
                continue;
            double x = first.Value.AsNumber, y = second.Value.AsNumber;
            string name = second.Factor["microbiome.".Length..].Replace('-', ' ');
            string error = second.MeasurementError is { } e ? "± " + Html.Number(e.At(y)) : "not known";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Text(name)}{(second.Unit == "%" ? ", %" : "")}</td><td>{Html.Number(x)}</td><td>{Html.Number(y)}</td><td>{Html.Signed(y - x)}</td><td>{error}</td></tr>\n");
        }

        var (g, h) = (before.Measures.Gmwi2, after.Measures.Gmwi2);
        page.Append(CultureInfo.InvariantCulture, $"<tr><td>GMWI2 (taxa used: {g.TaxaUsed}, {h.TaxaUsed} of {h.TaxaInModel})</td><td>{Html.Number(g.Score)}</td><td>{Html.Number(h.Score)}</td><td>{(h.Score - g.Score is { } d ? Html.Signed(d) : "–")}</td><td>not known</td></tr>\n");
        page.Append("</tbody>\n</table>\n<p>A change smaller than the last column is less than two laboratories may differ on one and the same stool. Both profiles should come from one laboratory.</p>\n");
    }

    private static void Signatures(StringBuilder page, MicrobiomeReport after)
    {
        page.Append("<h2>What studies report</h2>\n<p>Taxa that studies found more or less common in people with a skin condition, and which way they went here. Context, never a score.</p>\n");
        page.Append("<table>\n<thead><tr><th scope=\"col\">condition</th><th scope=\"col\">studies</th><th scope=\"col\">taxa</th><th scope=\"col\">the reported way</th><th scope=\"col\">the other way</th><th scope=\"col\">repeated findings that agree</th></tr></thead>\n<tbody>\n");
        foreach (var s in after.Signatures)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Text(s.Condition.Replace('-', ' '))}</td><td>{s.Studies}</td><td>{s.Taxa.Length}</td><td>{s.TaxaReportedWay}</td><td>{s.TaxaOtherWay}</td><td>{(s.TaxaReportedTwice == 0 ? "–" : $"{s.TaxaAgreed} of {s.TaxaReportedTwice}")}</td></tr>\n");
        page.Append("</tbody>\n</table>\n<p>").Append(Html.Text(after.Signatures.FirstOrDefault()?.Notice)).Append("</p>\n");
    }
}
