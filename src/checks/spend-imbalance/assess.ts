import type { EvidenceGrade, Outcome } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { holds } from '../inventory.ts';
import { inconclusive, type Note, quantity, type Verdict, verdict } from '../verdict.ts';
import { type Account, accountOf, type Base, baseOf } from './account.ts';
import { scaled, sharesOf } from './parity.ts';
import { chartsOf, detailsOf } from './parts.ts';
import type { SpendInput, SpendSettings } from './settings.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

function outcomeOf({ low, high }: Estimate, { relevantParity }: SpendSettings): Outcome {
  if (high < relevantParity) return 'finding';
  if (low > 1 / relevantParity) return 'reversed';
  return low >= relevantParity && high <= 1 / relevantParity ? 'clear' : 'inconclusive';
}

/** What is missing before anything can be said of a year; null where nothing is. */
function missing({ cells, settings, audit }: SpendInput, account: Account): Verdict | null {
  const { minimumMonths: needed } = settings;
  const { asOf } = audit;
  const counts = { lines: account.lines, months: account.months };
  if (cells.spend.keys === 0) return inconclusive('noFinishedPeriod', { asOf, needed });
  if (account.monthsWinning === 0)
    return inconclusive('noWinning', { asOf, needed, found: account.months }, { counts });
  if (account.monthsKeeping === 0)
    return inconclusive('noKeeping', { asOf, needed, found: account.months }, { counts });
  if (account.months < needed) return inconclusive('fewMonths', { asOf, needed, found: account.months }, { counts });
  // One side that was not booked at all until late in the year looks small.
  const late = { winningLate: account.winningLate, keepingLate: account.keepingLate };
  for (const [id, months] of Object.entries(late))
    if (months > settings.toleratedLate)
      return inconclusive(id, { asOf, needed, found: account.months - months }, { counts });
  return null;
}

function caveatsOf({ inventory }: SpendInput, account: Account, base: Base | null): readonly Note[] {
  const caveats: Note[] = [note('accounting')];
  const total = account.acquisition + account.retention + account.save + account.mixed;
  if (account.mixed > 0) caveats.push(note('mixed', { share: account.mixed / total }));
  if (account.save > 0) caveats.push(note('saveIsFailure', { amount: account.save }));
  if (holds(inventory, 'contract', 'discount')) caveats.push(note('discountsOnRecord', { count: account.discounts }));
  else caveats.push(note('discountsUnknown'));
  if (account.toldTwice > 0) caveats.push(note('toldTwice', { count: account.toldTwice }));
  const winning = account.monthsWinning;
  const keeping = account.monthsKeeping;
  if (Math.min(winning, keeping) < account.months) caveats.push(note('patchy', { winning, keeping }));
  if (base !== null && base.source !== 'margin')
    caveats.push(note(base.source === 'heads' ? 'headsForMargin' : 'priceForMargin'));
  return [...caveats, note('averages'), note('noMoney')];
}

function gradeOf(base: Base | null): EvidenceGrade {
  return base === null || base.source === 'heads' ? 'D' : 'C';
}

/** Pure: sums of cost lines, values and contracts in, the verdict on spend out. */
export function assessSpend(input: SpendInput): readonly Verdict[] {
  const { settings, audit } = input;
  const account = accountOf(input);
  const refused = missing(input, account);
  if (refused !== null) return [refused];
  const counts = {
    lines: account.lines,
    months: account.months,
    ...(account.existing > 0 ? { won: account.won, existing: account.existing } : {}),
  };
  const { booked, full } = sharesOf(account);
  const base = baseOf(input);
  const { asOf } = audit;
  if (booked === null || full === null) return [inconclusive('onlyMixed', { asOf, day: account.lastDay }, { counts })];
  const shared = {
    grade: gradeOf(base),
    details: detailsOf(account, base, audit.minimumCell),
    counts,
    caveats: caveatsOf(input, account, base),
    charts: chartsOf(account),
  };
  const keep = full.value;
  if (base === null)
    return [
      inconclusive('noBase', { asOf, keep, day: account.lastDay }, { ...shared, effect: quantity(full, 'share') }),
    ];
  const parity = scaled(full, 1 / base.share);
  const outcome = outcomeOf(parity, settings);
  const values = { asOf, day: account.lastDay, keep, base: base.share, source: base.source };
  return [
    verdict({
      ...shared,
      outcome,
      effect: quantity(parity, 'ratio'),
      naive: quantity(scaled(booked, 1 / base.share), 'ratio'),
      reason:
        outcome === 'inconclusive'
          ? note('boundsOpen', { ...values, low: parity.low, high: parity.high, relevant: settings.relevantParity })
          : null,
      overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', values),
    }),
  ];
}
