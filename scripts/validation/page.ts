import { alarms, counted, share, timesOf, WORLDS } from './alarms.ts';
import type { CompanyResult, WorldName } from './company-result.ts';
import { COMPARISONS, type Comparison, MECHANISM_OF, REVERSED_IN_D } from './comparisons.ts';
import { type Measured, measured, ofWorld, outcomesOf, reasonsOf } from './measure.ts';

export interface Heading {
  readonly customers: number;
  readonly fingerprint: string;
  readonly checks: readonly { readonly id: string }[];
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table; the columns after the first `left` are numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): readonly string[] {
  if (rows.length === 0) return ['Nothing.'];
  return [line(head), line(head.map((_, at) => (at < left ? '---' : '---:'))), ...rows.map(line)];
}

const WRITERS: Readonly<Record<Comparison['unit'], (value: number) => string>> = {
  percent: (value) => `${(100 * value).toFixed(2)} %`,
  seconds: (value) => `${value.toFixed(1)} s`,
  months: (value) => `${value.toFixed(1)} months`,
  money: (value) => `${value.toFixed(0)}`,
  number: (value) => value.toFixed(3),
};

interface Told {
  readonly comparison: Comparison;
  readonly world: WorldName;
  readonly found: Measured;
}

function toldOf(results: readonly CompanyResult[]): readonly Told[] {
  return COMPARISONS.flatMap((comparison) =>
    WORLDS.flatMap((world): Told[] => {
      const found = measured(ofWorld(results, world), comparison);
      return found === null ? [] : [{ comparison, world, found }];
    }),
  );
}

function biasRow({ comparison, world, found }: Told): readonly string[] {
  const write = WRITERS[comparison.unit];
  const { meanTruth, meanEstimate, bias, biasError, covered } = found;
  const noise = biasError === null ? '' : ` ± ${write(1.96 * biasError)}`;
  const name = [comparison.check, comparison.what, world];
  return [...name, write(meanTruth), write(meanEstimate), `${write(bias)}${noise}`, timesOf(covered)];
}

function nearRow({ comparison, world, found }: Told): readonly string[] {
  const write = WRITERS[comparison.unit];
  const name = [comparison.check, comparison.what, comparison.differs, world];
  return [...name, write(found.meanTruth), write(found.meanEstimate)];
}

const meanSeconds = (results: readonly CompanyResult[], part: 'simulate' | 'import' | 'audit') =>
  (results.reduce((sum, { seconds }) => sum + seconds[part], 0) / results.length).toFixed(1);

function secondsTable(results: readonly CompanyResult[]): readonly string[] {
  const rows = WORLDS.map((world) => ({ world, own: ofWorld(results, world) })).filter(({ own }) => own.length > 0);
  return table(
    ['world', 'companies', 'generate', 'import', 'audit'],
    rows.map(({ world, own }) => [
      world,
      `${own.length}`,
      ...(['simulate', 'import', 'audit'] as const).map((part) => `${meanSeconds(own, part)} s`),
    ]),
  );
}

/** The page as Markdown. */
export function validationPage(results: readonly CompanyResult[], { customers, fingerprint, checks }: Heading): string {
  const told = toldOf(results);
  const alike = told.filter(({ comparison, world }) => comparison.alike.includes(world));
  const near = told.filter(({ comparison, world }) => !comparison.alike.includes(world));
  const compared = new Set(told.map(({ comparison }) => comparison.check));
  const planted = checks.filter(({ id }) => MECHANISM_OF[id] !== undefined);
  const [a, b, c, d] = [
    ofWorld(results, 'A'),
    ofWorld(results, 'B'),
    ofWorld(results, 'C'),
    ofWorld(results, 'D'),
  ] as const;
  const seeds = WORLDS.map((world) => `${world} ${ofWorld(results, world).length}`).join(', ');
  return [
    '# What the audit says of companies whose truth is known',
    '',
    'Written by `npm run validate`: companies are invented with all the mess of real exports (docs/simulator.md), their folder is',
    'imported as a user would, audited on the last day of their books, and the answers are compared with `truth.json`.',
    '',
    `**${results.length} companies** of ${customers} parties each (seeds: ${seeds}); source ${fingerprint}. A full company is larger: what is`,
    'refused here for want of customers may be answered there. Shares come with the 95 % Wilson interval over the companies: with few',
    'seeds it is wide, and a coverage of 8 of 8 does not prove 95 %.',
    '',
    '## What is wrong',
    '',
    ...alarms(
      results,
      checks.map(({ id }) => id),
    ),
    '',
    '## Answers',
    '',
    ...table(
      ['check', ...WORLDS],
      checks.map(({ id }) => [id, ...WORLDS.map((world) => counted(outcomesOf(ofWorld(results, world), id)))]),
      5,
    ),
    '',
    '## A: what is planted is found',
    '',
    ...table(
      ['check', 'planted by', 'no answer because', 'found', 'denied'],
      planted.map(({ id }) => [
        id,
        MECHANISM_OF[id] ?? '',
        counted(reasonsOf(a, id)),
        timesOf(share(a, id, ['finding'])),
        timesOf(share(a, id, ['clear', 'reversed'])),
      ]),
      3,
    ),
    '',
    '## C: nothing is wrong, nothing may be found',
    '',
    ...table(
      ['check', 'false alarms', 'rightly cleared', 'not decided'],
      checks.map(({ id }) => [
        id,
        timesOf(share(c, id, ['finding', 'reversed'])),
        timesOf(share(c, id, ['clear'])),
        timesOf(share(c, id, ['inconclusive', 'notApplicable', 'failed'])),
      ]),
    ),
    '',
    '## D: the sign',
    '',
    ...table(
      ['check', 'should be', 'reversed', 'accused the wrong way'],
      planted.map(({ id }) => [
        id,
        REVERSED_IN_D.includes(id) ? 'reversed' : 'not a finding',
        timesOf(share(d, id, ['reversed'])),
        timesOf(share(d, id, ['finding'])),
      ]),
      2,
    ),
    '',
    '## B: refusals',
    '',
    'Small numbers and negotiated prices without a newcomer price: the audit should refuse what it cannot know and say why.',
    '',
    ...table(
      ['check', 'reasons', 'refused'],
      checks.map(({ id }) => [id, counted(reasonsOf(b, id)), timesOf(share(b, id, ['inconclusive', 'notApplicable']))]),
      2,
    ),
    '',
    '## Bias and coverage',
    '',
    'Only where the number of the check and the number of truth.json mean the same. The truth is what the draws of that company came to.',
    'Bias is the mean of estimate minus truth, with twice its standard error over the companies.',
    '',
    ...table(
      ['check', 'number', 'world', 'truth', 'estimate', 'bias', '95 % interval holds the truth'],
      alike.map(biasRow),
      3,
    ),
    '',
    '## Near, but not the same',
    '',
    'Population or window differ, as said; the two numbers should be of one size and sign, no more.',
    '',
    ...table(['check', 'number', 'what differs', 'world', 'truth', 'estimate'], near.map(nearRow), 4),
    '',
    '## No truth to compare with',
    '',
    ...checks.filter(({ id }) => !compared.has(id)).map(({ id }) => `- ${id}`),
    '',
    '## Seconds of one company',
    '',
    ...secondsTable(results),
    '',
  ].join('\n');
}
