import { DAY_GROUPS } from '#facts/queue-tally.ts';
import { QUEUED_CONTACTS } from '#facts/queued-contact.ts';
import type { CellSpec, Subjects } from '../cells.ts';
import { tallySubjects } from './weighted-tally.ts';

/** One row per contact that waited for a person. */
export const waitSubjects: Subjects = {
  name: 'wait-gap',
  cluster: 'day',
  id: 'contact_id',
  sql: QUEUED_CONTACTS,
};

/** Existing customers' contacts that waited long: the people behind the number. */
export const LONG_WAITS = `state = 'counted' AND caller = 'existing' AND wait_seconds > {longWaitSeconds:Float64}`;

/** Contacts by day, caller and state. */
const daySubjects: Subjects = {
  name: 'wait-gap days',
  cluster: 'day',
  id: 'day',
  sql: `
SELECT
  queued.day AS day,
  caller,
  state,
  count() AS contacts,
  sum(is_answered) AS answered,
  sumIf(toInt64(wait_seconds * 1e6), is_answered = 1) / 1e6 AS answered_seconds,
  countIf(${LONG_WAITS}) AS long_waits,
  sum(is_by_line) AS by_line,
  sum(is_transferred) AS transferred,
  sum(is_timed) AS timed
FROM (${QUEUED_CONTACTS}
) AS queued
GROUP BY day, caller, state`,
};

const COMPARED = `caller <> 'unknown' AND weight > 0`;
const WEIGHTED = {
  contacts: 'contacts',
  weight: 'weight * contacts',
  seconds: 'weight * seconds',
  squares: 'weight * weight * contacts',
} as const;

export const waitCells = {
  waits: {
    subjects: tallySubjects,
    by: ['curve', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: DAY_GROUPS,
    sums: WEIGHTED,
  },
  hours: {
    subjects: tallySubjects,
    by: ['hour_band', 'curve', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: DAY_GROUPS / 4,
    sums: WEIGHTED,
  },
  parts: {
    subjects: tallySubjects,
    by: ['topic', 'channel', 'curve', 'caller', 'bin', 'answered'],
    where: COMPARED,
    replicates: DAY_GROUPS / 4,
    sums: WEIGHTED,
  },
  unknowns: {
    subjects: tallySubjects,
    by: ['curve', 'caller', 'bin', 'answered'],
    replicates: DAY_GROUPS / 2,
    sums: {
      ifExisting: 'weight_if_existing * contacts',
      ifExistingSeconds: 'weight_if_existing * seconds',
      ifExistingSquares: 'weight_if_existing * weight_if_existing * contacts',
      ifNewcomer: 'weight_if_newcomer * contacts',
      ifNewcomerSeconds: 'weight_if_newcomer * seconds',
      ifNewcomerSquares: 'weight_if_newcomer * weight_if_newcomer * contacts',
    },
  },
  compared: {
    subjects: tallySubjects,
    by: ['caller'],
    replicates: 1,
    sums: {
      contacts: 'if(weight > 0, contacts, 0)',
      topicShared: 'topic_shared',
      channelShared: 'channel_shared',
    },
  },
  days: {
    subjects: daySubjects,
    by: ['day', 'caller', 'state'],
    replicates: DAY_GROUPS,
    sums: {
      contacts: 'contacts',
      answered: 'answered',
      answeredSeconds: 'answered_seconds',
      long: 'long_waits',
      byLine: 'by_line',
      transferred: 'transferred',
      timed: 'timed',
    },
  },
} satisfies Record<string, CellSpec>;
