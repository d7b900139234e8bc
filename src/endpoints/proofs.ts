import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Actor, Day, Id, IdParams, Instant, Name, Text } from './shapes.ts';

const READERS = ['touchpointManager', 'headOfCare', 'cfo', 'analyst'] as const;
const Share = z.number().min(0).max(1);

/** What is fixed before the repair begins; nobody can change it afterwards. */
const Registration = z.object({
  title: Name,
  practiceId: Id.nullable(),
  actionId: Id.nullable(),
  /** What is measured, in one sentence. */
  outcome: Name,
  /** The check whose number is the outcome; null: another count, described in `plan`. */
  checkId: z.string().max(60).nullable(),
  /** Part of the customers that stays as before, 0..1. */
  holdoutShare: Share,
  customers: z.number().int().min(1).max(1_000_000_000),
  startsOn: Day,
  endsOn: Day,
  /** Share with the outcome today, 0..1, and the smallest difference that would matter. */
  shareToday: Share,
  smallestDifference: z.number().gt(0).max(1),
  plan: Text,
});

const Result = z.object({
  treatedCustomers: z.number().int().min(1),
  treatedOutcomes: z.number().int().min(0),
  holdoutCustomers: z.number().int().min(1),
  holdoutOutcomes: z.number().int().min(0),
  comment: Text,
});

/** What a result says; `difference`: treated less holdout, -1..1. Anything that is neither an effect nor surely none is `notEnough`. */
const Verdict = z.object({
  outcome: z.enum(['less', 'more', 'noDifference', 'notEnough']),
  difference: z.object({ value: z.number(), low: z.number(), high: z.number(), level: z.number() }),
});

export const Proof = Registration.extend({
  id: Id,
  /** `withdrawn` stays visible with its reason. */
  state: z.enum(['registered', 'ended', 'withdrawn']),
  registeredAt: Instant,
  registeredBy: Actor,
  /** SHA-256 of the registration: whoever kept it can see that nothing was changed. */
  registrationHash: z.string(),
  result: Result.extend({ recordedAt: Instant, recordedBy: Actor }).nullable(),
  withdrawal: z.object({ reason: z.string(), at: Instant, by: Actor }).nullable(),
  /** null while there is no result, and where its counts contradict each other. */
  verdict: Verdict.nullable(),
});

export const listProofs = defineEndpoint({
  id: 'listProofs',
  method: 'GET',
  path: '/api/proofs',
  summary: 'Registered proofs of effect, with their results',
  access: READERS,
  reply: z.object({ proofs: z.array(Proof) }),
});

export const planProof = defineEndpoint({
  id: 'planProof',
  method: 'GET',
  path: '/api/proofs/plan',
  summary: 'What a proof of a given size could find',
  access: READERS,
  query: z.object({
    customers: z.coerce.number().int().min(1).max(1_000_000_000),
    holdoutShare: z.coerce.number().min(0).max(1),
    shareToday: z.coerce.number().min(0).max(1),
    smallestDifference: z.coerce.number().gt(0).max(1),
  }),
  reply: z.object({
    treated: z.number(),
    holdout: z.number(),
    /** Chance to tell the smallest difference from none, 0..1; null where no such difference is possible. */
    power: z.number().nullable(),
    /** Customers for a power of 0.8 at the same holdout. */
    neededCustomers: z.number().nullable(),
    /** Smallest difference of shares that these customers find with a power of 0.8. */
    findable: z.number().nullable(),
  }),
});

export const registerProof = defineEndpoint({
  id: 'registerProof',
  method: 'POST',
  path: '/api/proofs',
  summary: 'Register a proof before the repair begins; nothing of it can be changed later',
  access: ['touchpointManager', 'headOfCare'],
  body: Registration,
  reply: Proof,
  status: 201,
});

export const recordProofResult = defineEndpoint({
  id: 'recordProofResult',
  method: 'POST',
  path: '/api/proofs/:id/result',
  summary: 'Record the result, once, when the window is over',
  access: ['touchpointManager', 'analyst'],
  params: IdParams,
  body: Result,
  reply: Proof,
});

export const withdrawProof = defineEndpoint({
  id: 'withdrawProof',
  method: 'POST',
  path: '/api/proofs/:id/withdrawal',
  summary: 'Give a proof up; it stays visible with the reason',
  access: ['touchpointManager', 'headOfCare'],
  params: IdParams,
  body: z.object({ reason: Name }),
  reply: Proof,
});
