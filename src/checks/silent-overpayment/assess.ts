import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { sumOf } from '../cells.ts';
import type { AssessInput } from '../check.ts';
import { holds, type Inventory } from '../inventory.ts';
import { type Detail, inconclusive, NO_MONEY, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Figures, figuresOf, isRegular, judgeShare, partsOf, shareOf } from './figures.ts';
import type { SilentOverpaymentSettings } from './settings.ts';
import { type Waking, waking } from './waking.ts';
import { atRiskAfterNotice, remainingValue } from './worth.ts';

type Input = AssessInput<SilentOverpaymentSettings, 'customers' | 'newcomers' | 'listening' | 'waking'>;

interface Standing {
  readonly found: Figures;
  readonly overlap: number;
  /** Whether silence can be seen at all; without it the number is an upper bound. */
  readonly silenceKnown: boolean;
  readonly definiteShare: number;
  /** Names of the references that stand for what newcomers pay; empty where the company's own newcomers tell it. */
  readonly yardsticks: string;
  readonly base: Partial<Verdict>;
}

function standingOf({ cells }: Input): Standing {
  const found = figuresOf(cells.customers, cells.newcomers);
  const of = (name: string) => sumOf(cells.customers, name, isRegular);
  return {
    found,
    overlap: found.regulars > 0 ? found.compared / found.regulars : 0,
    silenceKnown: sumOf(cells.listening, 'throughout') > 0,
    definiteShare: found.compared > 0 ? of('definite') / found.compared : 0,
    yardsticks: String(cells.customers.tuples[0]?.[3] ?? ''),
    base: {
      counts: { regulars: found.regulars, compared: found.compared, overpaying: found.overpays },
      affected: found.people,
      overlap: found.regulars > 0 ? found.compared / found.regulars : null,
      excluded: {
        noNewcomerPrice: found.regulars - found.compared,
        asked: of('asked'),
        conceded: of('conceded'),
        complained: of('complained'),
      },
    },
  };
}

function refused({ found, overlap, yardsticks, base }: Standing, { settings, audit }: Input): Verdict | null {
  const say = (id: string, needed: number, has: number, sharpen: string | null = null) =>
    inconclusive(
      id,
      { needed, has, years: audit.regularYears, asOf: audit.asOf },
      { ...base, affected: null, sharpen },
    );
  if (found.regulars < settings.minimumRegulars) return say('tooFewRegulars', settings.minimumRegulars, found.regulars);
  if (overlap < settings.minimumOverlap)
    return say('lowOverlap', settings.minimumOverlap, overlap, 'new_business_price.price');
  if (found.compared < settings.minimumRegulars) return say('tooFewRegulars', settings.minimumRegulars, found.compared);
  if (yardsticks.includes(', '))
    return inconclusive(
      'severalYardsticks',
      { references: yardsticks },
      { ...base, affected: null, sharpen: 'new_business_price.price' },
    );
  return null;
}

function gradeOf(
  { silenceKnown, definiteShare, overlap }: Standing,
  settings: SilentOverpaymentSettings,
): EvidenceGrade {
  if (!silenceKnown) return 'D';
  return definiteShare >= 0.5 && overlap >= settings.fullOverlap ? 'B' : 'C';
}

interface Wakings {
  readonly asks: Waking;
  readonly exits: Waking;
}

function wakingNotes({ asks, exits }: Wakings, inventory: Inventory, settings: SilentOverpaymentSettings): Note[] {
  if (!holds(inventory, 'notice_event', 'at')) return [{ id: 'noNotices', values: {} }];
  const short = (id: string, { ratio, events, eventsAfter }: Waking): Note[] =>
    ratio === null ? [{ id, values: { needed: settings.minimumEvents, has: events, after: eventsAfter } }] : [];
  const seen = asks.ratio !== null || exits.ratio !== null;
  return [
    ...short('tooFewAsks', asks),
    ...short('tooFewExits', exits),
    ...(seen ? [{ id: 'gapThen', values: {} }] : []),
  ];
}

function caveatsOf(
  standing: Standing,
  wakings: Wakings,
  outcome: Outcome,
  { inventory, settings, audit }: Input,
): Note[] {
  const note = (when: boolean, id: string, values: Note['values'] = {}): Note[] => (when ? [{ id, values }] : []);
  const { found, overlap, silenceKnown, definiteShare, yardsticks } = standing;
  const complaints = holds(inventory, 'case', 'complaint') || holds(inventory, 'contact', 'kind');
  return [
    ...note(found.people > 0, 'purpose'),
    ...note(!silenceKnown, 'upperBound'),
    ...note(silenceKnown && !complaints, 'complaintsUnknown'),
    ...note(silenceKnown && !holds(inventory, 'concession', 'at'), 'concessionsUnknown'),
    ...note(definiteShare < 0.5, 'possible', { share: 1 - definiteShare }),
    ...note(overlap < settings.fullOverlap, 'partialOverlap', { overlap }),
    ...note(yardsticks !== '', 'yardstick', { reference: yardsticks }),
    ...note(outcome === 'finding', 'assumedMargin', { rate: audit.marginRate, months: audit.horizonMonths }),
    ...wakingNotes(wakings, inventory, settings),
  ];
}

function detailsOf({ found }: Standing, wakings: Wakings, value: number, { cells }: Input): Detail[] {
  const one = (key: string, estimate: Estimate | null, unit: Detail['quantity']['unit']): Detail[] =>
    estimate !== null && Number.isFinite(estimate.value) ? [{ key, quantity: quantity(estimate, unit) }] : [];
  const exact = (number: number): Estimate => ({ value: number, low: number, high: number, level: 0.95 });
  const [all, price] = [sumOf(cells.customers, 'customers'), sumOf(cells.customers, 'price')];
  const shown = found.people >= 30;
  return [
    ...one('shareOfExisting', shareOf(found.people, all), 'share'),
    ...one('overpayingShare', shareOf(found.overpays, found.compared), 'share'),
    ...one('underpayingShare', shareOf(found.underpays, found.compared), 'share'),
    ...(shown ? one('possibleShare', shareOf(found.possible, found.people), 'share') : []),
    ...(shown ? one('meanOverpaid', exact(found.transfer.value / found.people), 'money/year') : []),
    ...(shown ? one('revenueShare', exact(sumOf(cells.customers, 'silentPrice') / price), 'share') : []),
    ...(shown ? one('breakEven', exact(found.transfer.value / (found.people * value)), 'share') : []),
    ...one('askRatio', wakings.asks.ratio, 'ratio'),
    ...one('exitRatio', wakings.exits.ratio, 'ratio'),
  ];
}

function reasonOf(outcome: Outcome, { found }: Standing, { settings, audit }: Input): Note | null {
  if (outcome !== 'inconclusive') return null;
  const { low, high } = found.share;
  return { id: 'wideInterval', values: { low, high, tolerated: settings.toleratedShare, asOf: audit.asOf } };
}

function judged(standing: Standing, input: Input): Verdict {
  const { cells, settings, audit, inventory } = input;
  const { found, base } = standing;
  const outcome = judgeShare(found, settings);
  if (outcome === 'finding' && found.people < settings.minimumPeople) {
    const values = { needed: settings.minimumPeople, has: found.people, asOf: audit.asOf };
    return inconclusive('tooFewPeople', values, { ...base, affected: null });
  }
  const wakings = { asks: waking(cells.waking, 'asks', settings), exits: waking(cells.waking, 'exits', settings) };
  const price = sumOf(cells.customers, 'silentPrice') / Math.max(1, found.people);
  const value = remainingValue(price, audit);
  const money = outcome === 'finding' && found.people >= audit.minimumMoneyUnits;
  const limits = { ...settings, minimumCell: audit.minimumCell };
  const byTenure = partsOf(cells.customers, 'tenure', 1, limits);
  return verdict({
    ...base,
    outcome,
    grade: gradeOf(standing, settings),
    effect: quantity(found.share, 'share'),
    naive: found.plain === null ? null : quantity(found.plain, 'share'),
    strata: [...byTenure, ...partsOf(cells.customers, 'line', 2, limits)],
    details: detailsOf(standing, wakings, value, input),
    money: {
      ...NO_MONEY,
      transfer: money ? found.transfer : null,
      atRisk: money ? atRiskAfterNotice(found, wakings.exits, sumOf(cells.waking, 'months'), value) : null,
    },
    adjustedFor: [
      'contract.product_id',
      ...['risk_class', 'region', 'channel'].flatMap((name) =>
        holds(inventory, 'contract', name) ? [`contract.${name}`] : [],
      ),
    ],
    caveats: caveatsOf(standing, wakings, outcome, input),
    reason: reasonOf(outcome, standing, input),
    overturn: {
      id: outcome === 'finding' ? 'reference' : 'otherLimit',
      values: { ...limitsOf(settings), people: found.people, asOf: audit.asOf },
    },
    charts: [
      {
        id: 'tenure',
        kind: 'bars',
        unit: 'share',
        points: byTenure.flatMap(({ key, effect }) =>
          effect === null
            ? []
            : [{ series: 'existing', x: key.slice(7), value: effect.value, low: effect.low, high: effect.high }],
        ),
        benchmark: [],
      },
    ],
  });
}

const limitsOf = ({ relevantGap, relevantMoney, toleratedShare }: SilentOverpaymentSettings) => ({
  relevantGap,
  relevantMoney,
  tolerated: toleratedShare,
});

/** Sums of customers to the verdict on silent overpayment; see the method in the messages. */
export function assessSilentOverpayment(input: Input): readonly Verdict[] {
  const standing = standingOf(input);
  return [refused(standing, input) ?? judged(standing, input)];
}
