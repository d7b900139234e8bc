import { createServer, type Server, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

/** Messages of PostgreSQL's own protocol (version 3): a letter, a length, a body. */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
const parameter = (name: string, value: string) => message('S', Buffer.from(`${name}\0${value}\0`));
const READY = message('Z', Buffer.from('I'));
const WELCOME = Buffer.concat([
  message('R', Buffer.alloc(4)),
  parameter('server_version', '17.0'),
  parameter('client_encoding', 'UTF8'),
  parameter('DateStyle', 'ISO, MDY'),
  parameter('integer_datetimes', 'on'),
  READY,
]);
const SSL_REQUEST = 80_877_103;
const START_BYTES = 8;
const FAREWELL = 'X'.charCodeAt(0);
/** The last message of an answer says whether a transaction is still open. */
const isIdle = (answer: Buffer) => answer.subarray(-READY.length).equals(READY);

/** One engine for all connections: whoever has begun a transaction keeps it until it has ended. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let giveBack = () => {};
    last = new Promise((resolve) => {
      giveBack = resolve;
    });
    await before;
    return giveBack;
  };
}

/** What a client sends after its greeting, which is answered here; each message whole. */
async function* messagesOf(socket: Socket): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0);
  let greeted = false;
  // A greeting has no letter in front of its length.
  const length = () =>
    (greeted ? 1 : 0) + (waiting.length < START_BYTES - 3 ? Number.NaN : waiting.readInt32BE(greeted ? 1 : 0));
  for await (const chunk of socket) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= length()) {
      const whole = waiting.subarray(0, length());
      waiting = waiting.subarray(whole.length);
      if (greeted) yield whole;
      else greeted = whole.readInt32BE(4) !== SSL_REQUEST;
      if (!greeted) socket.write('N');
      else if (whole[0] === 0) socket.write(WELCOME);
    }
  }
}

async function serve(socket: Socket, engine: PGlite, takeTurn: () => Promise<() => void>): Promise<void> {
  let giveBack: (() => void) | null = null;
  try {
    for await (const asked of messagesOf(socket)) {
      if (asked[0] === FAREWELL) return;
      giveBack ??= await takeTurn();
      const answer = Buffer.from(await engine.execProtocolRaw(asked));
      if (!socket.destroyed) socket.write(answer);
      if (!isIdle(answer)) continue;
      giveBack();
      giveBack = null;
    }
  } finally {
    // As a server does when its client goes away in the middle.
    if (giveBack !== null) await engine.exec('ROLLBACK').catch(() => {});
    giveBack?.();
  }
}

/** A PostgreSQL server on a port of its own, which can be taken away and brought back with its data. */
export async function openPostgres() {
  const engine = await PGlite.create();
  const takeTurn = createTurns();
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const begin = () =>
    new Promise<void>((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => sockets.delete(socket));
        void serve(socket, engine, takeTurn).catch(() => socket.destroy());
      });
      server.listen(port, '127.0.0.1', () => {
        const address = server?.address();
        port = address !== null && typeof address === 'object' ? (address?.port ?? 0) : port;
        resolve();
      });
    });
  const end = async () => {
    const ended = new Promise<void>((resolve) => server?.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await ended;
  };
  await begin();
  return {
    url: `postgres://stammkunde@127.0.0.1:${port}/stammkunde`,
    goAway: end,
    comeBack: begin,
    remove: async () => {
      await end();
      await engine.close();
    },
  };
}
