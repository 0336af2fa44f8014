/// The style of a page. No font, image or script is fetched from anywhere.
enum OverviewStyle {
  static var css: String {
    """
    :root{\(Palette.light.css);color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{\(Palette.dark.css)}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--background);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
    header{padding-top:1.5rem}
    h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
    h2{font-size:1.375rem;line-height:1.25;margin:2.5rem 0 .75rem}
    h3{font-size:1.0625rem;line-height:1.3;margin:0 0 .25rem}
    h1,h2,h3,p,li,td,th,figcaption{overflow-wrap:break-word}
    p{margin:.25rem 0 .75rem;max-width:44rem}
    a{color:var(--link)}
    a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-9999px}
    .skip:focus{position:static;display:inline-block;padding:.5rem 1rem;background:var(--surface)}
    .muted{color:var(--muted)}
    .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .mark{display:inline-block;background:var(--mark);color:var(--mark-text);font-weight:600;padding:.05rem .5rem;border-radius:.25rem}
    .scroll{overflow-x:auto;margin:.5rem 0 1rem}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;color:var(--muted);padding:.25rem 0}
    caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem)}
    th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--rule)}
    thead th{border-bottom:2px solid var(--muted);vertical-align:bottom}
    tbody th{font-weight:400}
    th.n,td.n{text-align:right;white-space:nowrap}
    td.v{white-space:nowrap}
    td.w{min-width:7.5rem}
    .better{color:var(--better);font-weight:600}
    .worse{color:var(--worse);font-weight:600}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27rem),1fr));gap:1rem}
    .card{border:1px solid var(--rule);border-radius:.5rem;padding:1rem;background:var(--surface);min-width:0}
    .card p{margin:.15rem 0 .5rem}
    figure{margin:.5rem 0}
    figcaption{font-size:.9375rem}
    details{margin:.35rem 0}
    summary{cursor:pointer;padding:.25rem 0}
    details ul{margin:.25rem 0;padding-left:1.25rem}
    svg.chart{display:block;width:100%;height:auto;max-width:32rem}
    svg text{font-size:12px;fill:var(--text)}
    svg .tick{fill:var(--muted)}
    svg .mark-label{fill:var(--muted);font-size:11px}
    svg .sign{fill:var(--text);font-weight:700}
    svg .label-focus{fill:var(--focus);font-weight:700}
    svg .label-comparator{fill:var(--comparator);font-weight:700}
    svg .grid{stroke:var(--rule);stroke-width:1}
    svg .axis{stroke:var(--muted);stroke-width:1}
    svg polyline{fill:none;stroke-linejoin:round;stroke-linecap:round}
    svg .line-focus{stroke:var(--focus);stroke-width:3}
    svg .line-comparator{stroke:var(--comparator);stroke-width:2;stroke-dasharray:6 4}
    svg .line-context{stroke:var(--context);stroke-width:.6}
    svg .band{fill:var(--focus);opacity:.16}
    svg .whisker{stroke:var(--focus);stroke-width:2}
    svg .dot{fill:var(--focus);stroke:var(--surface);stroke-width:1}
    svg .square{fill:var(--comparator)}
    svg .mark-start{stroke:var(--text);stroke-width:1.5}
    svg .mark-break{stroke:var(--text);stroke-width:1.5;stroke-dasharray:1.5 3}
    @media (max-width:30rem){
    body{font-size:.9375rem}
    header,main,footer{padding-left:.75rem;padding-right:.75rem}
    .card{padding:.75rem 0;border-width:1px 0 0;border-radius:0;background:none}
    svg text{font-size:13px}
    svg .mark-label{font-size:12px}
    }
    @media print{
    :root{\(Palette.light.css)}
    body{font-size:10pt}
    .skip,nav{display:none}
    .card{break-inside:avoid;background:none}
    .cards{grid-template-columns:1fr 1fr}
    .scroll{overflow:visible}
    details:not([open])>*:not(summary){display:none}
    a{color:inherit}
    }
    """
  }
}
