import { sumOf } from '../cells.ts';
import type { BaitInput } from './settings.ts';

/** What the account rests on beside the offers. */
export interface Scene {
  /** Contribution margin as a share of revenue, and whether it is only assumed. */
  readonly marginRate: number;
  readonly marginAssumed: boolean;
  /** Cost of winning a customer; null: unknown, left out. */
  readonly costPerNewcomer: number | null;
  /** The cost of winning holds bonuses already. */
  readonly bonusInCosts: boolean;
  /** Share of those whose contracts ended that a key would recognise. */
  readonly leaversKeyed: number;
  readonly recordedFrom: string;
}

const FULL_YEAR_MONTHS = 12;

export function sceneOf({ cells: { scene }, audit }: BaitInput): Scene {
  const sum = (name: string) => sumOf(scene, name);
  const isBooked =
    sum('spend_months') >= FULL_YEAR_MONTHS && sum('spend') > 0 && sum('newcomers') >= audit.minimumMoneyUnits;
  const isKnown = sum('revenue') > 0 && sum('margin') > 0 && sum('margin') <= sum('revenue');
  return {
    marginRate: isKnown ? sum('margin') / sum('revenue') : audit.marginRate,
    marginAssumed: !isKnown,
    costPerNewcomer: isBooked ? sum('spend') / sum('newcomers') : audit.acquisitionCost,
    bonusInCosts: isBooked && sum('bonus_lines') > 0,
    leaversKeyed: sum('leavers') > 0 ? sum('leavers_keyed') / sum('leavers') : 0,
    recordedFrom: String(scene.tuples[0]?.[0] ?? ''),
  };
}
