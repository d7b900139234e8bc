import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Register } from '#register/register.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Answers } from './data/answers.ts';
import type { DataStore } from './data/data-store.ts';
import type { Auth } from './door/auth.ts';
import type { JobRunner } from './jobs/job-runner.ts';

interface ServerSettings {
  /** Folder of this installation. */
  readonly home: string;
  /** Address that people use, e.g. https://stammkunde.example.com; cookies and links are made for it. */
  readonly publicUrl: string;
  /** Folder for files that wait for their import. */
  readonly uploadDirectory: string;
  /** Folder of the built web application; null: only the API. */
  readonly webDirectory: string | null;
  /** Folder for files that exports made. */
  readonly exportDirectory: string;
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
  /** Trust the addresses that a proxy in front names. */
  readonly behindProxy: boolean;
  /** Name of the company sign-in; null where none is configured. */
  readonly companySignIn: string | null;
  /** Secret of the command line of the same user on the same machine. */
  readonly localToken: string;
  /** Base64 of the typeface for the report as a page; null for the reader's own. */
  readonly font: string | null;
  readonly programVersion: string;
}

/** Everything the routes work with; opened by main.ts, faked by nobody. */
export interface Services {
  readonly settings: ServerSettings;
  readonly register: Register;
  readonly warehouse: Warehouse;
  readonly data: DataStore;
  readonly answers: Answers;
  readonly auth: Auth;
  readonly jobs: JobRunner;
  readonly logger: Logger;
  readonly metrics: Registry;
}
