import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import { AppError } from '#domain/app-error.ts';
import { installationSecret } from '#register/company-settings.ts';
import type { Edge } from '#register/edge.ts';
import type { RegisterAddress } from '#register/engine.ts';
import { firstAdministratorLink } from '#register/invitations.ts';
import { openRegister } from '#register/register.ts';
import { listUploads } from '#register/uploads.ts';
import type { StoreAddress } from '#warehouse/engine.ts';
import { openWarehouse } from '#warehouse/warehouse.ts';
import { createAuditWork } from './audits/audit-work.ts';
import { buildApp } from './build-app.ts';
import { createAnswers, mostWanted } from './data/answers.ts';
import { createCourtesy } from './data/courtesy.ts';
import { createDataStore } from './data/data-store.ts';
import { createImportWork } from './data/import-work.ts';
import { createPreparer } from './data/preparer.ts';
import { removeUnknown } from './data/staging.ts';
import { type CompanySignIn, createAuth } from './door/auth.ts';
import { tidyExports } from './exports/export-files.ts';
import { createExportWork } from './exports/export-work.ts';
import { freePort } from './free-port.ts';
import { openJobRunner } from './jobs/job-runner.ts';
import { createCaretaker } from './retention/caretaker.ts';
import { linkAddress } from './routes/user-routes.ts';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.ts';
import type { Services } from './services.ts';

export interface ServerOptions {
  /** Folder of this installation: waiting files, the note for the command line, and the embedded stores. */
  readonly home: string;
  readonly store: StoreAddress;
  readonly register: RegisterAddress;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** null: http://host:port. */
  readonly publicUrl: string | null;
  readonly webDirectory: string | null;
  readonly behindProxy: boolean;
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  readonly companySignIn: CompanySignIn | null;
  readonly font: string | null;
  readonly programVersion: string;
  readonly logLevel: string;
  readonly edge: Edge;
  readonly processId: number;
}

/** So long nobody has asked anything: time to make answers ready. */
const QUIET_MILLISECONDS = 2000;

export interface RunningServer {
  readonly url: string;
  /** To be shown in the terminal; null when there is an administrator. */
  readonly firstLink: string | null;
  close(): Promise<void>;
}

/** Closes what was opened, last first; a failure of one does not keep the others open. */
function createClosing() {
  const opened: (() => Promise<unknown>)[] = [];
  return {
    add: (close: () => Promise<unknown>) => void opened.push(close),
    all: async () => {
      for (const close of opened.reverse().splice(0)) await close().catch(() => {});
    },
  };
}

/** @throws AppError serverRunning when the note of another server leads to one that answers */
async function requireNoOther(home: string): Promise<void> {
  const other = readServerFile(home);
  if (other === null) return;
  const answers = await fetch(`${other.url}/api/health`, { signal: AbortSignal.timeout(3000) }).then(
    () => true,
    () => false,
  );
  if (answers) throw new AppError('serverRunning', `a server runs at ${other.url}`, { url: other.url });
}

function namedUrl(options: ServerOptions, port: number): string {
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Databases put the values at fault beside their message; those may be personal and stay out of the log. */
function failureLogged(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  return { kind: error.name, code: 'code' in error ? String(error.code) : '', stack: error.stack ?? '' };
}

function countPrepared(metrics: Registry) {
  const counter = new Counter({
    name: 'stammkunde_prepared_answers_total',
    help: 'Answers made before anybody asked: ready, stopped for somebody who asked, or failed',
    labelNames: ['how'],
    registers: [metrics],
  });
  return (how: string) => counter.inc({ how });
}

async function openServices(options: ServerOptions, closing: ReturnType<typeof createClosing>): Promise<Services> {
  const { edge } = options;
  const logger = pino({ level: options.logLevel, base: null, serializers: { err: failureLogged } });
  const store = await openWarehouse({
    address: options.store,
    onMigration: (copy) => logger.warn({ copy }, 'store migrated'),
  });
  closing.add(() => store.close());
  const courtesy = createCourtesy(store);
  const { warehouse } = courtesy;
  const register = await openRegister(options.register, edge);
  closing.add(() => register.close());
  const data = createDataStore(warehouse, { onWaiting: courtesy.makeRoom, onTurnEnded: () => preparer.begin() });
  const answers = createAnswers({ warehouse, data });
  const metrics = new Registry();
  const onPrepared = countPrepared(metrics);
  const preparer = createPreparer({
    courtesy,
    answers: () => mostWanted({ warehouse, data, answers, register }),
    quietMilliseconds: QUIET_MILLISECONDS,
    onPrepared,
  });
  const uploadDirectory = join(options.home, 'uploads');
  await removeUnknown(uploadDirectory, new Set((await listUploads(register)).map(({ id }) => id)));
  const exportDirectory = join(options.home, 'exports');
  await tidyExports(register, exportDirectory);
  const importing = { register, warehouse, data, uploadDirectory, home: options.home };
  const { programVersion } = options;
  const works = {
    import: createImportWork(importing, false),
    preview: createImportWork(importing, true),
    audit: createAuditWork({ register, warehouse, data, programVersion }),
    export: createExportWork({ register, warehouse, data, exportDirectory, programVersion }),
  };
  const jobs = await openJobRunner({ register, works, logger });
  closing.add(() => jobs.close());
  closing.add(() => preparer.close());
  preparer.begin();
  collectDefaultMetrics({ register: metrics });
  const publicUrl = (options.publicUrl ?? namedUrl(options, options.port)).replace(/\/+$/, '');
  const secret = await installationSecret(register, 'sessions');
  const settings = {
    home: options.home,
    publicUrl,
    uploadDirectory,
    exportDirectory,
    webDirectory: options.webDirectory,
    requestsPerMinute: options.requestsPerMinute,
    signInsPerMinute: options.signInsPerMinute,
    behindProxy: options.behindProxy,
    companySignIn: options.companySignIn?.name ?? null,
    localToken: edge.newSecret(),
    font: options.font,
    programVersion,
  };
  const auth = createAuth({ register, secret, publicUrl, companySignIn: options.companySignIn });
  return { settings, register, warehouse, data, answers, auth, jobs, logger, metrics };
}

/**
 * Opens the stores, takes up the queue and listens.
 * @throws AppError serverRunning, store... or register...; everything opened before is closed again
 */
export async function startServer(wanted: ServerOptions): Promise<RunningServer> {
  const options = wanted.port === 0 ? { ...wanted, port: await freePort(wanted.host) } : wanted;
  const closing = createClosing();
  mkdirSync(options.home, { recursive: true });
  await requireNoOther(options.home);
  try {
    const services = await openServices(options, closing);
    const caretaker = createCaretaker(services, services.logger);
    closing.add(() => caretaker.close());
    await caretaker.look();
    caretaker.begin();
    const app = await buildApp(services);
    closing.add(() => app.close());
    await app.listen({ host: options.host, port: options.port });
    const local = namedUrl(options, options.port);
    writeServerFile(options.home, { url: local, token: services.settings.localToken, pid: options.processId });
    closing.add(async () => removeServerFile(options.home, options.processId));
    const link = await firstAdministratorLink(services.register);
    const url = options.publicUrl ?? local;
    return { url, firstLink: link === null ? null : linkAddress(url, link.token), close: closing.all };
  } catch (error) {
    await closing.all();
    throw error;
  }
}
