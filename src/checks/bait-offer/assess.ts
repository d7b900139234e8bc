import type { EvidenceGrade } from '#domain/verdict-terms.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { holds } from '../inventory.ts';
import {
  inconclusive,
  type MoneySplit,
  NO_MONEY,
  type Note,
  type Quantity,
  quantity,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { type Answers, answersOf, isRecognised, outcomeOf } from './judge.ts';
import { type Measured, measure, type Offer } from './measure.ts';
import { chartsOf, detailsOf, strataOf } from './parts.ts';
import type { BaitInput } from './settings.ts';

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });
const exact = (value: number): Estimate => ({ value, low: value, high: value, level: 1 });

/** What the contracts won in the last twelve months fall short of equal customers won without an offer. */
function lossOf({ all, input }: Measured): Estimate | null {
  const { account, recent } = all;
  if (account === null || recent < input.audit.minimumMoneyUnits || account.shortfall.high >= 0) return null;
  const { value, low, high, level } = account.shortfall;
  return { value: -value * recent, low: -high * recent, high: -low * recent, level };
}

function headline({ all }: Measured): { effect: Quantity | null; naive: Quantity | null } {
  if (all.account !== null)
    return { effect: quantity(all.account.full, 'money'), naive: quantity(exact(all.account.naive), 'money') };
  if (all.leaving !== null)
    return { effect: quantity(all.leaving.ratio, 'ratio'), naive: quantity(exact(all.leaving.crude), 'ratio') };
  return { effect: all.rejoin === null ? null : quantity(all.rejoin, 'share'), naive: null };
}

function accountCaveats({ all, scene, incentiveKnown }: Measured): readonly Note[] {
  const { account } = all;
  if (account === null) return [note('noAccount')];
  const caveats: Note[] = [note('observedTo', { months: account.months })];
  if (scene.marginAssumed) caveats.push(note('marginAssumed', { rate: scene.marginRate }));
  if (scene.costPerNewcomer === null) caveats.push(note('costUnknown'));
  if (scene.bonusInCosts) caveats.push(note('bonusInCosts'));
  if (!incentiveKnown) caveats.push(note('incentiveUnknown'));
  return [...caveats, note('incrementality'), note('backDoor')];
}

function heldEqual({ all, input: { inventory } }: Measured): readonly string[] {
  if (all.leaving === null) return [];
  const channel = all.leaving.channelHeld && holds(inventory, 'contract', 'channel');
  return ['contract.product_id', 'contract.start_date', ...(channel ? ['contract.channel'] : [])];
}

function caveatsOf(found: Measured, money: MoneySplit): readonly Note[] {
  const { all, offers, scene, input } = found;
  const caveats: Note[] = [];
  const coverage = all.newcomers > 0 ? all.keyed / all.newcomers : 0;
  if (all.rejoin === null)
    caveats.push(note('fewForRejoin', { needed: input.settings.minimumAdds, found: all.newcomers }));
  else if (isRecognised(all, scene.leaversKeyed, input.settings.minimumKeyed))
    caveats.push(note('keyCoverage', { newcomers: coverage, leavers: scene.leaversKeyed }));
  else caveats.push(note('keyMissing', { newcomers: coverage, needed: input.settings.minimumKeyed }));
  if (all.leaving === null) caveats.push(note('nobodyWithout'));
  else caveats.push(note('sourcesDiffer', { channelHeld: heldEqual(found).includes('contract.channel') ? 1 : 0 }));
  if (!holds(input.inventory, 'contract', 'end_reason')) caveats.push(note('reasonsUnknown'));
  if (offers.length === 0) caveats.push(note('smallOffers', { needed: input.settings.minimumAdds }));
  caveats.push(...accountCaveats(found));
  if (money.loss === null) caveats.push(note('noLoss'));
  return caveats;
}

function gradeOf({ all, input: { inventory } }: Measured): EvidenceGrade {
  return all.leaving !== null && holds(inventory, 'contract', 'end_reason') ? 'C' : 'D';
}

function undecided(found: Measured, answers: Answers): Note {
  const { asOf } = found.input.audit;
  if (answers.leaving === 'unasked' && answers.account === 'unasked')
    return note('noComparison', {
      asOf,
      needed: found.input.settings.minimumEnds,
      overlap: found.input.settings.minimumOverlap,
    });
  const open = (answer: string) => (answer === 'open' ? 1 : 0);
  const { leaving, rejoin, account } = answers;
  return note('undecided', { asOf, leaving: open(leaving), rejoin: open(rejoin), account: open(account) });
}

/** The offer that leaves no doubt: of those in question the one whose lower bound is highest; all together where none is. */
function clearest(offers: readonly Offer[], all: Offer, low: (offer: Offer) => number): Offer {
  return (
    offers.reduce((best: Offer | null, offer) => (best === null || low(offer) > low(best) ? offer : best), null) ?? all
  );
}

function valuesOf({ offers, all, input }: Measured, answers: Answers): Note['values'] {
  const { relevantRejoin } = input.settings;
  const fast = clearest(
    offers.filter((offer) => offer.flagged),
    all,
    ({ leaving }) => leaving?.ratio.low ?? 0,
  );
  const returns = offers.filter(({ rejoin }) => rejoin !== null && rejoin.low >= relevantRejoin);
  const back = clearest(returns, all, ({ rejoin }) => rejoin?.low ?? 0);
  return {
    asOf: input.audit.asOf,
    ...answers,
    fast: fast.name,
    ratio: fast.leaving?.ratio.value ?? 0,
    ratioLow: fast.leaving?.ratio.low ?? 0,
    ratioHigh: fast.leaving?.ratio.high ?? 0,
    back: back.name,
    backShare: back.rejoin?.value ?? 0,
    backLow: back.rejoin?.low ?? 0,
    backHigh: back.rejoin?.high ?? 0,
    months: all.account?.months ?? 0,
  };
}

/** Pure: sums of stays and contracts won in, the verdict on the offers that win customers out. */
export function assessBait(input: BaitInput): readonly Verdict[] {
  const { settings, audit } = input;
  const found = measure(input);
  const { all } = found;
  const counts = {
    wins: all.wins,
    internal: all.internal,
    newcomers: all.newcomers,
    rejoined: all.rejoined,
    offers: found.offers.length,
  };
  const shared = { counts, affected: all.rejoined };
  const { asOf } = audit;
  if (all.wins < settings.minimumAdds)
    return [inconclusive('fewAdds', { asOf, needed: settings.minimumAdds, found: all.wins }, shared)];
  if (all.supported < settings.minimumFollowUpMonths) {
    const values = {
      asOf,
      needed: settings.minimumFollowUpMonths,
      found: all.supported,
      atRisk: settings.minimumAtRisk,
    };
    return [inconclusive('shortFollowUp', values, shared)];
  }
  const answers = answersOf(found);
  const outcome = outcomeOf(answers);
  const money = { ...NO_MONEY, loss: outcome === 'finding' ? lossOf(found) : null };
  const values = valuesOf(found, answers);
  return [
    verdict({
      ...shared,
      outcome,
      grade: gradeOf(found),
      ...headline(found),
      strata: strataOf(found),
      details: detailsOf(found),
      money,
      adjustedFor: heldEqual(found),
      overlap: all.leaving?.overlap ?? null,
      caveats: caveatsOf(found, money),
      reason: outcome === 'inconclusive' ? undecided(found, answers) : null,
      overturn: note(outcome === 'finding' ? 'overturnFinding' : 'overturnClear', values),
      charts: chartsOf(found),
    }),
  ];
}
