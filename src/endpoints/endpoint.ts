import { z } from 'zod';
import type { Role } from '#domain/role.ts';

/** `public`: nobody needs to be signed in; `signedIn`: anybody who is; otherwise one of these roles. */
export type Access = 'public' | 'signedIn' | readonly Role[];

/** One HTTP endpoint, described once: the server, the web application, the command line and the OpenAPI document read it. */
export interface Endpoint {
  /** Unique verb and noun; the operation id of the OpenAPI document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `:name` stands for a parameter. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  /** null: no JSON body (nothing, or a multipart form). */
  readonly body: z.ZodType | null;
  /** null: a file, a page or an empty answer. With `sends: 'events'` the shape of one event's data. */
  readonly reply: z.ZodType | null;
  readonly status: 200 | 201 | 202 | 204;
  readonly accepts: 'json' | 'multipart';
  readonly sends: 'json' | 'file' | 'events' | 'nothing';
}

type Declared = Pick<Endpoint, 'id' | 'method' | 'path' | 'summary' | 'access'> & Partial<Endpoint>;

const NONE = z.object({});
const PRESET = {
  params: NONE,
  query: NONE,
  body: null,
  reply: null,
  status: 200,
  accepts: 'json',
  sends: 'json',
} as const;

type Filled<E extends Declared> = Omit<typeof PRESET, keyof E> & E;

/** An endpoint from what is particular about it. */
export function defineEndpoint<const E extends Declared>(declared: E): Filled<E> {
  return { ...PRESET, ...declared };
}

type ParsedBy<Z> = Z extends z.ZodType ? z.output<Z> : null;
type WrittenFor<Z> = Z extends z.ZodType ? z.input<Z> : null;
export type ParamsOf<E extends Endpoint> = ParsedBy<E['params']>;
export type QueryOf<E extends Endpoint> = ParsedBy<E['query']>;
export type BodyOf<E extends Endpoint> = ParsedBy<E['body']>;
/** What a client may write: fields with a default can be left out. */
export type GivenBodyOf<E extends Endpoint> = WrittenFor<E['body']>;
export type ReplyOf<E extends Endpoint> = ParsedBy<E['reply']>;

/** The address of an endpoint with its parameters and its query filled in. Null and empty query values are left out. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, string | number | boolean | null>> = {},
): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== '') search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}
