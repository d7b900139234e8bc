import type { Report } from '#audit/report.ts';
import type { Language } from '#domain/language.ts';
import { drawChart } from './charts/draw.ts';
import { escaped } from './charts/scale.ts';
import { asVerdict, type Line, type Presentation, type Presented, presentReport } from './present.ts';
import { REPORT_STYLE } from './style.ts';

const paragraph = (heading: string, text: string | null) =>
  text === null || text === '' ? '' : `<h3>${escaped(heading)}</h3><p>${escaped(text)}</p>`;

function table(lines: readonly Line[], labels: readonly [string, string, string]): string {
  const interval = lines.some((line) => line.interval !== '');
  const rows = lines.map(
    ({ label, value, interval: range }) =>
      `<tr><td>${escaped(label)}</td><td class="n">${escaped(value)}</td>${interval ? `<td class="n">${escaped(range)}</td>` : ''}</tr>`,
  );
  const head = interval ? labels : labels.slice(0, 2);
  return `<table><thead><tr>${head.map((label, i) => `<th${i > 0 ? ' class="n"' : ''}>${escaped(label)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function moneyBlock(presented: Presented, { words }: Presentation): string {
  if (presented.check.outcome !== 'finding') return '';
  const lines = presented.money;
  const body =
    lines.length === 0
      ? `<p class="soft">${escaped(words.moneyNone)}</p>`
      : table(lines, ['', words.value, words.interval]);
  return `<h3>${escaped(words.moneyHeading)}</h3>${body}`;
}

function listed(heading: string, lines: readonly Line[], labels: readonly [string, string, string]): string {
  return lines.length === 0 ? '' : `<details><summary>${escaped(heading)}</summary>${table(lines, labels)}</details>`;
}

const anchor = ({ check }: Presented) =>
  `${check.id}${check.reference === '' ? '' : `-${check.reference.replaceAll(/[^A-Za-z0-9]+/g, '-')}`}`;

function section(presented: Presented, presentation: Presentation): string {
  const { words, format } = presentation;
  const { check } = presented;
  const { judged } = presented;
  const labels = ['', words.value, words.interval] as const;
  const charts = asVerdict(check).charts.map((chart) =>
    drawChart(chart, presented.chartWords[chart.id], format, words),
  );
  const caveats =
    presented.caveats.length === 0
      ? ''
      : `<h3>${escaped(words.caveats)}</h3><ul>${presented.caveats.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
  return `<section id="${anchor(presented)}"${['finding', 'reversed', 'failed'].includes(check.outcome) ? '' : ' class="quiet"'}>
<p class="meta">${escaped(presented.outcome)} · ${escaped(check.measure)}</p>
<h2>${escaped(presented.question)}</h2>
<p class="answer">${escaped(presented.answer)}</p>
${presented.grade === null ? '' : `<p class="soft">${escaped(presented.grade)}</p>`}
${charts.join('\n')}
${moneyBlock(presented, presentation)}
${judged ? paragraph(words.naive, presented.naive) : ''}
${judged && presented.affected !== null ? `<p>${escaped(presented.affected)}</p>` : ''}
${paragraph(words.adjusted, presented.adjusted)}
${caveats}
${paragraph(words.overturn, presented.overturn)}
${paragraph(words.sharpen, presented.sharpen)}
${judged ? paragraph(words.action, presented.action) : ''}
${listed(words.numbers, presented.details, ['', words.value, words.interval])}
${listed(words.strata, presented.strata, [words.group, words.value, words.interval])}
${listed(words.counts, presented.counts, [...labels])}
${listed(words.excluded, presented.excluded, [...labels])}
<details><summary>${escaped(words.method)}</summary><p>${escaped(presented.method)}</p></details>
</section>`;
}

/** The one total of the report, before the single questions. */
function jointBlock({ joint, words }: Presentation): string {
  if (joint === null) return '';
  const parts =
    joint.parts.length === 0
      ? ''
      : `<h3>${escaped(joint.words.partsHeading)}</h3>${table(joint.parts, [joint.words.exposure, joint.words.exits, words.interval])}`;
  const caveats =
    joint.caveats.length === 0
      ? ''
      : `<h3>${escaped(words.caveats)}</h3><ul>${joint.caveats.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
  return `<section id="joint"${joint.outcome === 'finding' ? '' : ' class="quiet"'}>
<h2>${escaped(joint.words.question)}</h2>
<p class="answer">${escaped(joint.answer)}</p>
${joint.grade === null ? '' : `<p class="soft">${escaped(joint.grade)}</p>`}
${parts}
${caveats}
</section>`;
}

function settingsBlock({ report, words, format }: Presentation): string {
  const lines = Object.entries(report.settings).flatMap(([name, value]): Line[] => {
    if (value === null) return [];
    const text = typeof value === 'number' ? format.number(value, Number.isInteger(value) ? 0 : 2) : value;
    return [
      {
        label: words.settingNames[name] ?? name,
        value: name === 'asOf' ? format.day(String(value)) : text,
        interval: '',
      },
    ];
  });
  const data = report.tables.map(
    ({ name, rows }): Line => ({ label: name, value: `${format.count(rows)} ${words.rows}`, interval: '' }),
  );
  return `<section class="quiet"><h2>${escaped(words.settings)}</h2>${table(lines, ['', '', ''])}<h3>${escaped(words.data)}</h3>${table(data, ['', '', ''])}<p class="meta">Stammkunde ${escaped(report.programVersion)} · ${escaped(report.reportVersion)}</p></section>`;
}

/**
 * The report as one self-contained HTML file: nothing is fetched, nothing runs. `font` is the base64 of a WOFF2 file to embed, or null for
 * the reader's own typeface.
 */
export function reportHtml(report: Report, language: Language, font: string | null): string {
  const presentation = presentReport(report, language);
  const { words, format, lead, checks } = presentation;
  const face =
    font === null
      ? ''
      : `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${font}) format('woff2');}`;
  const contents = checks.map(
    (presented) =>
      `<li><a href="#${anchor(presented)}">${escaped(presented.question)}</a><span class="tag ${presented.check.outcome}">${escaped(presented.outcome)}${presented.check.grade === null ? '' : ` · ${presented.check.grade}`}</span></li>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title)}</title><style>${face}${REPORT_STYLE}</style></head>
<body><main>
<header><h1>${escaped(words.title)}</h1><p class="meta">${escaped(words.subtitle(format.day(report.asOf)))}</p><p class="lead">${escaped(lead)}</p><p class="soft">${escaped(words.level)} ${escaped(words.moneyNote)}</p></header>
<nav aria-label="${escaped(words.contents)}"><ol>${contents.join('')}</ol></nav>
${jointBlock(presentation)}
${checks.map((presented) => section(presented, presentation)).join('\n')}
${settingsBlock(presentation)}
</main></body></html>
`;
}
