import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Day, Id, IdParams, Instant, LanguageName, Name, RoleName, Version } from './shapes.ts';

const ADMINISTRATOR = ['administrator'] as const;
const Roles = z.array(RoleName).min(1).max(9);

export const User = z.object({
  id: z.string(),
  version: Version,
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  language: LanguageName,
  /** `invited`: the link has not been used yet; `locked`: cannot sign in. */
  state: z.enum(['invited', 'active', 'locked']),
  createdAt: Instant,
});
/** The link is shown once, to be handed over by the administrator; the product sends no mail. */
const WithLink = z.object({ user: User, link: z.string(), linkEndsAt: Instant });
const UserParams = z.object({ id: z.string().min(1).max(64) });

export const listUsers = defineEndpoint({
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  summary: 'Everybody with an account, and their roles',
  access: ADMINISTRATOR,
  reply: z.object({ users: z.array(User) }),
});

export const inviteUser = defineEndpoint({
  id: 'inviteUser',
  method: 'POST',
  path: '/api/users',
  summary: 'Add a person; answers with a one-time link to choose a password',
  access: ADMINISTRATOR,
  body: z.object({ name: Name, email: z.email().max(200), roles: Roles, language: LanguageName }),
  reply: WithLink,
  status: 201,
});

export const changeUser = defineEndpoint({
  id: 'changeUser',
  method: 'PUT',
  path: '/api/users/:id',
  summary: 'Change roles, lock or unlock; ends the person’s sessions',
  access: ADMINISTRATOR,
  params: UserParams,
  body: z.object({ version: Version, roles: Roles, locked: z.boolean() }),
  reply: User,
});

export const renewUserLink = defineEndpoint({
  id: 'renewUserLink',
  method: 'POST',
  path: '/api/users/:id/link',
  summary: 'A new one-time link, for a lost password or an invitation that ran out',
  access: ADMINISTRATOR,
  params: UserParams,
  reply: WithLink,
});

/** Names of colleagues, so that an action can be given to somebody. */
export const listColleagues = defineEndpoint({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Who can own an action',
  access: ['touchpointManager', 'headOfCare'],
  reply: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** The first characters, to tell keys apart. */
  begins: z.string(),
  roles: z.array(RoleName),
  createdAt: Instant,
  expiresOn: Day,
});

export const listApiKeys = defineEndpoint({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api/api-keys',
  summary: 'Keys for programs',
  access: ADMINISTRATOR,
  reply: z.object({ apiKeys: z.array(ApiKey) }),
});

export const createApiKey = defineEndpoint({
  id: 'createApiKey',
  method: 'POST',
  path: '/api/api-keys',
  summary: 'A key for a program (Authorization: Bearer ...); the secret is shown once',
  access: ADMINISTRATOR,
  body: z.object({ name: Name, roles: Roles, expiresOn: Day }),
  reply: z.object({ apiKey: ApiKey, secret: z.string() }),
  status: 201,
});

export const deleteApiKey = defineEndpoint({
  id: 'deleteApiKey',
  method: 'DELETE',
  path: '/api/api-keys/:id',
  summary: 'End a key at once',
  access: ADMINISTRATOR,
  params: IdParams,
  status: 204,
  sends: 'nothing',
});
