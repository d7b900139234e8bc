import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface ClickHouseServer {
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/ping`).then(
    (reply) => reply.ok,
    () => false,
  );
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts a server of its own in an empty directory. @throws Error when it does not answer within half a minute */
export async function startClickHouse(directory: string): Promise<ClickHouseServer> {
  const [library] = globSync('node_modules/**/libchdb.{so,dylib}');
  if (library === undefined) throw new Error('the engine library is not installed');
  const [tcpPort, httpPort] = [await freePort(), await freePort()];
  const script = join(import.meta.dirname, 'clickhouse.cjs');
  const child = spawn(process.execPath, [script, library, directory, String(tcpPort), String(httpPort)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${httpPort}`;
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  for (let tries = 0; tries < 300; tries++) {
    if (await answers(url)) return { url, stop };
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error('the server does not answer');
}
