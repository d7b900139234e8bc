import type { Language } from '#domain/language.ts';
import { escaped } from '#report/charts/scale.ts';

/** Parts of a document that people print, sign and keep. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** What no program can know. */
  | { readonly kind: 'blank'; readonly label: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export const heading = (text: string): Part => ({ kind: 'heading', text });
export const text = (content: string): Part => ({ kind: 'text', text: content });
export const blank = (label: string): Part => ({ kind: 'blank', label });
export const list = (items: readonly string[]): Part => ({ kind: 'list', items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Part => ({
  kind: 'table',
  head,
  rows,
});

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
th{background:#f2f2f2}.blank{border-bottom:1px solid #1a1a1a;min-height:1.6rem;margin:.5rem 0 1rem}.soft{color:#555}
@media print{body{margin:0;max-width:none;font-size:11px}h2{break-after:avoid}tr{break-inside:avoid}}`;

function drawn(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h2>${escaped(part.text)}</h2>`;
    case 'text':
      return `<p>${escaped(part.text)}</p>`;
    case 'blank':
      return `<p class="soft">${escaped(part.label)}</p><div class="blank"></div>`;
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const head = part.head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
      const rows = part.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
    }
  }
}

/** A page of its own that fetches nothing and prints on paper. */
export function documentPage(language: Language, title: string, lead: string, parts: readonly Part[]): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1><p class="soft">${escaped(lead)}</p>
${parts.map(drawn).join('\n')}
</body></html>
`;
}
