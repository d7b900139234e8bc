import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompanyResult, type WorldName } from './company-result.ts';
import type { CompanyOrder } from './one-company.ts';

export interface Plan {
  readonly worlds: readonly WorldName[];
  readonly seeds: number;
  readonly customers: number;
  readonly jobs: number;
  /** The script that makes one company when it is called with --one. */
  readonly script: string;
}

/** Answers of other code must not be mixed with those of this one. */
export function sourceFingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync('src/**/*.ts').sort())
    if (!file.includes('.test.')) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** Every company of a plan, seed after seed, so that an early stop leaves all worlds equally deep. */
export function ordersOf({ worlds, seeds, customers }: Plan, fingerprint: string): readonly CompanyOrder[] {
  const folder = join('.cache', 'validation', `${fingerprint}-${customers}`);
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: seeds }, (_, index) =>
    worlds.map((world) => ({ world, seed: index + 1, customers, file: join(folder, `${world}-${index + 1}.json`) })),
  ).flat();
}

function runOne({ script }: Plan, { world, seed, customers, file }: CompanyOrder, children: Set<ChildProcess>) {
  return new Promise<boolean>((resolve) => {
    const order = ['--one', world, '--seed', `${seed}`, '--customers', `${customers}`, '--file', file];
    const child = spawn(process.execPath, [...process.execArgv, script, ...order], { stdio: 'inherit' });
    children.add(child);
    child.on('exit', (code) => {
      children.delete(child);
      resolve(code === 0);
    });
  });
}

/** Makes the companies that are not there yet, several processes at a time; tells after each one. Failures are returned. */
export async function fill(
  plan: Plan,
  orders: readonly CompanyOrder[],
  signal: AbortSignal,
  onDone: (done: number, order: CompanyOrder) => void,
): Promise<readonly CompanyOrder[]> {
  const waiting = orders.filter(({ file }) => !existsSync(file));
  const failed: CompanyOrder[] = [];
  const children = new Set<ChildProcess>();
  signal.addEventListener('abort', () => {
    for (const child of children) child.kill();
  });
  let done = orders.length - waiting.length;
  const worker = async () => {
    for (let order = waiting.shift(); order !== undefined && !signal.aborted; order = waiting.shift()) {
      if (!(await runOne(plan, order, children))) failed.push(order);
      done += 1;
      onDone(done, order);
    }
  };
  await Promise.all(Array.from({ length: plan.jobs }, worker));
  return failed;
}

/** What is there, whoever made it. */
export function resultsOf(orders: readonly CompanyOrder[]): readonly CompanyResult[] {
  return orders
    .filter(({ file }) => existsSync(file))
    .map(({ file }) => CompanyResult.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
