import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Actor, Day, Id, IdParams, Instant, Name, Text, Version, VersionQuery } from './shapes.ts';

export const ACTION_STATES = ['open', 'inProgress', 'done', 'dropped'] as const;
const LEADERS = ['touchpointManager', 'headOfCare'] as const;

export const Action = z.object({
  id: Id,
  version: Version,
  title: z.string(),
  note: z.string(),
  department: z.string(),
  owner: Actor.nullable(),
  dueOn: Day.nullable(),
  state: z.enum(ACTION_STATES),
  practiceId: Id.nullable(),
  checkId: z.string().nullable(),
  createdAt: Instant,
  changedAt: Instant,
  changedBy: Actor,
});

const Fields = z.object({
  title: Name,
  note: Text.default(''),
  department: z.string().trim().max(200).default(''),
  ownerId: z.string().max(64).nullable().default(null),
  dueOn: Day.nullable().default(null),
  practiceId: Id.nullable().default(null),
  checkId: z.string().max(60).nullable().default(null),
});

/** Agents and marketing see their own actions only. */
export const listActions = defineEndpoint({
  id: 'listActions',
  method: 'GET',
  path: '/api/actions',
  summary: 'What was decided, who does it, until when',
  access: ['touchpointManager', 'headOfCare', 'agent', 'cfo', 'analyst', 'marketing'],
  reply: z.object({ actions: z.array(Action) }),
});

export const createAction = defineEndpoint({
  id: 'createAction',
  method: 'POST',
  path: '/api/actions',
  summary: 'Decide an action',
  access: LEADERS,
  body: Fields,
  reply: Action,
  status: 201,
});

export const changeAction = defineEndpoint({
  id: 'changeAction',
  method: 'PUT',
  path: '/api/actions/:id',
  summary: 'Change an action',
  access: LEADERS,
  params: IdParams,
  body: Fields.extend({ version: Version, state: z.enum(ACTION_STATES) }),
  reply: Action,
});

/** The owner tells how far it is; nothing else about it can be changed this way. */
export const moveAction = defineEndpoint({
  id: 'moveAction',
  method: 'PUT',
  path: '/api/actions/:id/state',
  summary: 'Say how far one’s own action is',
  access: ['touchpointManager', 'headOfCare', 'agent', 'cfo', 'analyst', 'marketing'],
  params: IdParams,
  body: z.object({ version: Version, state: z.enum(ACTION_STATES), note: Text }),
  reply: Action,
});

export const deleteAction = defineEndpoint({
  id: 'deleteAction',
  method: 'DELETE',
  path: '/api/actions/:id',
  summary: 'Delete an action that was entered by mistake',
  access: LEADERS,
  params: IdParams,
  query: VersionQuery,
  status: 204,
  sends: 'nothing',
});
