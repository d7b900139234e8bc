import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '#domain/language.ts';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '#endpoints/endpoint.ts';
import { ErrorReply } from '#endpoints/shapes.ts';
import { requireAccess, requireOwnOrigin } from './door/access.ts';
import { type Asker, askerOf, languageOf } from './door/asker.ts';
import { sendEvents } from './send-events.ts';
import type { Services } from './services.ts';

export interface FileAnswer {
  readonly type: string;
  /** null: shown where it is, not saved. */
  readonly name: string | null;
  readonly body: string | Buffer | Readable;
}

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** What a handler owes for its endpoint. */
export type AnswerOf<E extends Endpoint> = E['sends'] extends 'file'
  ? FileAnswer
  : E['sends'] extends 'events'
    ? AsyncIterable<DeepReadonly<ReplyOf<E>>>
    : E['sends'] extends 'nothing'
      ? null
      : DeepReadonly<ReplyOf<E>>;

export interface Asked<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Nobody, on a public endpoint. */
  readonly asker: Asker;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

declare module 'fastify' {
  interface FastifyRequest {
    asker: Asker | null;
  }
  interface FastifyContextConfig {
    endpointId?: string;
  }
}

const NOBODY: Asker = { id: '', name: '', roles: [], language: null, byCookie: false };

// The validator has parsed all three by the endpoint's own shapes.
function askedOf<E extends Endpoint>(endpoint: E, request: FastifyRequest, reply: FastifyReply): Asked<E>;
function askedOf(_: Endpoint, request: FastifyRequest, reply: FastifyReply): unknown {
  const { params, query, body, asker } = request;
  return { params, query, body, asker: asker ?? NOBODY, language: languageOf(request, asker), request, reply };
}

function schemaOf(endpoint: Endpoint) {
  const json = endpoint.sends === 'json' && endpoint.reply !== null;
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    description: `Access: ${Array.isArray(endpoint.access) ? endpoint.access.join(', ') : endpoint.access}`,
    tags: [endpoint.path.split('/')[2] ?? ''],
    params: endpoint.params,
    querystring: endpoint.query,
    ...(endpoint.body === null ? {} : { body: endpoint.body }),
    ...(endpoint.accepts === 'multipart' ? { consumes: ['multipart/form-data'] } : {}),
    response: {
      ...(json ? { [endpoint.status]: endpoint.reply } : { [endpoint.status]: z.any() }),
      '4xx': ErrorReply,
      '5xx': ErrorReply,
    },
  };
}

async function sendAnswer(endpoint: Endpoint, answer: unknown, reply: FastifyReply): Promise<unknown> {
  void reply.code(endpoint.status).header('cache-control', 'no-store');
  return endpoint.sends === 'nothing' ? reply.send() : reply.send(answer);
}

function sendFile(reply: FastifyReply, { type, name, body }: FileAnswer): FastifyReply {
  if (name !== null)
    void reply.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`);
  return reply
    .serializer((sent: unknown) => String(sent))
    .header('cache-control', 'no-store')
    .type(type)
    .send(body);
}

/** Puts endpoints on the server: parses, asks who it is and whether they may, calls the handler, answers. */
export function createRouter(app: FastifyInstance, services: Services) {
  const { publicUrl, signInsPerMinute } = services.settings;
  return {
    add<E extends Endpoint>(endpoint: E, handle: (asked: Asked<E>) => Promise<AnswerOf<E>>): void {
      const door = endpoint.access === 'public' && endpoint.method !== 'GET';
      app.route({
        method: endpoint.method,
        url: endpoint.path,
        schema: schemaOf(endpoint),
        config: {
          endpointId: endpoint.id,
          ...(door
            ? { rateLimit: { max: signInsPerMinute, timeWindow: '1 minute', keyGenerator: ({ ip }) => ip } }
            : {}),
        },
        onRequest: async (request) => {
          request.asker = await askerOf(services, request);
          requireAccess(endpoint.access, request.asker);
          if (door || request.asker?.byCookie === true) requireOwnOrigin(request, publicUrl);
        },
        handler: async (request, reply) => {
          const answer: unknown = await handle(askedOf(endpoint, request, reply));
          if (endpoint.sends === 'events') return sendEvents(reply, answer);
          if (endpoint.sends === 'file') return sendFile(reply, FileShape.parse(answer));
          return sendAnswer(endpoint, answer, reply);
        },
      });
    },
  };
}
export type Router = ReturnType<typeof createRouter>;

const FileShape = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'body' in value);
