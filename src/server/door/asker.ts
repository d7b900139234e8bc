import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LANGUAGES, type Language } from '#domain/language.ts';
import type { Role } from '#domain/role.ts';
import { apiKeyOfSecret } from '#register/api-keys.ts';
import { companySettings } from '#register/company-settings.ts';
import type { Actor } from '#register/edge.ts';
import { findPerson } from '#register/people.ts';
import type { Services } from '../services.ts';

/** Who asks: a person in a session, a key, or the command line of the same user on the same machine. */
export interface Asker extends Actor {
  readonly roles: readonly Role[];
  /** null: what the request prefers. */
  readonly language: Language | null;
  /** By cookie, which a browser sends by itself: such requests must come from our own pages. */
  readonly byCookie: boolean;
}

const HOUR_MILLISECONDS = 3_600_000;
const LOCAL: Asker = {
  id: 'local',
  name: 'stammkunde (command line)',
  roles: ['administrator', 'analyst', 'touchpointManager', 'headOfCare'],
  language: null,
  byCookie: false,
};

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}

function isLocal(secret: string, token: string): boolean {
  const [a, b] = [Buffer.from(secret), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function askerOfSecret({ register, settings }: Services, secret: string): Promise<Asker | null> {
  if (isLocal(secret, settings.localToken)) return LOCAL;
  const key = await apiKeyOfSecret(register, secret);
  return key === null
    ? null
    : { id: `key:${key.id}`, name: key.name, roles: key.roles, language: null, byCookie: false };
}

async function askerOfSession({ auth, register }: Services, request: FastifyRequest): Promise<Asker | null> {
  // Asked first: a database that is away is told as such here, and only as an inner fault by better-auth.
  const { sessionHours } = await companySettings(register);
  const found = await auth.api.getSession({ headers: headersOf(request) });
  if (found === null) return null;
  const age = register.edge.clock().getTime() - found.session.createdAt.getTime();
  const person = await findPerson(register, found.user.id);
  // A clock that was set back makes a session look younger than new: it ends as well.
  if (age < -HOUR_MILLISECONDS || age > sessionHours * HOUR_MILLISECONDS) return null;
  if (person === null || person.state !== 'active') return null;
  return { id: person.id, name: person.name, roles: person.roles, language: person.language, byCookie: true };
}

export async function askerOf(services: Services, request: FastifyRequest): Promise<Asker | null> {
  const secret = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (secret !== undefined) return askerOfSecret(services, secret);
  if (request.headers.cookie === undefined) return null;
  return askerOfSession(services, request);
}

/** The first language of the header that we speak. */
export function languageOf(request: FastifyRequest, asker: Asker | null): Language {
  if (asker !== null && asker.language !== null) return asker.language;
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase();
  const first = [...wanted.matchAll(/\b(de|en)\b/g)].map((match) => match[1])[0];
  return LANGUAGES.find((language) => language === first) ?? 'en';
}
