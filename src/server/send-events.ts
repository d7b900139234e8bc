import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const Events = z.custom<AsyncIterable<unknown>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

/** Server-sent events named "job", each with one value as JSON; ends with the source, or when the reader goes away. */
export function sendEvents(reply: FastifyReply, source: unknown): FastifyReply {
  const events = Events.parse(source);
  async function* lines() {
    // Tells a browser whose connection breaks to come back after two seconds.
    yield 'retry: 2000\n\n';
    for await (const value of events) yield `event: job\ndata: ${JSON.stringify(value)}\n\n`;
  }
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(lines()));
}
