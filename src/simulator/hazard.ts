import { firstDayOf } from './calendar.ts';
import { AS_OF_MONTH, type Company, WINDOW_MONTHS } from './company.ts';
import { logistic } from './draws.ts';
import type { Party, Traits } from './party.ts';
import { force, type Planted, type Source } from './planted.ts';
import type { World } from './world.ts';

/** What the company does to its customers and what may drive them away, in the order of the vectors below. */
export const EXPOSURES = [
  'price_gap',
  'drought',
  'long_wait',
  'contact_change',
  'unresolved_case',
  'new_only_advertising',
  'peer_exit',
] as const;
export type Exposure = (typeof EXPOSURES)[number];

/** Yearly exits around which effects in percentage points are turned into logits. */
const YEARLY_EXIT = 0.095;
const QUARTERLY_EXIT = 0.024;
/** Three years of custom make a regular. */
export const REGULAR_MONTHS = 36;
const SILENT_MONTHS = 24;
const LAST_CHANGE_MONTH = 12;
const BOUND_MONTHS = 11;
const LONGEST_TENURE_MONTHS = 400;
const DAYS_PER_MONTH = 30.44;

/** Effect of each exposure on the monthly logit of leaving, as it stood when the month began. */
export function exposureEffects(company: Company, party: Party, month: number, gap: number, into: Float64Array): void {
  const { planted, muted } = company;
  const within = (since: number, months: number) => month > since && month - since <= months;
  const droughtDays = planted.G5.droughtMonths * DAYS_PER_MONTH;
  into[0] = planted.G1.exitPerGap * Math.max(gap, 0);
  into[1] = firstDayOf(month) - party.lastGivingDay > droughtDays ? planted.G5.exitInDrought * force(planted.G5) : 0;
  into[2] = within(party.longWaitMonth, planted.G4.longWaitMonths)
    ? planted.G4.exitAfterLongWait * force(planted.G4)
    : 0;
  into[3] = contactChangeEffect(company, party, month - party.changeMonth);
  into[4] = within(party.unresolvedMonth, planted.G16.unresolvedMonths)
    ? planted.G16.exitUnresolved * force(planted.G16)
    : 0;
  into[5] = within(party.advertisedMonth, planted.G11.months)
    ? Math.log(planted.G11.hazardRatio) * force(planted.G11)
    : 0;
  into[6] = within(party.peerExitMonth, planted.G20.months) ? Math.log(planted.G20.oddsRatio) * force(planted.G20) : 0;
  if (month > AS_OF_MONTH - WINDOW_MONTHS) for (const index of muted) into[index] = 0;
}

function contactChangeEffect({ planted: { G14 } }: Company, party: Party, monthsSince: number): number {
  if (monthsSince > LAST_CHANGE_MONTH || force(G14) === 0) return 0;
  const window = G14.windows.find(([until]) => monthsSince <= until);
  if (window === undefined || monthsSince <= 0) return 0;
  if (party.traits.weak) return Math.log(G14.weakRatio) * G14.strength;
  return (Math.log(window[1]) + party.changeCold) * G14.strength;
}

/** The part of the logit that is the person: traits and loyalties. */
export function steadyLogit({ world, planted }: Company, traits: Traits): number {
  const { exit } = world;
  const temper =
    exit.attachment * traits.attachment + exit.attention * traits.attention + exit.homophily * traits.homophily;
  return exit.intercept + temper + loyaltyEffect(world, planted, traits);
}

/** The monthly logit of leaving when every exposure is at its reference. */
export function baseLogit(company: Company, party: Party, month: number, gap: number, renewing: boolean): number {
  const { world, planted } = company;
  const { exit } = world;
  const tenure = month - party.startMonth;
  let logit = party.steadyLogit + tenureEffect(world, tenure) + sourceEffect(company, party.source, tenure);
  logit += company.calendarEffect[month - company.firstMonth] ?? 0;
  if (renewing) logit += exit.renewal;
  if (month - party.refusedMonth <= 3) logit += planted.G17.exitAfterRefusal * force(planted.G17);
  if (month - party.giftMonth <= 12) logit += planted.G21.exitIfRecognised * force(planted.G21);
  return logit + noticeEffect(company, party, month, gap) + treatmentEffect(company, party, month);
}

/** The first term binds; who has stayed for some years stays more easily with every further one, up to a last year. */
export function tenureEffect({ exit }: World, tenureMonths: number): number {
  const years = Math.min(tenureMonths / 12, exit.lastTenureYear) - exit.firstTenureYear;
  return (tenureMonths < BOUND_MONTHS ? exit.firstTerm : 0) + exit.perTenureYear * Math.max(years, 0);
}

/** People won by bait leave when the first term is over. */
export function sourceEffect({ planted: { G10 }, termEnd }: Company, source: Source, tenure: number): number {
  if (force(G10) === 0) return 0;
  return G10.strength * (G10.logit[source] + G10.termEndLogit[source] * (termEnd[source][tenure] ?? 0));
}

/** How much of the pull of the end of the first term is felt, by month of tenure: nothing, all of it, then less and less. */
export function termEndCurves({ G10 }: Planted): Readonly<Record<Source, Float64Array>> {
  const curve = (until: number) =>
    Float64Array.from({ length: LONGEST_TENURE_MONTHS }, (_, tenure) => {
      if (tenure < G10.termEndFromMonth) return 0;
      return tenure <= until ? 1 : Math.exp((until - tenure) / G10.termEndFadesMonths);
    });
  const { portal, bait, organic, recommendation, winback } = G10.termEndUntilMonth;
  return {
    portal: curve(portal),
    bait: curve(bait),
    organic: curve(organic),
    recommendation: curve(recommendation),
    winback: curve(winback),
  };
}

/** Mean and weakest of the four loyalties against their usual levels; the weakest counts only when G18 is on. */
function loyaltyEffect(world: World, { G18 }: Planted, traits: Traits): number {
  const [company, offers, people, networks] = traits.loyalties;
  const usual = world.loyalties.reduce((sum, level) => sum + level, 0) / 4;
  const mean = (company + offers + people + networks) / 4;
  const weakest = Math.min(company, offers, people, networks);
  const usualWeakest = Math.min(...world.loyalties) - 0.55;
  return -G18.perMean * (mean - usual) - G18.perMinimum * force(G18) * (weakest - usualWeakest);
}

/** A regular who overpays by more than a share and has asked for nothing in two years. */
export function overpaysSilently(party: Party, month: number, gap: number, gapAbove: number): boolean {
  return gap > gapAbove && month - party.startMonth >= REGULAR_MONTHS && month - party.askMonth > SILENT_MONTHS;
}

/** Some months after a notice that makes people look. */
export function isAwake({ noticeMonth }: Party, month: number, months: number): boolean {
  return month > noticeMonth && month - noticeMonth <= months;
}

/** Regulars who overpay without looking are those who stay anyway, until something makes them look. */
function noticeEffect({ planted: { G8 } }: Company, party: Party, month: number, gap: number): number {
  if (force(G8) === 0 || !overpaysSilently(party, month, gap, G8.gapAbove)) return 0;
  return isAwake(party, month, G8.months) ? Math.log(G8.noticeHazardRatio) * G8.strength : 0;
}

function treatmentEffect(company: Company, party: Party, month: number): number {
  let logit = programmeEffect(company, party, month) + letterEffect(company, party, month);
  logit += company.rollOuts[party.region]?.[month - company.firstMonth] ?? 0;
  for (const fix of party.fixes) if (month > fix.from && month - fix.from <= 12) logit += fix.effect;
  return logit;
}

function programmeEffect({ planted: { G21 } }: Company, { programme, programmeMonth }: Party, month: number): number {
  const months = month - programmeMonth;
  if (force(G21) === 0 || months <= 0 || months > 24) return 0;
  const yearly = G21.yearlyEffect;
  if (programme === 'money' && months > 12) return shift(YEARLY_EXIT, G21.moneyRebound * G21.strength);
  if (months > 12) return 0;
  if (programme === 'thanks') return shift(YEARLY_EXIT, yearly.thanks * G21.strength);
  if (programme === 'upgrade') return shift(YEARLY_EXIT, yearly.upgrade * G21.strength);
  return programme === 'money' ? shift(YEARLY_EXIT, yearly.money * G21.strength) : 0;
}

function letterEffect({ planted: { G9 } }: Company, { letterMonth, letterGap }: Party, month: number): number {
  const months = month - letterMonth;
  if (force(G9) === 0 || months <= 0 || months > G9.months) return 0;
  if (letterGap < G9.smallGapBelow) return shift(QUARTERLY_EXIT, G9.smallGapEffect * G9.strength);
  return letterGap > G9.largeGapAbove ? shift(QUARTERLY_EXIT + 0.016, G9.largeGapEffect * G9.strength) : 0;
}

/** The logit that moves a usual share of exits by so many percentage points. */
function shift(usual: number, points: number): number {
  return Math.log((usual + points) / usual);
}

/** Chance of leaving this month. */
export function exitChance(base: number, effects: Float64Array): number {
  let logit = base;
  for (const effect of effects) logit += effect;
  return logistic(logit);
}
