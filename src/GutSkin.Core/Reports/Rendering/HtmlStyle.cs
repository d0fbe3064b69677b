namespace GutSkin.Core;

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
        .figure i{display:block;height:5px;margin-top:.2rem;background:var(--band-b);border-radius:3px;overflow:hidden}
        .figure b{display:block;height:100%;background:var(--accent)}
        .first{padding-left:1rem;text-indent:-1rem}
        .first::before{content:"!";display:inline-block;width:1rem;text-indent:0;font-weight:700;color:var(--soon)}
        .scroll{overflow-x:auto;margin:0 0 .7rem}
        table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35}
        .scroll table{margin:0}
        .wide table{min-width:38rem}
        caption{text-align:left;padding:0 0 .3rem;font-weight:600}
        th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);font-weight:400}
        thead th{font-weight:600;border-top:0}
        tbody th{font-weight:600}
        figure{margin:0 0 .7rem}
        svg{display:block;overflow:visible;width:100%}
        svg text{fill:var(--text);font-size:13px}
        svg .strong{font-weight:600}
        svg .head{fill:var(--muted);font-weight:600;font-size:12px}
        svg .tiny{fill:var(--muted);font-size:11px}
        svg .box{font-size:11.5px}
        .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
        .legend i{display:inline-block;width:1.4rem;height:.6rem;margin-right:.35rem}
        .k-index{background:var(--accent)}
        .legend .k-open{height:.3rem;background:var(--soft);border:solid var(--mark);border-width:0 2px;vertical-align:.1rem}
        .legend .k-studies{height:.5rem;border:solid var(--mark);border-width:0 1px 1px}
        .legend .k-most{width:.25rem;height:.75rem;background:var(--mark)}
        .narrow{display:none}
        .sources{columns:2;column-gap:1.6rem;font-size:.82rem;line-height:1.35;padding-left:0;list-style:none}
        .sources li{break-inside:avoid;margin:0 0 .35rem;padding-left:2rem;text-indent:-2rem}
        .facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.85rem}
        .facts dd{margin:0;overflow-wrap:anywhere}
        .disclaimer{font-weight:600}
        @media (max-width:34rem){
        .sources{columns:1}
        .facts{grid-template-columns:1fr}
        .facts dd{margin:0 0 .4rem}
        .narrow{display:inline}
        svg .strong{font-size:12px}
        svg .narrow{font-size:11px}
        .roomy{display:none}
        }
        @page{size:A4;margin:10mm 11mm}
        @media print{
        body{font:7.8pt/1.2 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
        main{max-width:none;padding:0}
        h1{font-size:13pt;margin:0}
        h2{font-size:9.6pt;margin:3pt 0 1pt;padding-top:2pt;break-after:avoid}
        h3{font-size:8.6pt;margin:3pt 0 1pt;break-after:avoid}
        h4{font-size:8pt;margin:2pt 0 1pt;break-after:avoid}
        p,ul,ol,dl,table,figure,.scroll{margin-bottom:2pt}
        ul{columns:2;column-gap:12pt;padding-left:9pt;font-size:7.2pt}
        li{break-inside:avoid}
        .legend{columns:auto;padding:0;margin:0;gap:0 8pt}
        .callout{padding:2pt 6pt;margin-bottom:2.5pt;break-inside:avoid}
        .items{padding:0;font-size:inherit}
        .items>li{margin-bottom:2.5pt;padding-left:5pt}
        .items.shares>li{grid-template-columns:24pt 1fr;gap:0 5pt}
        .items p{margin-bottom:0}
        .note,.cite,.legend,.small,table,.facts,caption{font-size:7pt;line-height:1.18}
        th,td{padding:.7pt 5pt .7pt 0}
        caption{padding-bottom:1pt}
        .wide table{min-width:0}
        .scroll{overflow:visible}
        figure{break-inside:avoid}
        figure svg{zoom:.66}
        .pair{display:grid;grid-template-columns:3fr 2fr;gap:12pt;align-items:start;break-inside:avoid}
        .pair>*{min-width:0}
        p:has(+.pair){break-after:avoid}
        .picture th:nth-child(n+2):nth-child(-n+4),.picture td:nth-child(n+2):nth-child(-n+4){display:none}
        .closing{display:grid;grid-template-columns:1fr 1fr 1fr;gap:12pt;break-inside:avoid}
        .closing ul{columns:1}
        .sources{columns:3;column-gap:10pt;font-size:6.4pt;line-height:1.14}
        .sources li{margin-bottom:1.2pt;padding-left:14pt;text-indent:-14pt}
        .facts{margin:0;display:block}
        .facts dt{font-weight:600}
        a{color:inherit;text-decoration:none}
        }
        """;
}
