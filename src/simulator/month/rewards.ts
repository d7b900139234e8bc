import { daysIn, firstDayOf, isoInstant, monthOf } from '../calendar.ts';
import type { Company } from '../company.ts';
import { member } from '../draws.ts';
import type { FixArm, Party } from '../party.ts';
import { force } from '../planted.ts';
import { euros } from '../rows.ts';

const TEN = 36_000;
const ARMS = ['thanks', 'upgrade', 'money', 'holdout'] as const;
const KIND_OF_ARM = { thanks: 'thanks', upgrade: 'upgrade', money: 'gift', holdout: 'anniversary' } as const;
const CENTS_OF_ARM = { thanks: 0, upgrade: 3_000, money: 2_500, holdout: 0 } as const;
const ANNIVERSARY_FROM = monthOf(2022, 7);
const ANNIVERSARY_UNTIL = monthOf(2025, 6);
/** Correction letters go out twice, so that the quarter after each lies within the books. */
const LETTER_MONTHS = [monthOf(2024, 10), monthOf(2025, 10)];
const OLD_PROGRAMME_YEARS = 5;

/** Trials by customer: name, month, planted effect on the yearly logit of leaving. */
export const TRIALS = [
  { id: 'call-back', month: monthOf(2024, 3), effect: 'callBack' },
  { id: 'welcome', month: monthOf(2024, 9), effect: 'welcome' },
  { id: 'more-mail', month: monthOf(2025, 3), effect: 'moreMail' },
] as const;

/** Gifts, the anniversary trial, the old programme, correction letters and trials of fixes. */
export function reward(company: Company, party: Party, month: number, gap: number): void {
  giveGift(company, party, month);
  keepAnniversary(company, party, month);
  sendCorrection(company, party, month, gap);
  enterTrials(company, party, month);
}

interface Recognition {
  readonly kind: string;
  readonly cents: number;
  readonly programme: string | null;
  readonly treated: boolean | null;
}

function recognise(
  { rows, streams }: Company,
  party: Party,
  month: number,
  { kind, cents, programme, treated }: Recognition,
): void {
  const day = Math.max(
    firstDayOf(month) + streams.gifts.integer(daysIn(month), party.number, month, 5),
    party.startDay,
  );
  const arm = treated ? 'treated' : 'holdout';
  rows('recognition', {
    customer_id: party.id,
    at: isoInstant(day, TEN),
    kind,
    value: euros(treated === false ? 0 : cents),
    programme_id: programme,
    arm: treated === null ? null : arm,
  });
}

/** What a gift costs falls with the customer's volume: the more he buys, the less he gets. */
function giftCents({ planted: { G3 } }: Company, party: Party, cents: number): number {
  const exponent = force(G3) > 0 ? G3.valueExponent * G3.strength : 0;
  return Math.round(cents * Math.exp(exponent * Math.log(party.traits.volume)));
}

function giveGift(company: Company, party: Party, month: number): void {
  const {
    streams,
    planted: { G3 },
    tally,
  } = company;
  if (month % 12 !== party.number % 12 || month === party.startMonth) return;
  if (!streams.gifts.chance(G3.yearlyShare, party.number, month)) return;
  const cents = giftCents(company, party, G3.giftCents);
  tally.add('gifts', cents);
  party.giftMonth = month;
  recognise(company, party, month, { kind: 'gift', cents, programme: null, treated: null });
}

function keepAnniversary(company: Company, party: Party, month: number): void {
  const {
    streams,
    planted: { G21 },
  } = company;
  const years = (month - party.startMonth) / 12;
  if (years === G21.anniversaryYear && month >= ANNIVERSARY_FROM && month <= ANNIVERSARY_UNTIL) {
    // Households are drawn together, so that nobody hears of a neighbour's gift at his own table.
    const arm = member(ARMS, streams.rewards.integer(ARMS.length, party.household ?? party.number, 0));
    party.programme = arm;
    party.programmeMonth = month;
    const cents = giftCents(company, party, CENTS_OF_ARM[arm]);
    recognise(company, party, month, {
      kind: KIND_OF_ARM[arm],
      cents,
      programme: `anniversary-${arm}`,
      treated: arm !== 'holdout',
    });
  }
  // The older programme goes to those who would have stayed anyway (trap T8).
  const chosen = party.traits.attachment + 0.6 * streams.rewards.normal(party.number) > 0.4;
  if (years === OLD_PROGRAMME_YEARS && chosen) {
    recognise(company, party, month, {
      kind: 'anniversary',
      cents: giftCents(company, party, 1_500),
      programme: 'five-years',
      treated: null,
    });
  }
}

function sendCorrection(company: Company, party: Party, month: number, gap: number): void {
  const {
    streams,
    planted: { G9 },
  } = company;
  const round = LETTER_MONTHS.indexOf(month);
  const mine = streams.fixes.integer(LETTER_MONTHS.length, party.number, 0, 1);
  if (force(G9) === 0 || round !== mine || gap < 0.03) return;
  const treated = streams.fixes.chance(G9.treatedShare, party.number, 0, 2);
  if (treated) {
    party.letterMonth = month;
    party.letterGap = gap;
  }
  recognise(company, party, month, { kind: 'status', cents: 0, programme: 'correction-letter', treated });
}

function enterTrials(company: Company, party: Party, month: number): void {
  const {
    streams,
    planted: { G26 },
  } = company;
  if (force(G26) === 0) return;
  const trial = TRIALS.find((other) => other.month === month);
  if (trial === undefined) return;
  const treated = streams.fixes.chance(0.5, party.number, month);
  if (treated) join(party, { effect: G26[trial.effect] * G26.strength, from: month });
  recognise(company, party, month, { kind: 'status', cents: 0, programme: trial.id, treated });
}

function join(party: Party, arm: FixArm): void {
  party.fixes = [...party.fixes, arm];
}
