import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#domain/app-error.ts';
import type { CompanySignIn } from '#server/door/auth.ts';
import { type RunningServer, startServer } from '#server/main.ts';
import { type Context, homeOf, type StoreOptions, storeAddress } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { programVersion } from '../program-version.ts';
import { buildPages, PAGES } from '../web-pages.ts';
import { bundledFont } from './audit.ts';

export interface ServeCommandOptions extends StoreOptions {
  readonly host?: string;
  readonly port?: string;
}

const PORT = 3210;
const MOST_PORTS = 65_535;

const variable = (name: string): string | null => {
  const value = process.env[name];
  return value === undefined || value === '' ? null : value;
};

function portOf(context: Context, asked: string | null): number {
  if (asked === null) return PORT;
  const port = Number(asked);
  if (Number.isInteger(port) && port >= 0 && port <= MOST_PORTS) return port;
  throw new AppError('argumentInvalid', context.words.badNumber('--port', asked, 0));
}

/** OpenID Connect from OIDC_DISCOVERY_URL, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME. */
function companySignIn(): CompanySignIn | null {
  const discoveryUrl = variable('OIDC_DISCOVERY_URL');
  const clientId = variable('OIDC_CLIENT_ID');
  const clientSecret = variable('OIDC_CLIENT_SECRET');
  if (discoveryUrl === null || clientId === null || clientSecret === null) return null;
  return { name: variable('OIDC_NAME') ?? 'OpenID Connect', discoveryUrl, clientId, clientSecret };
}

const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Starts the server on the stores that the options and the environment name. DATABASE_URL: the register; CLICKHOUSE_URL: the data. */
export async function openServer(context: Context, options: ServeCommandOptions): Promise<RunningServer> {
  const home = homeOf(options);
  const databaseUrl = variable('DATABASE_URL');
  return startServer({
    home,
    store: storeAddress(options),
    register:
      databaseUrl === null || options.home !== undefined
        ? { kind: 'embedded', directory: join(home, 'register') }
        : { kind: 'server', url: databaseUrl },
    host: options.host ?? variable('HOST') ?? '127.0.0.1',
    port: portOf(context, options.port ?? variable('PORT')),
    publicUrl: variable('PUBLIC_URL'),
    webDirectory: PAGES,
    behindProxy: variable('BEHIND_PROXY') === 'yes',
    requestsPerMinute: 1200,
    signInsPerMinute: 20,
    companySignIn: companySignIn(),
    font: bundledFont(),
    programVersion: programVersion(),
    logLevel: variable('LOG_LEVEL') ?? 'warn',
    edge: {
      clock: () => new Date(),
      newId: randomUUID,
      newSecret: () => randomBytes(32).toString('base64url'),
    },
    processId: process.pid,
  });
}

/** Tells where the server is and keeps it until the context is stopped. */
export async function keepServing(context: Context, server: RunningServer): Promise<void> {
  try {
    context.say(context.words.serving(server.url));
    if (server.firstLink !== null) context.say(context.words.firstLink(server.firstLink));
    await stopped(context.signal);
  } finally {
    await server.close();
  }
}

/** Runs the server until it is told to stop. */
export async function serveCommand(context: Context, options: ServeCommandOptions): Promise<number> {
  await buildPages(context);
  await keepServing(context, await openServer(context, options));
  return EXIT.ok;
}
