import { z } from 'zod';
import { Day } from './shapes.ts';

/** kept; late; overdue (still open after its time); open (not yet due); called (a call-back followed); unknown (not on record). */
const STANDINGS = ['kept', 'late', 'overdue', 'open', 'called', 'unknown'] as const;
/** What proves it; a call-back is promised in a contact and names no time. */
const PROVED_BY = ['case_closed', 'contact_answered', 'approval_decided', 'callback'] as const;

const Occasion = z.object({
  /** The company's own code of the promise; null for a call-back. */
  promiseId: z.string().nullable(),
  measure: z.enum(PROVED_BY),
  topic: z.string().nullable(),
  withinSeconds: z.number().nullable(),
  /** Share of occasions for which it is promised; null: every one. */
  share: z.number().nullable(),
  /** Day on which its time was over; of a call-back, the day on which it was promised. */
  dueOn: Day,
  standing: z.enum(STANDINGS),
  /** Late: beyond the time promised; called: until the call. */
  seconds: z.number().nullable(),
});

/** Occasions of the last twelve months before `asOf`, and what is open. Calls given up before the time was over are none. */
export const Promises = z.object({
  total: z.number(),
  /** Of these promised in a contact; they name no time and are neither kept nor not. */
  callbacks: z.number(),
  kept: z.number(),
  notKept: z.number(),
  /** Newest first, at most 50. */
  latest: z.array(Occasion),
});

/** Who looked after the customer in the last four years: by role and day, never by a number of staff. */
export const ContactPersons = z.object({
  persons: z.number(),
  /** First day that is looked at: four years ago, or the first on record; null where nothing is. */
  since: Day.nullable(),
  /** Newest first. */
  stays: z.array(z.object({ role: z.string().nullable(), from: Day, until: Day.nullable() })),
});

/** What the customer said, in the points of the question. */
const Answer = z.object({ question: z.string(), value: z.number(), scaleMax: z.number(), on: Day });
const Times = z.object({ inYear: z.number(), last: Day.nullable() });
const tie = <Deeds extends z.ZodType>(deeds: Deeds) => z.object({ answers: z.array(Answer), deeds: deeds.nullable() });

/**
 * What is on record about the four ties between company and customer: the last answer to each question, and what we do. Deeds are null
 * where nothing is on record; nothing is filled in, nothing is put on one scale, and no price may be made of it.
 */
export const Loyalties = z.object({
  /** Contacts of our own accord, those of them that give something, and meetings in person. */
  company: tie(z.object({ contacts: Times, giving: Times, visits: Times })),
  /** `boundUntil`: a minimum term that still runs, which is no loyalty. */
  offers: tie(
    z.object({ contracts: z.number(), products: z.number(), since: Day.nullable(), boundUntil: Day.nullable() }),
  ),
  /** Changes of the contact person in three years. */
  people: tie(z.object({ changes: z.number() })),
  /** Recommendations the customer made, never to whom; `thanked` by a reward, null where rewards are not on record. */
  networks: tie(z.object({ recommendations: z.number(), thanked: z.number().nullable() })),
});
