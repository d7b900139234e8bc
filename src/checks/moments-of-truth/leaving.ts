import { byText } from '#domain/by-text.ts';
import type { Estimate } from '#statistics/estimate.ts';
import { poissonRate } from '#statistics/intervals/poisson-rate.ts';
import { holds } from '../inventory.ts';
import {
  type Detail,
  inconclusive,
  NO_MONEY,
  type Note,
  quantity,
  type Stratum,
  type Verdict,
  verdict,
} from '../verdict.ts';
import { beyondMood } from './beyond-mood.ts';
import type { Effect } from './experience-effects.ts';
import { departuresOf, type FollowedTouchpoint, followedTouchpoints, isTold, ratingsOf } from './followed-ratings.ts';
import type { MomentsOfTruthInput } from './input.ts';
import { judgeTouchpoints } from './judge-touchpoints.ts';
import { type Judged, kindsOf, note, outcomeOf } from './judged.ts';
import { leavingChart } from './leaving-chart.ts';
import { leavingRatios } from './leaving-ratios.ts';
import { lossAtFirst } from './loss.ts';
import { plainRatio } from './plain-ratio.ts';
import { touchpointCounts } from './touchpoint-counts.ts';

interface Followed extends Judged {
  readonly after: FollowedTouchpoint;
  readonly late: Effect | null;
  readonly excess: Estimate;
}

const ratioOf = ({ value, low, high, level }: Estimate): Estimate => ({
  value: Math.exp(value),
  low: Math.exp(low),
  high: Math.exp(high),
  level,
});
const inverse = ({ value, low, high, level }: Estimate) => ratioOf({ value: -value, low: -high, high: -low, level });

/** Departures that are more than after okay ratings: what to look at first. */
const excess = ({ after, pulledLoss }: Followed) =>
  after.disappointing.departures * (1 - Math.exp(-Math.max(0, pulledLoss?.value ?? 0)));
const byExcess = (a: Followed, b: Followed) =>
  Number(b.lossOutcome === 'finding') - Number(a.lossOutcome === 'finding') ||
  excess(b) - excess(a) ||
  (b.pulledLoss?.value ?? 0) - (a.pulledLoss?.value ?? 0) ||
  byText(a.place, b.place);

function strataOf({ counts, after, loss, lossOutcome, gain, isDelight }: Followed): readonly Stratum[] {
  const stratum = (dimension: string, ratio: Estimate, outcome: Stratum['outcome'], rated: number): Stratum => ({
    key: `${dimension}:${counts.name}`,
    effect: quantity(ratio, 'ratio'),
    outcome,
    counts: { followed: ratingsOf(after), [dimension === 'leave' ? 'disappointed' : 'delighted']: rated },
  });
  return [
    ...(loss === null ? [] : [stratum('leave', ratioOf(loss), lossOutcome, after.disappointing.ratings)]),
    ...(isDelight && gain !== null ? [stratum('stay', inverse(gain), 'clear', after.delighting.ratings)] : []),
  ];
}

function detailsOf({ after, gain, late }: Followed, mood: number, withMood: boolean): readonly Detail[] {
  const rate = (key: string, { departures, years }: FollowedTouchpoint['okay']): Detail[] =>
    years > 0 ? [{ key, quantity: quantity(poissonRate({ events: departures, exposure: years }), '1/year') }] : [];
  const ratio = (key: string, told: Estimate | null | undefined): Detail[] =>
    told === null || told === undefined ? [] : [{ key, quantity: quantity(told, 'ratio') }];
  const common = { value: -mood, low: -mood, high: -mood, level: 0.95 };
  return [
    ...rate('leaveDisappointed', after.disappointing),
    ...rate('leaveOkay', after.okay),
    ...rate('leaveDelighted', after.delighting),
    ...ratio('ratioDelighted', gain === null ? null : inverse(gain)),
    ...ratio('ratioLater', late === null ? null : ratioOf(late.estimate)),
    ...(withMood ? ratio('ratioMood', ratioOf(common)) : []),
  ];
}

/** At which touchpoints customers leave more often after a disappointing rating than after an okay one; null where nobody can be followed. */
export function judgeByLeaving(input: MomentsOfTruthInput): Verdict | null {
  const { cells, settings, audit, inventory } = input;
  const names = touchpointCounts(cells.ratings);
  const followed = followedTouchpoints(cells.episodes);
  const told = followed.filter((one) => isTold(one, settings));
  const sum = (of: (one: FollowedTouchpoint) => number) => followed.reduce((all, one) => all + of(one), 0);
  const ratings = sum(ratingsOf);
  if (ratings === 0) return null;
  const parts: Partial<Verdict> = {
    reference: 'behaviour',
    counts: {
      followed: ratings,
      departures: sum(({ disappointing, okay, delighting }) =>
        [disappointing, okay, delighting].reduce((all, { departures }) => all + departures, 0),
      ),
      touchpoints: names.length,
      tested: told.length,
    },
    excluded: { notFollowed: names.reduce((all, one) => all + one.ratings, 0) - ratings },
    sharpen: holds(inventory, 'contract', 'notice_date') ? null : 'contract.notice_date',
  };
  const refuse = () =>
    inconclusive(
      'tooFewFollowed',
      {
        needed: settings.minimumFollowed,
        neededDepartures: settings.minimumDepartures,
        has: Math.max(...followed.map(ratingsOf)),
        departures: Math.max(...followed.map((one) => Math.floor(departuresOf(one, 'disappointing')))),
      },
      parts,
    );
  if (told.length === 0) return refuse();
  const takeOffMood = told.length >= settings.minimumForMood;
  const tested = told.map((one) => ({
    place: one.place,
    disappointing: true,
    delighting: departuresOf(one, 'delighting') >= settings.minimumDepartures,
  }));
  const found = leavingRatios(cells.episodes, tested, takeOffMood);
  const relevant = { ...settings, relevantLoss: Math.log(settings.relevantRatio) };
  const plainly = judgeTouchpoints(found, relevant);
  const judged = (
    takeOffMood
      ? plainly
      : beyondMood(plainly, found.apart, {
          relevant: relevant.relevantLoss,
          beyond: Math.log(settings.ratioBeyondMood),
        })
  )
    .flatMap((one, i): Followed[] => {
      const [counts, after, excess] = [names.find(({ place }) => place === one.place), told[i], found.excess[i]];
      return counts === undefined || after === undefined || excess === undefined
        ? []
        : [{ ...one, counts, after, late: found.late[i] ?? null, excess }];
    })
    .sort(byExcess);
  const outcome = outcomeOf(judged);
  const shared = plainly.filter(({ lossOutcome }) => lossOutcome === 'finding').length;
  const decisive = judged.filter(({ lossOutcome }) => lossOutcome === 'finding');
  const top = decisive[0] ?? [...judged].sort((a, b) => (b.pulledLoss?.value ?? 0) - (a.pulledLoss?.value ?? 0))[0];
  const shown = decisive.length > 0 ? top?.loss : top?.pulledLoss;
  if (top === undefined || shown === undefined || shown === null) return refuse();
  const open = judged.filter(({ lossOutcome }) => lossOutcome === 'inconclusive').length;
  const plain = plainRatio(top.after, cells.everybody);
  const reasonOf = (inMood: number, unclear: number): Note =>
    inMood > 0
      ? { id: 'sharedMood', values: { touchpoints: inMood, tested: judged.length, beyond: settings.ratioBeyondMood } }
      : { id: 'openRatios', values: { open: unclear, tested: judged.length, relevant: settings.relevantRatio } };
  const { loss, notes } = lossAtFirst(input, outcome, top, takeOffMood);
  const thin = followed.length - told.length;
  const soonOnly = outcome === 'finding' && top.late !== null && top.late.estimate.low <= 0;
  const caveats: readonly Note[] = [
    ...note(soonOnly, 'soonOnly'),
    ...note(takeOffMood && -found.mood >= relevant.relevantLoss, 'commonMood', { ratio: Math.exp(-found.mood) }),
    ...note(!takeOffMood, 'moodInLeaving', { needed: settings.minimumForMood, has: told.length }),
    ...note(thin > 0, 'thinFollowed', {
      touchpoints: thin,
      needed: settings.minimumFollowed,
      neededDepartures: settings.minimumDepartures,
    }),
    ...note(open > 0 && outcome !== 'inconclusive', 'openTouchpoints', { open }),
    ...note(top.after.overlap < settings.fullOverlap, 'partialOverlap', { overlap: top.after.overlap }),
    ...kindsOf(judged),
    ...note(true, 'severity'),
    ...notes,
  ];
  return verdict({
    ...parts,
    outcome,
    grade: 'C',
    effect: quantity(ratioOf(shown), 'ratio'),
    naive: plain === null ? null : quantity(plain, 'ratio'),
    strata: judged.flatMap(strataOf),
    details: detailsOf(top, found.mood, takeOffMood),
    money: { ...NO_MONEY, loss },
    adjustedFor: ['survey.touchpoint_id', 'survey.at', 'contract.start_date', 'contract.product_id'],
    overlap: top.after.overlap,
    caveats,
    reason: outcome === 'inconclusive' ? reasonOf(shared, open) : null,
    overturn: {
      id: 'decidedBefore',
      values: { asOf: audit.asOf, top: top.counts.name, decisive: decisive.length, months: settings.followMonths },
    },
    charts: leavingChart(
      judged.map(({ counts, loss, gain }) => ({
        name: counts.name,
        leave: loss === null ? null : ratioOf(loss),
        stay: gain === null ? null : inverse(gain),
      })),
    ),
  });
}
