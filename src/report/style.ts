/** One quiet style: two story colours (existing blue, newcomers amber), greys for all the rest, light, dark and paper. */
export const REPORT_STYLE = `
:root { --ink:#1b1f24; --soft:#57606a; --faint:#d5dae0; --paper:#fff; --wash:#f5f7f9; --existing:#1f5fa8; --newcomer:#b35c00; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink:#e7ebef; --soft:#a3adb8; --faint:#3a424b; --paper:#15191d; --wash:#1e2429; --existing:#7db3ef; --newcomer:#f0a952; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--paper); color:var(--ink); font:16px/1.55 Inter, system-ui, sans-serif; font-variant-numeric:tabular-nums; overflow-wrap:break-word; hyphens:auto; }
main { max-width:800px; margin:0 auto; padding:32px 24px 64px; }
h1 { font-size:1.9rem; line-height:1.2; margin:0 0 4px; }
h2 { font-size:1.3rem; line-height:1.3; margin:0 0 8px; }
h3 { font-size:.82rem; margin:20px 0 2px; color:var(--soft); font-weight:600; }
p { margin:0 0 8px; }
.lead { font-size:1.15rem; margin:16px 0 8px; }
.soft, .meta { color:var(--soft); font-size:.88rem; }
nav ol { list-style:none; padding:0; margin:16px 0 0; border-top:1px solid var(--faint); }
nav li { display:flex; gap:16px; justify-content:space-between; border-bottom:1px solid var(--faint); padding:8px 0; }
nav a { color:inherit; text-decoration:none; } nav a:hover, nav a:focus { text-decoration:underline; }
nav .tag { flex:none; text-align:right; }
.tag { font-size:.82rem; color:var(--soft); } .tag.finding, .tag.reversed, .tag.failed { color:var(--ink); font-weight:650; }
section { border-top:2px solid var(--ink); margin-top:48px; padding-top:16px; }
section.quiet { border-top-color:var(--faint); }
.answer { font-size:1.12rem; font-weight:550; }
figure { margin:20px 0 8px; } figcaption { font-weight:600; font-size:.92rem; margin-bottom:4px; }
svg { width:100%; height:auto; display:block; } svg.matrix { max-width:540px; }
svg text { font:12px Inter, system-ui, sans-serif; fill:var(--ink); font-variant-numeric:tabular-nums; }
svg .tick, svg .axis { fill:var(--soft); font-size:11px; } svg .big { font-size:20px; font-weight:650; } svg .dashed { font-style:italic; }
svg .grid { stroke:var(--faint); stroke-width:1; } svg .zero { stroke:var(--soft); stroke-width:1; } svg .interval { stroke:var(--ink); stroke-width:1.5; }
svg .benchmark { stroke:var(--ink); stroke-width:1.5; stroke-dasharray:3 3; }
svg .bar { fill:var(--soft); } svg .bar.existing { fill:var(--existing); } svg .bar.newcomer { fill:var(--newcomer); }
svg .bar.other-1 { fill-opacity:.7; } svg .bar.other-2 { fill-opacity:.5; } svg .bar.other-3 { fill-opacity:.35; }
svg .line { fill:none; stroke:var(--soft); stroke-width:2; } svg .line.existing { stroke:var(--existing); stroke-width:2.5; } svg .line.newcomer { stroke:var(--newcomer); stroke-width:2.5; }
svg .line.other-1 { stroke-dasharray:6 3; } svg .line.other-2 { stroke-dasharray:2 3; } svg .line.other-3 { stroke-dasharray:8 3 2 3; }
svg .band { fill:var(--soft); fill-opacity:.14; } svg .band.existing { fill:var(--existing); fill-opacity:.18; } svg .band.newcomer { fill:var(--newcomer); fill-opacity:.18; }
svg .name { font-weight:600; fill:var(--soft); } svg .name.existing { fill:var(--existing); } svg .name.newcomer { fill:var(--newcomer); }
svg .cell { fill:var(--existing); }
table { border-collapse:collapse; width:100%; font-size:.9rem; } th { text-align:left; font-weight:600; } th, td { padding:4px 12px 4px 0; border-bottom:1px solid var(--faint); vertical-align:top; }
.n { text-align:right; padding-right:0; padding-left:12px; } td.n:not(:last-child), th.n:not(:last-child) { white-space:nowrap; }
details { margin:8px 0; } summary { cursor:pointer; color:var(--soft); font-size:.88rem; }
ul { margin:0; padding-left:20px; }
.fonts-note { display:none; }
@media (max-width:480px) { figure { overflow-x:auto; } svg { min-width:560px; } svg.matrix { min-width:440px; } main { padding:20px 14px 48px; } nav li { flex-direction:column; gap:0; } nav .tag { text-align:left; } }
@media print { :root { --ink:#000; --soft:#444; --faint:#bbb; --paper:#fff; --wash:#fff; --existing:#1f5fa8; --newcomer:#b35c00; } body { font-size:10.5pt; } main { max-width:none; padding:0; } section { break-inside:avoid; margin-top:24px; } details { display:none; } a { color:inherit; } }
`;
