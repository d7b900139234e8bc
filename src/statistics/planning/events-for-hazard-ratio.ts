import { type DesignOptions, designQuantiles, requireAbove0, requireShare } from './design-question.ts';

export interface HazardInput {
  /** Smallest hazard ratio worth finding, not 1. */
  readonly hazardRatio: number;
  /** Share of customers in the group of interest, 0..1. */
  readonly groupShare: number;
  /** Share of all customers expected to have the event within the follow-up, 0..1. */
  readonly eventShare: number;
}

export interface HazardSize {
  /** Before rounding up. */
  readonly exactEvents: number;
  readonly events: number;
  readonly customers: number;
}

/**
 * Events, and customers to follow, so that a log-rank test or Cox model finds a hazard ratio. Assumes proportional
 * hazards. Schoenfeld, D. A. (1983), Biometrics 39(2), 499-503. RangeError for a ratio of 1 or shares outside 0..1.
 */
export function eventsForHazardRatio(input: HazardInput, options: DesignOptions = {}): HazardSize {
  const { hazardRatio, groupShare, eventShare } = input;
  const { zLevel, zPower } = designQuantiles(options);
  requireAbove0('hazardRatio', hazardRatio);
  if (hazardRatio === 1) throw new RangeError('hazardRatio is 1: no number of events can find it');
  requireShare('groupShare', groupShare);
  if (!(eventShare > 0 && eventShare <= 1))
    throw new RangeError(`eventShare is ${eventShare}, expected above 0, at most 1`);
  const exactEvents = (zLevel + zPower) ** 2 / (groupShare * (1 - groupShare) * Math.log(hazardRatio) ** 2);
  return { exactEvents, events: Math.ceil(exactEvents), customers: Math.ceil(exactEvents / eventShare) };
}
