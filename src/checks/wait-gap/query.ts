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
  sql: 'SELECT * FROM fact_queue_day',
};

/** Customers who stand for much of their group. */
const heavySubjects: Subjects = {
  name: 'wait-gap heavy callers',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: 'SELECT * FROM fact_heavy_caller',
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
  long: { by: [], where: LONG_WAITS, replicates: 1, sums: { contacts: '1' } },
  heavy: { subjects: heavySubjects, by: ['caller'], replicates: 1, sums: { customers: '1', contacts: 'contacts' } },
  days: {
    subjects: daySubjects,
    by: ['day', 'caller', 'state'],
    replicates: DAY_GROUPS,
    sums: {
      contacts: 'contacts',
      answered: 'answered',
      answeredSeconds: 'answered_seconds',
      byLine: 'by_line',
      transferred: 'transferred',
      timed: 'timed',
    },
  },
} satisfies Record<string, CellSpec>;
