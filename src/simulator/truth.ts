import type { Attribution } from './attribution.ts';
import { isoDay } from './calendar.ts';
import { AS_OF_DAY, type Company } from './company.ts';
import type { Reruns } from './counterfactual.ts';
import { EXPOSURES } from './hazard.ts';
import { MESS } from './output/mess.ts';
import { MECHANISMS, type Planted } from './planted.ts';
import { experiments, type Practice, practices } from './practices.ts';
import { realisedValues } from './realised.ts';

/** What is true of a generated company: written to truth.json, never to be imported. */
export interface Truth {
  readonly world: string;
  readonly name: string;
  readonly seed: number;
  readonly customers: number;
  readonly asOf: string;
  readonly clean: boolean;
  readonly off: readonly string[];
  readonly parameters: Planted;
  readonly realised: Readonly<Record<string, unknown>>;
  /** Shares of the mess; null for a clean company. */
  readonly mess: Readonly<Record<string, unknown>> | null;
  readonly counterfactual: Readonly<Record<string, unknown>>;
  readonly experiments: readonly Record<string, unknown>[];
  readonly practices: readonly Practice[];
  readonly rows: Readonly<Record<string, number>>;
}

export interface Circumstances {
  readonly seed: number;
  readonly clean: boolean;
  readonly rows: Readonly<Record<string, number>>;
  readonly reruns: Reruns | null;
}

export function tellTruth(company: Company, { seed, clean, rows, reruns }: Circumstances): Truth {
  const { world, planted, attribution, tally } = company;
  return {
    world: world.id,
    name: world.name,
    seed,
    customers: company.customers,
    asOf: isoDay(AS_OF_DAY),
    clean,
    off: MECHANISMS.filter((name) => !planted[name].on),
    parameters: planted,
    realised: realisedValues(company),
    mess: clean ? null : MESS,
    counterfactual: {
      window: 'the last 12 months; expected exits under the planted hazards, and the value they take with them',
      exits: shares(attribution.exits, 1),
      lossEuro: shares(attribution.lossCents, 100),
      transferEuroPerYear: tally.sum('transfer cents') / 100,
      reruns,
      netTransferEuroPerYear: tally.sum('net transfer cents') / 100,
    },
    experiments: experiments(company),
    practices: practices(planted),
    rows,
  };
}

function shares({ expected, withoutAll, withoutOne, shapley }: Attribution, unit: number): Record<string, unknown> {
  const byName = (values: (index: number) => number) =>
    Object.fromEntries(EXPOSURES.map((name, i) => [name, round(values(i) / unit)]));
  return {
    expected: round(expected / unit),
    withoutAll: round(withoutAll / unit),
    attributable: round((expected - withoutAll) / unit),
    single: byName((index) => expected - (withoutOne[index] ?? 0)),
    shapley: byName((index) => shapley[index] ?? 0),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
