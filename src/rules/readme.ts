import { createFormat } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { PackTotals } from './judge.ts';
import { RULE_WORDS, reasonWord } from './reason-words.ts';
import { RESULTS, type RulePack, type RuleScope } from './rule-pack.ts';

const en = {
  title: 'Attestation',
  law: 'Law',
  holds: (from: string, to: string | null) => `in force from ${from}${to === null ? '' : ` to ${to}`}`,
  pack: 'Rule pack',
  asOf: 'Day',
  period: 'Period',
  reach: 'Reach',
  everything: 'everything in the store that the pack reaches by itself',
  program: 'Program',
  sources: 'Sources',
  result: 'Result',
  reason: 'Reason',
  subjects: 'Number',
  above: 'Paid too much a year',
  limits: 'What this does not say',
  files: 'Files',
  list: [
    '`verdict.json`: the result with all counts, as numbers',
    '`rows.csv`: every contract or tariff with price, twin, quality of the twin, result and reason; amounts are a year, with two decimals. Quality: q1 quoted for this contract, q2 matched, q4 price list. No names and no numbers of customers.',
    '`settings.json`: what was asked, and the versions that answered',
    '`data.json`: hashes of the imports and of the tables that were read',
    '`SHA256SUMS`: hashes of all files here; check with `sha256sum -c SHA256SUMS`',
  ],
  again: 'The same command on the same data writes the same bytes:',
};

const de: typeof en = {
  title: 'Nachweis',
  law: 'Recht',
  holds: (from, to) => `gilt ab ${from}${to === null ? '' : ` bis ${to}`}`,
  pack: 'Regelpaket',
  asOf: 'Stichtag',
  period: 'Zeitraum',
  reach: 'Umfang',
  everything: 'alles im Bestand, was das Paket von sich aus erfasst',
  program: 'Programm',
  sources: 'Quellen',
  result: 'Ergebnis',
  reason: 'Grund',
  subjects: 'Zahl',
  above: 'Im Jahr zu viel gezahlt',
  limits: 'Was das nicht sagt',
  files: 'Dateien',
  list: [
    '`verdict.json`: das Ergebnis mit allen Zahlen',
    '`rows.csv`: jeder Vertrag oder Tarif mit Preis, Zwilling, Güte des Zwillings, Ergebnis und Grund; Beträge im Jahr, mit zwei Nachkommastellen. Güte: q1 für diesen Vertrag gerechnet, q2 gematcht, q4 Preisblatt. Ohne Namen und Kundennummern.',
    '`settings.json`: wonach gefragt wurde und welche Fassungen geantwortet haben',
    '`data.json`: Prüfsummen der Importe und der gelesenen Tabellen',
    '`SHA256SUMS`: Prüfsummen aller Dateien hier; prüfen mit `sha256sum -c SHA256SUMS`',
  ],
  again: 'Derselbe Befehl auf denselben Daten schreibt dieselben Bytes:',
};
const WORDS: Readonly<Record<Language, typeof en>> = { en, de };

export interface ReadmeFacts {
  readonly pack: RulePack;
  readonly asOf: string;
  readonly periodFrom: string;
  readonly scope: RuleScope;
  readonly programVersion: string;
  /** ISO code; '' where the data name none or more than one. */
  readonly currency: string;
  readonly totals: PackTotals;
}

const commandOf = ({ pack, asOf, scope }: ReadmeFacts) =>
  [
    `stammkunde attest --pack ${pack.id} --as-of ${asOf}`,
    ...(scope.lines.length > 0 ? [`--lines '${scope.lines.join(',')}'`] : []),
    ...(scope.products.length > 0 ? [`--products '${scope.products.join(',')}'`] : []),
    '--out <dir>',
  ].join(' ');

function tableOf({ totals, currency }: ReadmeFacts, language: Language): readonly string[] {
  const words = WORDS[language];
  const format = createFormat(language);
  const rows = RESULTS.flatMap((result) =>
    totals.reasons
      .filter((total) => total.result === result)
      .map(({ reason, quality, subjects, overCents }) => {
        const named = `${reasonWord(reason, language)}${quality === '' ? '' : ` (${quality})`}`;
        const money = overCents === 0 ? '' : `${format.number(overCents / 100, 2)} ${currency}`.trim();
        return `| ${RULE_WORDS[language].results[result]} | ${named} | ${format.count(subjects)} | ${money} |`;
      }),
  );
  return [`| ${words.result} | ${words.reason} | ${words.subjects} | ${words.above} |`, '|---|---|--:|--:|', ...rows];
}

/** The page that explains an attestation, in Markdown. */
export function readmeText(facts: ReadmeFacts, language: Language): string {
  const { pack, asOf, periodFrom, scope, programVersion, totals } = facts;
  const words = WORDS[language];
  const rules = RULE_WORDS[language];
  const { day } = createFormat(language);
  const reach = [...scope.lines, ...scope.products].join(', ');
  return [
    `# ${words.title}: ${pack.words[language].title}`,
    '',
    `**${rules.notAdvice}**`,
    '',
    pack.words[language].question,
    '',
    `**${rules.outcomes[totals.outcome]}**`,
    '',
    ...tableOf(facts, language),
    '',
    `- ${words.law}: ${pack.law}, ${words.holds(day(pack.validFrom), pack.validTo === null ? null : day(pack.validTo))}`,
    `- ${words.sources}: ${pack.sources.map(({ id, place }) => (id === null ? place : `${id} ${place}`)).join(' · ')}`,
    `- ${words.pack}: ${pack.id} ${pack.version}`,
    `- ${words.asOf}: ${day(asOf)}; ${words.period}: ${day(periodFrom)} – ${day(asOf)}`,
    `- ${words.reach}: ${reach === '' ? words.everything : reach}`,
    `- ${words.program}: Stammkunde ${programVersion}`,
    '',
    `## ${words.limits}`,
    '',
    ...pack.words[language].limits.map((limit) => `- ${limit}`),
    '',
    `## ${words.files}`,
    '',
    ...words.list.map((file) => `- ${file}`),
    '',
    `${words.again}`,
    '',
    `    ${commandOf(facts)}`,
    '',
  ].join('\n');
}
