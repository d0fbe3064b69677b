using System.Security.Cryptography;
using System.Text;

namespace GutSkin.Core.Reports.Rendering;

/// <summary>The style of the HTML report: light and dark on a screen, light and small on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>The colors by light.</summary>
    public const string Light =
        "--bg:#ffffff;--text:#1c2430;--muted:#4a5566;--line:#c9d1dc;--surface:#f4f6f9;--band-a:#edf0f5;--band-b:#dfe5ed;"
        + "--accent:#0b5c8a;--soft:#8fc3e3;--mark:#1c2430;"
        + "--urgent:#8f0f1a;--urgent-bg:#fdecee;--soon:#6e4300;--soon-bg:#fff4e0;--open:#45348a;--open-bg:#f0edfb;--calm:#1e4a36;--calm-bg:#eaf5ef;";

    /// <summary>The colors by dark.</summary>
    public const string Dark =
        "--bg:#12161c;--text:#e8ecf2;--muted:#b3bdca;--line:#3f4a59;--surface:#1b212a;--band-a:#1e252f;--band-b:#2a333f;"
        + "--accent:#7cc4f0;--soft:#2f5f80;--mark:#e8ecf2;"
        + "--urgent:#ffa3aa;--urgent-bg:#3a1519;--soon:#f2c277;--soon-bg:#33260f;--open:#c3b6ff;--open-bg:#262040;--calm:#9ad9b6;--calm-bg:#16301f;";

    public const string Css =
        ":root{color-scheme:light dark;" + Light + "}\n"
        + "@media screen and (prefers-color-scheme:dark){:root{" + Dark + "}}\n"
        + """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word}
        main{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--line)}
        h3{font-size:1.05rem;margin:1.25rem 0 .4rem}
        h4{font-size:.95rem;margin:1rem 0 .3rem;color:var(--muted)}
        p,ul,ol,dl,table{margin:0 0 .7rem}
        ul,ol{padding-left:1.25rem}
        a{color:var(--accent)}
        a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .lead,.note,.cite,.legend,caption,.facts dt{color:var(--muted)}
        .note,.cite,.legend,.small{font-size:.85rem}
        .callout{border-left:5px solid;border-radius:4px;padding:.6rem .9rem;margin:0 0 .8rem}
        .callout p:last-child{margin-bottom:0}
        .callout strong{display:block}
        .urgent{color:var(--urgent);background:var(--urgent-bg)}
        .soon{color:var(--soon);background:var(--soon-bg)}
        .open{color:var(--open);background:var(--open-bg)}
        .calm{color:var(--calm);background:var(--calm-bg)}
        .callout a{color:inherit}
        .items{list-style:none;padding:0}
        .items>li{margin:0 0 .8rem;padding:0 0 0 .9rem;border-left:3px solid var(--line);break-inside:avoid}
        .items.shares>li{display:grid;grid-template-columns:4rem 1fr;gap:.2rem .8rem;padding:0;border:0}
        .items p{margin:0 0 .15rem}
        .items .title{font-weight:600}
        .figure{font-weight:700;text-align:right;font-variant-numeric:tabular-nums}
        .figure .bar{margin-top:.2rem}
        .first{padding-left:1rem;text-indent:-1rem}
        .first::before{content:"!";display:inline-block;width:1rem;text-indent:0;font-weight:700;color:var(--soon)}
        .scroll{overflow-x:auto;margin:0 0 .7rem}
        table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35}
        .scroll table{margin:0}
        .wide table{min-width:38rem}
        caption{text-align:left;padding:0 0 .3rem;font-weight:600}
        th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);font-weight:400}
        .stack th,.stack td{overflow-wrap:anywhere}
        thead th{font-weight:600;border-top:0}
        tbody th{font-weight:600;min-width:7rem}
        figure{margin:0 0 .7rem}
        svg{display:block;overflow:visible;width:100%}
        svg text{fill:var(--text);font-size:13px}
        svg .head{fill:var(--muted);font-weight:600;font-size:12px}
        .chart{overflow-wrap:anywhere}
        .head{color:var(--muted);font-weight:600;font-size:.75rem;margin:.4rem 0 .1rem}
        .row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .8rem;font-size:.82rem;line-height:1.25;margin-top:.2rem}
        .row span{min-width:0}
        .row .name{font-weight:600}
        svg .tiny{fill:var(--muted);font-size:11px}
        svg .box{font-size:11.5px}
        .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
        .legend i{display:inline-block;width:1.4rem;height:.6rem;margin-right:.35rem}
        .k-index{background:var(--accent)}
        .legend .k-open{height:.3rem;background:var(--soft);border:solid var(--mark);border-width:0 2px;vertical-align:.1rem}
        .legend .k-studies{height:.5rem;border:solid var(--mark);border-width:0 1px 1px}
        .legend .k-most{width:.25rem;height:.75rem;background:var(--mark)}
        .narrow,.paper{display:none}
        .sources{columns:2;column-gap:1.6rem;font-size:.82rem;line-height:1.35;padding-left:0;list-style:none}
        .sources li{break-inside:avoid;margin:0 0 .35rem;padding-left:2rem;text-indent:-2rem}
        .facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.85rem}
        .facts dd{margin:0;overflow-wrap:anywhere}
        .disclaimer{font-weight:600}
        @media (max-width:34rem){
        .sources{columns:1}
        .stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .stack,.stack caption,.stack tbody,.stack tr,.stack th,.stack td{display:block}
        .stack tr{border-top:1px solid var(--line);padding:.35rem 0}
        .stack th,.stack td{border:0;padding:0}
        .stack td::before{content:attr(data-label) " ";color:var(--muted)}
        .facts{grid-template-columns:1fr}
        .facts dd{margin:0 0 .4rem}
        svg.narrow{display:block}
        svg .head{font-size:11px}
        svg .box{font-size:10.5px}
        .roomy{display:none}
        }
        @page{size:A4;margin:7mm 9mm}
        @media print{
        body{font:7.6pt/1.16 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
        main{max-width:none;padding:0}
        h1{font-size:12.5pt;margin:0}
        h2{font-size:9.2pt;margin:2pt 0 1pt;padding-top:2pt;break-after:avoid}
        h3{font-size:8.2pt;margin:2pt 0 1pt;break-after:avoid}
        h4{font-size:7.6pt;margin:1.5pt 0 .5pt;break-after:avoid}
        p,ul,ol,dl,table,figure,.scroll{margin-bottom:1.5pt}
        ul{columns:2;column-gap:10pt;padding-left:0;font-size:7.1pt}
        ul>li{margin-left:11pt}
        li{break-inside:avoid}
        .legend{columns:auto;margin:0;gap:0 7pt}
        .legend>li{margin:0}
        .callout{padding:2pt 6pt;margin-bottom:2pt;break-inside:avoid}
        .items{font-size:inherit}
        .items:has(>li:only-child){columns:1}
        .items>li{margin:0 0 2pt;padding-left:5pt;break-inside:auto}
        .items p{break-inside:avoid}
        .items>li:only-child{break-inside:avoid}
        .items .title{break-after:avoid}
        .items .cite{break-before:avoid}
        .items.shares>li{grid-template-columns:24pt 1fr;gap:0 5pt}
        .items p{margin-bottom:0}
        .note,.cite,.legend,.small,table,.facts,caption,.closing{font-size:6.9pt;line-height:1.16}
        .legend{font-size:6.3pt}
        th,td{padding:.6pt 5pt .6pt 0}
        caption{padding-bottom:1pt}
        .wide table{min-width:0}
        .stack th,.stack td{overflow-wrap:break-word}
        .scroll{overflow:visible}
        figure{break-inside:avoid}
        figure>svg{zoom:.56}
        .chart svg{zoom:.5}
        .head{font-size:6.4pt;margin:1pt 0 0}
        .row{font-size:6.6pt;line-height:1.12;margin:0}
        .legend i{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        figure text.head,figure .box{font-size:12.5px}
        figure .tiny{font-size:13px}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:12pt;align-items:start;break-inside:avoid}
        .pair>*{min-width:0}
        p:has(+.pair){break-after:avoid}
        .picture th:nth-child(n+2):nth-child(-n+4),.picture td:nth-child(n+2):nth-child(-n+4){display:none}
        #change td:nth-child(3){width:33%}
        .picture tbody th{width:46%}
        .closing{display:grid;grid-template-columns:9fr 7fr 7fr;gap:10pt;break-inside:avoid}
        .closing ul{columns:1;font-size:inherit}
        .sources{columns:3;column-gap:9pt;font-size:6.2pt;line-height:1.12}
        .sources li{margin-bottom:1pt;padding-left:13pt;text-indent:-13pt}
        .many .work{display:none}
        .many{columns:2}
        .many li{display:inline;padding:0}
        .many li::after{content:" \2003"}
        .closing h2{font-size:8.2pt}
        .paper{display:block}
        .facts{margin:0;display:block}
        .facts dt{font-weight:600}
        a{color:inherit;text-decoration:none}
        }
        """;
}

/// <summary>The content security policy a report brings along: nothing but its own style, known by its hash.</summary>
internal static class HtmlPolicy
{
    /// <summary>What stands in the style element, with the line feeds around it: those count for the hash.</summary>
    public const string Style = "\n" + HtmlStyle.Css + "\n";

    public static string Text { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";
}
