import type { z } from 'zod';
import { addressOf, type Endpoint, type GivenBodyOf, type ReplyOf } from './endpoint.ts';
import { ErrorReply } from './shapes.ts';

/** A refusal by the server: its code, the sentence in the reader's language, the HTTP status. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(status: number, { code, message, details }: z.infer<typeof ErrorReply>) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export interface Call<E extends Endpoint> {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | null>>;
  readonly body?: GivenBodyOf<E>;
  /** For multipart endpoints. */
  readonly form?: FormData;
  readonly signal?: AbortSignal;
}

export interface ClientOptions {
  /** '' in a browser. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

async function refusalOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  const fallback = { code: 'unreadableReply', message: `HTTP ${response.status}`, details: {} };
  try {
    const parsed = ErrorReply.safeParse(JSON.parse(text));
    return new ApiError(response.status, parsed.success ? parsed.data : fallback);
  } catch {
    return new ApiError(response.status, fallback);
  }
}

function replyOf<E extends Endpoint>(endpoint: E, value: unknown): ReplyOf<E>;
function replyOf(endpoint: Endpoint, value: unknown): unknown {
  return endpoint.reply === null ? null : endpoint.reply.parse(value);
}

/** Sends one request; the answer as it came. @throws ApiError when the server refuses */
async function send<E extends Endpoint>(options: ClientOptions, endpoint: E, call: Call<E>): Promise<Response> {
  const json = call.body === undefined ? {} : { 'content-type': 'application/json' };
  const body = call.form ?? (call.body === undefined ? null : JSON.stringify(call.body));
  const response = await options.fetch(`${options.base}${addressOf(endpoint, call.params, call.query)}`, {
    method: endpoint.method,
    headers: { ...options.headers, ...json },
    body,
    signal: call.signal ?? null,
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** Calls endpoints by their description; replies are parsed by the shape that the server promised. */
export function createClient(options: ClientOptions) {
  return {
    /** A parsed JSON reply; null where the endpoint answers with nothing. @throws ApiError */
    async call<E extends Endpoint>(endpoint: E, call: Call<E> = {}): Promise<ReplyOf<E>> {
      const response = await send(options, endpoint, call);
      return replyOf(endpoint, endpoint.sends === 'json' ? await response.json() : null);
    },
    /** A file or a stream of events, as it comes. @throws ApiError */
    open: <E extends Endpoint>(endpoint: E, call: Call<E> = {}): Promise<Response> => send(options, endpoint, call),
  };
}
export type Client = ReturnType<typeof createClient>;
