import type { Job } from '#endpoints/jobs.ts';

interface JobWords {
  readonly kinds: Readonly<Record<Job['kind'], string>>;
  readonly states: Readonly<Record<Job['state'], string>>;
  readonly done: (share: string) => string;
  readonly bytesRate: (amount: string) => string;
  readonly checks: (done: string, total: string) => string;
  readonly remaining: (duration: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly lost: string;
  readonly tray: (count: number) => string;
  readonly trayTitle: string;
  /** Exported files that wait to be fetched. */
  readonly ready: (count: number) => string;
  readonly readyTitle: string;
  readonly openImport: string;
  readonly offline: string;
}

const en: JobWords = {
  kinds: { import: 'Import', preview: 'Preview of files', audit: 'Audit', export: 'Export' },
  states: {
    waiting: 'waits for its turn',
    running: 'running',
    done: 'done',
    failed: 'failed',
    stopped: 'stopped',
    lost: 'interrupted',
  },
  done: (share) => `${share} done`,
  bytesRate: (amount) => `${amount} a second`,
  checks: (done, total) => `${done} of ${total} steps`,
  remaining: (duration) => `about ${duration} left`,
  stop: 'Stop',
  stopped: 'It was stopped. Nothing half-done stays.',
  lost: 'The server ended in the middle. Nothing half-done stands; whether it was just finished shows in the ledger of imports or the list of audits.',
  tray: (count) => (count === 1 ? '1 job running' : `${count} jobs running`),
  trayTitle: 'At work',
  ready: (count) => (count === 1 ? '1 file ready' : `${count} files ready`),
  readyTitle: 'Your files',
  openImport: 'Watch the import',
  offline: 'The server does not answer. The work goes on there; this page finds it again.',
};

const de: JobWords = {
  kinds: { import: 'Import', preview: 'Vorschau der Dateien', audit: 'Prüfung', export: 'Export' },
  states: {
    waiting: 'wartet, bis es an der Reihe ist',
    running: 'läuft',
    done: 'fertig',
    failed: 'gescheitert',
    stopped: 'angehalten',
    lost: 'unterbrochen',
  },
  done: (share) => `${share} erledigt`,
  bytesRate: (amount) => `${amount} je Sekunde`,
  checks: (done, total) => `${done} von ${total} Schritten`,
  remaining: (duration) => `noch etwa ${duration}`,
  stop: 'Anhalten',
  stopped: 'Es wurde angehalten. Nichts Halbfertiges bleibt zurück.',
  lost: 'Der Server wurde mittendrin beendet. Nichts Halbfertiges steht; ob gerade noch alles fertig wurde, zeigt das Verzeichnis der Importe oder die Liste der Prüfungen.',
  tray: (count) => (count === 1 ? '1 Vorgang läuft' : `${count} Vorgänge laufen`),
  trayTitle: 'In Arbeit',
  ready: (count) => (count === 1 ? '1 Datei bereit' : `${count} Dateien bereit`),
  readyTitle: 'Ihre Dateien',
  openImport: 'Import verfolgen',
  offline: 'Der Server antwortet nicht. Dort läuft die Arbeit weiter; diese Seite findet sie wieder.',
};

export const JOB_WORDS = { en, de };
