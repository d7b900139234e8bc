import type { EvidenceGrade, Unit } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { deleteAGroup } from '#statistics/jackknife/delete-a-group.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds, type Inventory } from '../inventory.ts';
import { judgeGap } from '../judge-gap.ts';
import { type Detail, inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { breakEvenExits } from './break-even.ts';
import { gapByTenure, penaltyCharts } from './charts.ts';
import { type RegressionGap, regressionGap } from './price-regression.ts';
import type { PenaltySettings } from './settings.ts';
import { type PriceQuality, type PriceSource, type SourceGap, sourceGap } from './source-gap.ts';

type Input = AssessInput<PenaltySettings, 'gaps' | 'regression' | 'standing' | 'excluded'>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const SOURCES: readonly PriceSource[] = ['sheet', 'match'];
const MATCH_COLUMNS = ['product_id', 'region', 'channel', 'payment_mode', 'risk_class', 'volume'] as const;

/** The base that every verdict counts from. */
interface Base {
  readonly input: Input;
  readonly existing: number;
  readonly newcomers: number;
  readonly naive: Estimate | null;
  readonly excluded: Readonly<Record<string, number>>;
}

/** What newcomers and existing customers pay on average, nothing held equal. */
function naiveGap(cells: Cells): Estimate | null {
  const at = (name: string) => cells.sumNames.indexOf(name);
  const roles = cells.tuples.map((tuple) => tuple[cells.by.indexOf('role')]);
  const mean = (sums: Float64Array, role: string) => {
    let price = 0;
    let contracts = 0;
    for (const [cell, name] of roles.entries()) {
      if (name !== role) continue;
      price += sums[cell * cells.sums + at('price')] ?? 0;
      contracts += sums[cell * cells.sums + at('contracts')] ?? 0;
    }
    return price / contracts;
  };
  const theta = (sums: Float64Array) => [mean(sums, 'existing') / mean(sums, 'newcomer') - 1];
  return deleteAGroup({ ...cells, theta, scale: 'identity' }).estimates[0] ?? null;
}

const matchedColumns = (inventory: Inventory) => [
  ...MATCH_COLUMNS.filter(
    (column) => holds(inventory, 'contract', column) || (column === 'region' && holds(inventory, 'customer', column)),
  ).map((column) => `contract.${column}`),
  ...(holds(inventory, 'customer', 'kind') ? ['customer.kind'] : []),
];

function adjustedFor(source: PriceSource | 'regression', inventory: Inventory): readonly string[] {
  if (source !== 'sheet') return matchedColumns(inventory);
  if (holds(inventory, 'new_business_price', 'contract_id')) return ['new_business_price.contract_id'];
  const columns = ['product_id', 'region', 'channel', 'risk_class', 'volume_band'];
  return columns
    .filter((column) => holds(inventory, 'new_business_price', column))
    .map((column) => `contract.${column === 'volume_band' ? 'volume' : column}`);
}

/** Each contract has a quote of its own: no further column of the contract can sharpen the comparison. */
const quotedPerContract = ({ input }: Base) => holds(input.inventory, 'new_business_price', 'contract_id');

function gradeOf({ source, quality }: SourceGap, overlap: number, base: Base): EvidenceGrade {
  const { settings, inventory } = base.input;
  if (overlap < settings.goodOverlap || quality === 'q4') return 'C';
  if (source === 'sheet') return 'B';
  return matchedColumns(inventory).length >= 3 && holds(inventory, 'contract', 'risk_class') ? 'B' : 'C';
}

function caveatsOf(base: Base, reference: string, overlap: number, quality: PriceQuality | 'q3'): readonly Note[] {
  const { inventory, settings } = base.input;
  const caveats: Note[] = [note('stockNotWalking')];
  if (reference !== '') caveats.push(note(base.newcomers >= 30 ? 'yardstick' : 'namedReference', { reference }));
  if (overlap < settings.goodOverlap) caveats.push(note('restrictedToOverlap', { overlap }));
  if (quality === 'q3') caveats.push(note('regression'));
  if (quality === 'q4') caveats.push(note('tariffSheet'));
  if (!holds(inventory, 'contract', 'price_period')) caveats.push(note('periodAssumed'));
  if (!holds(inventory, 'contract', 'risk_class') && quality !== 'q1') caveats.push(note('riskUnknown'));
  return caveats;
}

const negated = ({ value, low, high, level }: Estimate): Estimate => ({ value: -value, low: -high, high: -low, level });

/** What the comparison itself shows about how far to trust it. */
function sourceCaveats({ input }: Base, gap: SourceGap, others: readonly SourceGap[]): readonly Note[] {
  const judged = (each: SourceGap) => judgeGap(each.gap, input.settings.relevantGap);
  const disagreeing = others.filter(
    (other) => Math.sign(other.gap.value) !== Math.sign(gap.gap.value) && judged(other) !== judged(gap),
  );
  return [
    ...(gap.closeProduct > 0 ? [note('closeProduct', { share: gap.closeProduct / gap.existing })] : []),
    ...(judged(gap) === 'clear' && gap.shareAbove.value > 0.25
      ? [note('unevenlySpread', { share: gap.shareAbove.value })]
      : []),
    ...disagreeing.map((other) => note('sourcesDisagree', { source: other.quality, gap: other.gap.value })),
  ];
}

function detailsOf({ input: { audit } }: Base, reference: string, gap: SourceGap, others: readonly SourceGap[]) {
  const detail = (key: string, estimate: Estimate | null, unit: Unit): readonly Detail[] =>
    estimate === null ? [] : [{ key, quantity: quantity(estimate, unit) }];
  const named = reference !== '';
  const enough = gap.existing >= audit.minimumMoneyUnits;
  return [
    ...detail('meanMoney', gap.meanMoney, 'money/year'),
    ...detail('shareAbove', gap.shareAbove, 'share'),
    ...detail('shareBelow', gap.shareBelow, 'share'),
    ...detail('existingToReference', named ? gap.toReference.existing : null, 'share'),
    ...detail('newcomersToReference', named ? gap.toReference.newcomers : null, 'share'),
    ...detail('variantA', gap.gapFirstYear, 'share'),
    ...detail('variantC', gap.gapHorizon, 'share'),
    ...detail('overpaid', enough ? gap.overpaid : null, 'money/year'),
    ...detail('underpaid', enough ? negated(gap.underpaid) : null, 'money/year'),
    ...detail('breakEvenExits', enough && gap.overpaid.value > 0 ? breakEvenExits(gap, audit) : null, 'share'),
    ...others.flatMap((other) => detail(`source-${other.source}`, other.gap, 'share')),
  ];
}

function fromSource(base: Base, reference: string, gap: SourceGap, others: readonly SourceGap[]): Verdict {
  const { settings, audit, inventory } = base.input;
  const overlap = gap.existing / base.existing;
  const enough = gap.existing >= audit.minimumMoneyUnits;
  const outcome = judgeGap(gap.gap, settings.relevantGap);
  const strata = [
    ...Object.entries(gap.byBand).map(([band, estimate]) => [`tenure:${band}`, estimate] as const),
    ...Object.entries(gap.byLine).map(([line, estimate]) => [`line:${line}`, estimate] as const),
  ].filter(([key]) => (gap.existingBy[key] ?? 0) >= settings.minimumExisting);
  return verdict({
    reference,
    outcome,
    grade: gradeOf(gap, overlap, base),
    effect: quantity(gap.gap, 'share'),
    naive: base.naive === null ? null : quantity(base.naive, 'share'),
    strata: strata.map(([key, estimate]) => ({
      key,
      effect: quantity(estimate, 'share'),
      outcome: judgeGap(estimate, settings.relevantGap),
      counts: { existing: gap.existingBy[key] ?? 0 },
    })),
    details: detailsOf(base, reference, gap, others),
    counts: {
      existing: base.existing,
      newcomers: base.newcomers,
      compared: gap.existing,
      matchedNewcomers: gap.matched,
    },
    affected: gap.affected,
    money: { ...NO_MONEY, transfer: enough && outcome === 'finding' ? gap.overpaid : null },
    adjustedFor: adjustedFor(gap.source, inventory),
    overlap,
    excluded: { ...base.excluded, noTwin: base.existing - gap.existing },
    caveats: [...caveatsOf(base, reference, overlap, gap.quality), ...sourceCaveats(base, gap, others)],
    overturn: note(`overturn-${gap.quality}`),
    sharpen: quotedPerContract(base) && gap.quality === 'q1' ? '' : null,
    charts: penaltyCharts(reference, gap, settings.minimumExisting),
  });
}

function fromRegression(base: Base, gap: RegressionGap): Verdict {
  const { settings, audit, inventory } = base.input;
  const enough = base.existing >= audit.minimumMoneyUnits;
  const outcome = judgeGap(gap.gap, settings.relevantGap);
  const transfer = outcome === 'finding' && gap.money.value > 0 && enough ? gap.money : null;
  const caveats = [...caveatsOf(base, '', 1, 'q3')];
  if (gap.fit === 'linear' && holds(inventory, 'contract', 'risk_class')) caveats.push(note('riskExtrapolated'));
  const byBand = Object.entries(gap.byBand);
  return verdict({
    outcome,
    grade: 'C',
    effect: quantity(gap.gap, 'share'),
    naive: base.naive === null ? null : quantity(base.naive, 'share'),
    strata: byBand.map(([band, estimate]) => ({
      key: `tenure:${band}`,
      effect: quantity(estimate, 'share'),
      outcome: judgeGap(estimate, settings.relevantGap),
      counts: {},
    })),
    details: enough ? [{ key: 'netMoney', quantity: quantity(gap.money, 'money/year') }] : [],
    counts: { existing: base.existing, newcomers: base.newcomers, compared: base.existing },
    affected: null,
    money: { ...NO_MONEY, transfer },
    adjustedFor: adjustedFor('regression', inventory),
    overlap: null,
    excluded: base.excluded,
    caveats: [...caveats, note('netTransfer')],
    overturn: note('overturn-q3'),
    charts: [gapByTenure(gap.byBand, null)],
  });
}

function withoutTwin(base: Base): Verdict {
  const { settings } = base.input;
  const counts = { existing: base.existing, newcomers: base.newcomers };
  if (base.newcomers === 0)
    return verdict({
      outcome: 'notApplicable',
      reason: note('noTwin'),
      counts,
      excluded: base.excluded,
      sharpen: 'new_business_price.price',
    });
  const needed = { newcomers: base.newcomers, needed: settings.minimumNewcomers, existing: base.existing };
  return inconclusive('tooFew', needed, { counts, excluded: base.excluded, sharpen: 'new_business_price.price' });
}

function judgeReference(base: Base, reference: string): Verdict {
  const { cells, settings } = base.input;
  const gaps = SOURCES.flatMap((source) => sourceGap(cells.gaps, reference, source) ?? []);
  const headline = gaps.find((gap) => gap.headline && gap.existing >= settings.minimumExisting);
  if (headline !== undefined)
    return fromSource(
      base,
      reference,
      headline,
      gaps.filter((gap) => gap !== headline),
    );
  if (reference === '' && base.existing >= settings.minimumExisting && base.newcomers >= settings.minimumNewcomers) {
    const gap = regressionGap(cells.regression, cells.standing);
    if (gap !== null) return fromRegression(base, gap);
    return inconclusive('notSeparable', { existing: base.existing, newcomers: base.newcomers });
  }
  const best = Math.max(0, ...gaps.map((gap) => gap.existing)) / Math.max(1, base.existing);
  const ownNewcomersOnly = gaps.every((gap) => gap.source === 'match') && base.newcomers < settings.minimumNewcomers;
  if (gaps.length > 0 && best < settings.leastOverlap && !ownNewcomersOnly)
    return inconclusive(
      'overlapTooSmall',
      { reference, overlap: best, needed: settings.leastOverlap },
      { reference, overlap: best },
    );
  return { ...withoutTwin(base), reference };
}

/** One verdict a named reference price; without named references one against the company's own newcomers. */
export function assessPenalty(input: Input): readonly Verdict[] {
  const { standing, gaps, excluded } = input.cells;
  const inFit = (role: string) => sumOf(standing, 'contracts', (tuple) => tuple[1] === role);
  const base: Base = {
    input,
    existing: inFit('existing'),
    newcomers: inFit('newcomer'),
    naive: inFit('newcomer') >= 10 && inFit('existing') >= 10 ? naiveGap(standing) : null,
    excluded: Object.fromEntries(
      excluded.tuples.map((tuple) => [String(tuple[0]), sumOf(excluded, 'contracts', (own) => own[0] === tuple[0])]),
    ),
  };
  const named = [...new Set(gaps.tuples.map((tuple) => String(tuple[0])))]
    .filter((reference) => reference !== '')
    .sort();
  const hasOwnSheet = gaps.tuples.some((tuple) => tuple[0] === '' && tuple[1] === 'sheet');
  return (named.length > 0 && !hasOwnSheet ? named : ['', ...named]).map((reference) =>
    judgeReference(base, reference),
  );
}
