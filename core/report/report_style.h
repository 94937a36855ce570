#pragma once

namespace patina {

/// The style sheet of a report in HTML.
inline constexpr const char *reportStyle = R"css(
:root{color-scheme:light dark;--ink:#1f2328;--faint:#57606a;--ground:#fff;--band:#f6f8fa;--rule:#d0d7de;--link:#0550ae;
--warn:#fff4d6;--warnrule:#b07c00}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#9da7b1;--ground:#14181d;--band:#1d232a;--rule:#3a434d;
--link:#6cb6ff;--warn:#33290f;--warnrule:#d9a441}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",
"Noto Sans CJK SC","DejaVu Sans",sans-serif}
main,header,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.3rem;margin:2.6rem 0 .8rem;padding-bottom:.3rem;border-bottom:2px solid var(--rule)}
h3{font-size:1.05rem;margin:1.8rem 0 .6rem}
p{max-width:46rem;margin:.7rem 0}
.subject{color:var(--faint);margin:0}
nav{margin:1.4rem 0 0;font-size:.9rem}
nav ol{columns:2;margin:.3rem 0;padding-left:1.4rem}
a{color:var(--link)}
h1,h2,h3,p,dd,figcaption,tbody th{overflow-wrap:anywhere}
th,td{overflow-wrap:break-word}
tbody th{min-width:7rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.8rem;margin:1.2rem 0}
.tile{border:1px solid var(--rule);border-radius:6px;padding:.8rem 1rem;background:var(--band)}
.tile .name{font-size:.82rem;color:var(--faint);line-height:1.3}
.tile .value{font-size:1.7rem;font-weight:600;line-height:1.35;font-variant-numeric:tabular-nums}
.tile .detail{font-size:.82rem;color:var(--faint);line-height:1.35}
.note{border-left:4px solid var(--warnrule);background:var(--warn);padding:.6rem .9rem;border-radius:0 4px 4px 0}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin:1.2rem 0}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{padding:.32rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
thead th,thead td{border-bottom:2px solid var(--rule);color:var(--faint);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right}
dl.facts{display:grid;grid-template-columns:minmax(9rem,16rem) 1fr;gap:.15rem 1.2rem;margin:1rem 0;font-size:.93rem}
dl.facts dt{color:var(--faint)}
dl.facts dd{margin:0}
code{font:.86em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
figure{margin:1.6rem 0}
figcaption{font-size:.86rem;color:var(--faint);max-width:46rem;margin:.3rem 0}
figcaption strong{color:var(--ink);font-size:1.05em}
svg.chart{width:100%;max-width:680px;height:auto;display:block}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(24rem,1fr));gap:1.2rem;margin:1rem 0}
.pictures figure{margin:0}
.pair{display:flex;gap:.3rem}
.pair img{flex:1 1 0;min-width:0;max-width:50%;height:auto;image-rendering:auto;border:1px solid var(--rule)}
footer{color:var(--faint);font-size:.82rem;border-top:1px solid var(--rule);margin-top:3rem;padding:1rem 1.5rem 3rem}
@media (prefers-color-scheme:dark){svg.chart text{fill:#e6edf3}svg.chart .faint{fill:#9da7b1}
svg.chart .grid{stroke:#2c343d}svg.chart .axis{stroke:#9da7b1}svg.chart .strong{stroke:#f0f3f6}
svg.chart .mark{stroke-width:2}}
@media (max-width:30rem){.pictures{grid-template-columns:1fr}dl.facts{grid-template-columns:1fr}nav ol{columns:1}}
@media print{@page{size:A4;margin:18mm 16mm}
:root{color-scheme:light;--ink:#000;--faint:#444;--ground:#fff;--band:#fff;--rule:#bbb;--link:#000;--warn:#fff}
svg.chart text{fill:#000}svg.chart .grid{stroke:#ddd}svg.chart .axis{stroke:#444}svg.chart .strong{stroke:#000}
body{font-size:10pt}main,header,footer{max-width:none;padding:0}header{padding-top:0}
h2,h3,caption{break-after:avoid;page-break-after:avoid}
figure,.tile,tr,.note{break-inside:avoid;page-break-inside:avoid}
thead{display:table-header-group}.scroll{overflow:visible}
.pictures{grid-template-columns:1fr 1fr}.tiles{grid-template-columns:1fr 1fr}table{font-size:8pt}
th,td{padding:.2rem .35rem}dl.facts{font-size:9pt}
nav{display:none}a{text-decoration:none}}
)css";

} // namespace patina
