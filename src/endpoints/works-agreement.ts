import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Actor, Day, Instant, Name, Text, Version } from './shapes.ts';

/** Below five a group is a handful of people who can be named. */
const MinimumGroup = z.number().int().min(5).max(1000);

export const WorksAgreement = z.object({
  version: Version,
  /** `agreement`: signed with the works council; `noCouncil`: the company states that there is none. */
  kind: z.enum(['agreement', 'noCouncil']),
  title: z.string(),
  signedOn: Day,
  minimumGroup: MinimumGroup,
  statement: z.string(),
  recordedAt: Instant,
  recordedBy: Actor,
});

const ROOM = ['touchpointManager', 'headOfCare', 'worksCouncil', 'dataProtection', 'administrator'] as const;

export const getWorksAgreement = defineEndpoint({
  id: 'getWorksAgreement',
  method: 'GET',
  path: '/api/works-agreement',
  summary: 'Whether questions about staff may be asked, and from which group size; with all earlier versions',
  access: ROOM,
  reply: z.object({
    /** Questions about staff are off until an agreement stands. */
    staffQuestions: z.boolean(),
    current: WorksAgreement.nullable(),
    /** To be sent with the next one: after a revocation it is not the version of `current`. 0 before the first. */
    newestVersion: z.number().int(),
    /** Newest first. */
    versions: z.array(WorksAgreement),
  }),
});

/** `noCouncil` is for the administrator, and only while nobody holds the role of the works council. */
export const recordWorksAgreement = defineEndpoint({
  id: 'recordWorksAgreement',
  method: 'POST',
  path: '/api/works-agreement',
  summary: 'Record an agreement or a larger group size; earlier versions stay',
  access: ['worksCouncil', 'administrator'],
  body: z.object({
    /** Version seen; 0 where there was none. */
    version: z.number().int().min(0).max(2_147_483_647),
    kind: z.enum(['agreement', 'noCouncil']),
    title: Name,
    signedOn: Day,
    minimumGroup: MinimumGroup,
    statement: Text,
  }),
  reply: WorksAgreement,
  status: 201,
});

export const revokeWorksAgreement = defineEndpoint({
  id: 'revokeWorksAgreement',
  method: 'POST',
  path: '/api/works-agreement/revocation',
  summary: 'End the agreement: questions about staff are off at once',
  access: ['worksCouncil'],
  body: z.object({ version: Version, reason: Name }),
  status: 204,
  sends: 'nothing',
});

/** Everything about staff that the store can hold, and who looked. */
export const getStaffRoom = defineEndpoint({
  id: 'getStaffRoom',
  method: 'GET',
  path: '/api/staff-room',
  summary: 'Fields about staff, questions that use them, minimum group, and what was asked when',
  access: ['worksCouncil', 'dataProtection'],
  reply: z.object({
    staffQuestions: z.boolean(),
    minimumGroup: z.number(),
    fields: z.array(z.object({ table: z.string(), column: z.string(), meaning: z.string(), filled: z.number() })),
    checks: z.array(z.object({ id: z.string(), measure: z.string(), question: z.string() })),
    audits: z.array(z.object({ at: Instant, by: z.string(), staffChecks: z.array(z.string()) })),
  }),
});
