import { SingleBar } from 'cli-progress';

/** A bar on standard error; silent for work under a second, and where nobody watches. */
export interface Bar {
  update(done: number, total: number, note: string): void;
  stop(): void;
}

const QUIET_MILLISECONDS = 1000;

/** Shows a bar with rate and remaining time on anything longer than a second. */
export function createBar(title: string, unit: string): Bar {
  const began = Date.now();
  let bar: SingleBar | null = null;
  return {
    update: (done, total, note) => {
      if (!process.stderr.isTTY || Date.now() - began < QUIET_MILLISECONDS) return;
      if (bar === null) {
        bar = new SingleBar({
          format: `${title} [{bar}] {percentage} %  {rate} ${unit}/s  {eta_formatted}  {note}`,
          stream: process.stderr,
          hideCursor: true,
          clearOnComplete: true,
          etaBuffer: 50,
        });
        bar.start(total, 0, { note: '', rate: '' });
      }
      const rate = (done / Math.max(0.001, (Date.now() - began) / 1000)).toPrecision(3);
      bar.setTotal(Math.max(total, done));
      bar.update(done, { note, rate: Number(rate).toLocaleString('en') });
    },
    stop: () => bar?.stop(),
  };
}
