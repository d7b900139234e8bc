import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import { type Cells, sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds } from '../inventory.ts';
import { judgeGap, turnsRound } from '../judge-gap.ts';
import { inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Droughts, droughtsOf, invoiceCompleteness } from './droughts.ts';
import { chartsOf, detailsOf } from './figures.ts';
import { type GivingRates, gapIfUntoldGives, givingRates, overlapOf } from './giving-rates.ts';
import type { droughtCells } from './query.ts';
import type { DroughtSettings } from './settings.ts';
import { strataOf } from './strata.ts';

type CellName = keyof typeof droughtCells;
type Input = AssessInput<DroughtSettings, CellName>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

/** What is known of the log and of the people in it before anything is compared. */
interface Ground {
  readonly counts: Readonly<Record<string, number>>;
  readonly contacts: number;
  readonly giving: number;
  /** Of all contacts: tone given, taken from the kind, neither. */
  readonly tonedShare: number;
  readonly recognisedShare: number;
  readonly byContract: boolean;
  readonly logYear: boolean;
  readonly logStart: string;
  readonly logEnd: string;
  readonly held: readonly string[];
  readonly productDropped: boolean;
}

function heldEqual(phases: Cells, byContract: boolean, settings: DroughtSettings) {
  const several = (name: string) => new Set(phases.tuples.map((tuple) => tuple[phases.by.indexOf(name)])).size > 1;
  const wanted = ['product', 'consent'].filter(several);
  if (!byContract || !wanted.includes('product')) return { held: wanted, productDropped: false };
  const shared = overlapOf(phases, wanted, settings) >= settings.minimumOverlap;
  const productDropped = !shared && overlapOf(phases, ['consent'], settings) >= settings.minimumOverlap;
  return { held: productDropped ? wanted.filter((name) => name !== 'product') : wanted, productDropped };
}

function groundOf({ cells, settings }: Input): Ground {
  const { phases, log } = cells;
  const sum = (name: string) => sumOf(phases, name);
  const both = (what: string) => sum(`existing_${what}`) + sum(`newcomer_${what}`);
  const giving = both('recent_giving') + both('earlier_giving');
  const entries = sumOf(log, 'entries');
  const flag = (name: string) => log.tuples.some((tuple) => Number(tuple[log.by.indexOf(name)]) === 1);
  const text = (name: string) => String(log.tuples[0]?.[log.by.indexOf(name)] ?? '');
  const toneless = sumOf(log, 'toneless');
  const byContract = flag('by_contract');
  return {
    counts: {
      existing: sum('existing'),
      newcomers: sum('newcomers'),
      contacts: giving + ['burden', 'dunning', 'selling', 'neutral'].reduce((total, what) => total + both(what), 0),
      givingContacts: giving,
    },
    contacts: giving + ['burden', 'dunning', 'selling', 'neutral'].reduce((total, what) => total + both(what), 0),
    giving,
    tonedShare: entries > 0 ? 1 - (toneless + sumOf(log, 'by_kind')) / entries : 0,
    recognisedShare: entries > 0 ? 1 - toneless / entries : 0,
    byContract,
    logYear: flag('log_year'),
    logStart: text('log_start'),
    logEnd: text('log_end'),
    ...heldEqual(phases, byContract, settings),
  };
}

/** Invoices and other burdens from which their absence is no chance. */
const EXPECTED_BURDENS = 30;

/** Burdens of existing customers, and how many there would be at the newcomers' rate: invoices do not end with the first year. */
function burdensOf(phases: Cells) {
  const sum = (phase: string, what: string) => sumOf(phases, `${phase}_${what}`);
  const years = (phase: string) => sum(phase, 'recent_years') + sum(phase, 'earlier_years');
  const rate = sum('newcomer', 'burden') / years('newcomer');
  return { has: sum('existing', 'burden'), expected: Number.isFinite(rate) ? rate * years('existing') : 0 };
}

/** Why there can be no answer; null where there can. */
function refusal(input: Input, ground: Ground, droughts: Droughts): Verdict | null {
  const { settings, audit } = input;
  const { counts } = ground;
  const parts = {
    counts,
    affected: droughts.affected,
    details: detailsOf(input.cells, droughts, null),
    charts: chartsOf(droughts),
  };
  const say = (id: string, needed: number, has: number, sharpen: string | null = null) =>
    inconclusive(id, { needed, has, asOf: audit.asOf }, { ...parts, sharpen });
  const { minimumContacts, minimumExisting, minimumNewcomers, minimumOverlap } = settings;
  if (ground.contacts < minimumContacts) return say('fewContacts', minimumContacts, ground.contacts);
  if ((counts['existing'] ?? 0) < minimumExisting) return say('fewExisting', minimumExisting, counts['existing'] ?? 0);
  if ((counts['newcomers'] ?? 0) < minimumNewcomers)
    return say('fewNewcomers', minimumNewcomers, counts['newcomers'] ?? 0);
  const known = Math.max(ground.tonedShare, ground.recognisedShare >= settings.recognisedShare ? 1 : 0);
  if (ground.giving === 0 && known < 0.5)
    return say('noGivingKnown', settings.recognisedShare, ground.recognisedShare, 'contact.tone');
  const burdens = burdensOf(input.cells.phases);
  if (burdens.expected >= EXPECTED_BURDENS && burdens.has < settings.minimumBurdens * burdens.expected)
    return say('existingUnlogged', Math.round(burdens.expected), burdens.has);
  const overlap = overlapOf(input.cells.phases, ground.held, settings);
  return overlap >= minimumOverlap ? null : say('lowOverlap', minimumOverlap, overlap);
}

/** A gap alone is not yet a drought: where nearly everybody heard something good within the year there is none. */
function outcomeOf(rates: GivingRates, droughts: Droughts, settings: DroughtSettings): Outcome {
  const judged = judgeGap(rates.gap, settings.relevantGap);
  const dry = droughts.dryShare;
  if (judged === 'finding' && dry !== null && dry.value < settings.toleratedDrought) return 'clear';
  return judged;
}

/** Contacts that nothing explains decide where counting them as giving would turn the judgement round; until then nothing is said. */
function isToneOpen({ cells, settings }: Input, { held }: Ground, { gap }: GivingRates): boolean {
  const other = gapIfUntoldGives(cells.phases, held, settings);
  return other !== null && turnsRound(gap, other, settings.relevantGap);
}

const gradeOf = ({ byContract, held }: Ground): EvidenceGrade => (byContract && held.length > 0 ? 'C' : 'D');

const COLUMNS: Readonly<Record<string, string>> = { product: 'contract.product_id', consent: 'customer.consent_email' };

function caveatsOf(input: Input, ground: Ground, rates: GivingRates, droughts: Droughts, outcome: Outcome): Note[] {
  const { settings, inventory, cells } = input;
  const completeness = invoiceCompleteness(cells.invoices);
  const when = (condition: boolean, id: string, values: Note['values'] = {}) => (condition ? [note(id, values)] : []);
  const courted = outcome === 'clear' && rates.gap.low > 0 && rates.gap.value >= settings.relevantGap;
  return [
    ...when(ground.giving === 0, 'givesNobody'),
    ...when(courted, 'courtedNotDry', { share: droughts.dryShare?.value ?? 0, tolerated: settings.toleratedDrought }),
    ...when(!ground.byContract, 'noContracts'),
    ...when(rates.overlap < settings.fullOverlap, 'partialOverlap', { overlap: rates.overlap }),
    ...when(ground.productDropped, 'productNotShared'),
    ...when(
      !holds(inventory, 'customer', 'consent_email') && !holds(inventory, 'customer', 'consent_phone'),
      'noConsent',
    ),
    ...when(ground.tonedShare < 0.5, 'toneByKind', { share: 1 - ground.tonedShare }),
    ...when(ground.recognisedShare < settings.recognisedShare, 'toneless', { share: 1 - ground.recognisedShare }),
    ...when(!ground.logYear, 'shortLog', { day: ground.logStart }),
    ...when(completeness !== null && completeness < settings.completeInvoices, 'invoicesMissing', {
      share: completeness ?? 0,
    }),
    ...when((inventory['recognition']?.rows ?? 0) > 0, 'recognitionApart'),
    note('noTarget'),
    note('permission'),
    note('noMoney'),
  ];
}

function reasonOf(outcome: Outcome, { gap }: GivingRates, { relevantGap }: DroughtSettings, asOf: string): Note | null {
  if (outcome !== 'inconclusive') return null;
  return note('wideInterval', { value: gap.value, low: gap.low, high: gap.high, relevant: relevantGap, asOf });
}

/** Pure: sums of stays in, the verdict on the drought out. */
export function assessDrought(input: Input): readonly Verdict[] {
  const { cells, settings, audit, inventory } = input;
  const told = ['kind', 'tone'].some((column) => holds(inventory, 'contact', column));
  if (!told)
    return [
      verdict({
        outcome: 'notApplicable',
        reason: note('missingColumns', { columns: 'contact.kind' }),
        sharpen: 'contact.kind',
      }),
    ];
  const ground = groundOf(input);
  const droughts = droughtsOf(cells.droughts);
  const refused = refusal(input, ground, droughts);
  if (refused !== null) return [refused];
  const rates = givingRates(cells.phases, ground.held, settings);
  const toneOpen = isToneOpen(input, ground, rates);
  const outcome = toneOpen ? 'inconclusive' : outcomeOf(rates, droughts, settings);
  return [
    verdict({
      outcome,
      grade: gradeOf(ground),
      effect: quantity(rates.gap, '1/year'),
      naive: quantity(rates.naive, '1/year'),
      strata: ground.held.includes('product') ? strataOf(cells.phases, settings) : [],
      details: detailsOf(cells, droughts, rates),
      counts: ground.counts,
      affected: droughts.affected,
      adjustedFor: ground.held.flatMap((name) => COLUMNS[name] ?? []),
      overlap: rates.overlap,
      excluded: { neverNewcomer: sumOf(cells.log, 'before_log') },
      caveats: caveatsOf(input, ground, rates, droughts, outcome),
      reason: toneOpen
        ? note('toneDecides', { share: 1 - ground.recognisedShare, asOf: audit.asOf })
        : reasonOf(outcome, rates, settings, audit.asOf),
      ...(toneOpen ? { sharpen: 'contact.tone' } : {}),
      overturn: note('overturn', { asOf: audit.asOf, logStart: ground.logStart, logEnd: ground.logEnd }),
      charts: chartsOf(droughts),
    }),
  ];
}
