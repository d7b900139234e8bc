import { coarse, type StaffUnit, staffMinimum } from '#domain/staff-guard.ts';
import { DEFAULT_LEVEL, type Estimate } from '#statistics/estimate.ts';
import type { AssessInput } from '../check.ts';
import { type Detail, inconclusive, type Note, quantity, type Stratum, type Verdict, verdict } from '../verdict.ts';
import { chartsOf } from './charts.ts';
import { judgeParity, judgeProfile } from './judge.ts';
import { type Parity, type Profile, profileOf } from './profile.ts';
import type { staffCells } from './query.ts';
import { COMPOSITE_LEAST, type DimensionKey, type StaffDisparitySettings } from './settings.ts';

type Input = AssessInput<StaffDisparitySettings, keyof typeof staffCells>;

const note = (id: string, values: Note['values'] = {}): Note => ({ id, values });

const UNIT_OF: Readonly<Record<DimensionKey, StaffUnit>> = {
  pay: 'money/year',
  training: 'count',
  trained: 'share',
  recognition: 'count',
  limit: 'money',
  turnover: '1/year',
  variable: 'share',
};

const coarseEstimate = ({ value, low, high, level }: Estimate, unit: StaffUnit): Estimate => ({
  value: coarse(value, unit),
  low: coarse(low, unit),
  high: coarse(high, unit),
  level,
});

/** Both levels of a dimension in coarse steps, without intervals: those belong to the ratio. */
function levelsOf({ dimension, care, acquisition }: Parity): readonly Detail[] {
  const unit = UNIT_OF[dimension];
  const plain = (value: number) => {
    const told = coarse(value, unit);
    return quantity({ value: told, low: told, high: told, level: DEFAULT_LEVEL }, unit);
  };
  return [
    { key: `${dimension}Care`, quantity: plain(care) },
    { key: `${dimension}Acquisition`, quantity: plain(acquisition) },
  ];
}

function stratumOf(parity: Parity, relevantRatio: number): Stratum {
  return {
    key: parity.dimension,
    effect: quantity(coarseEstimate(parity.ratio(DEFAULT_LEVEL), 'ratio'), 'ratio'),
    outcome: parity.better === 0 ? 'inconclusive' : judgeParity(parity, relevantRatio, DEFAULT_LEVEL),
    counts: { carers: parity.carers, hunters: parity.hunters },
  };
}

function caveatsOf({ parities, payPerPost, byWillOnly }: Profile): readonly Note[] {
  const has = (key: DimensionKey) => parities.some(({ dimension }) => dimension === key);
  const when = (condition: boolean, id: string, values: Note['values'] = {}) => (condition ? [note(id, values)] : []);
  const closing = parities.map((parity) => parity.closing).sort()[0] ?? '';
  return [
    note('closing', { day: closing }),
    ...when(has('pay'), payPerPost ? 'payPerPost' : 'payAlreadyFull'),
    ...when(has('pay'), 'payUnadjusted'),
    ...when(has('turnover'), byWillOnly ? 'ownAccord' : 'allExits'),
    ...when(has('variable'), 'variableNotJudged'),
    note('providers'),
    note('noMoney'),
  ];
}

/** Groups of staff to the verdict on parity of care; says nothing at all before a works agreement is recorded. */
export function assessStaffDisparity({ cells, settings, audit }: Input): readonly Verdict[] {
  if (audit.worksAgreement !== 1)
    return [verdict({ outcome: 'notApplicable', reason: note('noWorksAgreement'), sharpen: '' })];
  const minimum = staffMinimum(audit);
  const profile = profileOf(cells.persons, cells.turnover, settings.minimumPersonYears);
  const judged = profile.parities.filter(({ better }) => better !== 0);
  const { composite } = profile;
  // How many there are is not told: it could point to a person who came or went.
  if (judged.length === 0 || composite === null)
    return [inconclusive('smallGroups', { minimum, years: settings.minimumPersonYears, asOf: audit.asOf })];
  // Pay goes with seniority and qualification, which nothing here holds equal: by itself it shows no second class.
  const payAlone = judged.every(({ dimension }) => dimension === 'pay');
  const found = judgeProfile(profile, settings.relevantRatio);
  const outcome = payAlone && found !== 'clear' ? 'inconclusive' : found;
  const names = judged.length;
  const told = coarseEstimate(composite, 'ratio');
  const open = judged.filter((parity) => judgeParity(parity, settings.relevantRatio, DEFAULT_LEVEL) === 'inconclusive');
  const undecidedByNumbers = open.length === 0 ? 'mixed' : 'wideInterval';
  const undecided = payAlone ? 'payAlone' : undecidedByNumbers;
  return [
    verdict({
      outcome,
      grade: 'C',
      effect: quantity(told, 'ratio'),
      naive: profile.plainPay === null ? null : quantity(coarseEstimate(profile.plainPay, 'ratio'), 'ratio'),
      strata: profile.parities.map((parity) => stratumOf(parity, settings.relevantRatio)),
      details: profile.parities.flatMap(levelsOf),
      adjustedFor: profile.parities.some(({ dimension }) => dimension !== 'turnover') ? ['staff.fte'] : [],
      caveats: [
        ...caveatsOf(profile),
        ...(names < COMPOSITE_LEAST ? [note('fewDimensions', { dimensions: names })] : []),
      ],
      reason:
        outcome === 'inconclusive'
          ? note(undecided, {
              dimensions: names,
              open: open.length,
              relevant: settings.relevantRatio,
              asOf: audit.asOf,
            })
          : null,
      overturn: note('overturn', { asOf: audit.asOf, dimensions: names }),
      charts: chartsOf(profile, cells.pulse),
    }),
  ];
}
