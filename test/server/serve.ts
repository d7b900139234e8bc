import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { acceptInvitation } from '../../src/endpoints/session.ts';
import { type Browser, browser, PASSWORD } from './house.ts';

/** Starts the command as a user would in a directory, and reads its address and the link for the first administrator. */
export async function serve(home: string): Promise<{ process: ChildProcess; url: string; link: string | null }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'src/cli/main.ts',
      'serve',
      '--home',
      home,
      '--port',
      '0',
      '--language',
      'en',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DATABASE_URL: '', CLICKHOUSE_URL: '' } },
  );
  let url = '';
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? url;
    if (line.includes('#')) return { process: child, url, link: line };
    if (url !== '' && (await isReadyWithoutLink(url))) return { process: child, url, link: null };
  }
  throw new Error('the server ended before it was ready');
}
const isReadyWithoutLink = async (url: string) =>
  JSON.stringify(await (await fetch(`${url}/api/door`)).json()).includes('"ready":true');

export async function firstPerson(url: string, link: string | null): Promise<Browser> {
  const client = browser(url);
  const token = link?.split('#')[1] ?? '';
  const body = { token, name: 'Ada', email: 'ada@example.com', password: PASSWORD, language: 'en' } as const;
  await client.call(acceptInvitation, { body });
  return client;
}
