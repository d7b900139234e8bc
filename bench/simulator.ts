// Inventing a company against the time it may take. `npm run bench -- simulator`, parties as an argument (60000, or 1000000).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { simulate } from '#simulator/simulate.ts';

const FULL_SIZE = 60_000;
const LARGE = 1_000_000;
const FULL_SIZE_MILLISECONDS = 15_000;
const LARGE_MILLISECONDS = 300_000;
const BUDGET_BYTES = 1e9;

const Measured = z.object({
  milliseconds: z.number(),
  processorMilliseconds: z.number(),
  memoryBytes: z.number(),
  contacts: z.number(),
});
type Measured = z.infer<typeof Measured>;

/** One line of the table of benches. `ratio` is our figure over the budget; it should be at most `target`. */
interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly peer: string;
  readonly peerMilliseconds: number;
  readonly ratio: number;
  readonly target: number;
}

/** In a process of its own, so that its peak of memory is its own too. */
async function measure(customers: number): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'stammkunde-bench-'));
  try {
    const started = performance.now();
    const truth = await simulate({
      world: 'A',
      customers,
      seed: 1,
      without: [],
      clean: false,
      variants: false,
      counterfactuals: 'none',
      directory,
      onProgress: () => undefined,
      signal: null,
    });
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    return {
      milliseconds: performance.now() - started,
      processorMilliseconds: (userCPUTime + systemCPUTime) / 1000,
      memoryBytes: maxRSS * 1024,
      contacts: truth.rows['contact'] ?? 0,
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function apart(customers: number): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, '--measure', `${customers}`],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return Measured.parse(JSON.parse(stdout));
}

/** World A with its mess: wall time and peak memory against their budgets. */
export function run(sizes: readonly number[] = [FULL_SIZE]): Promise<Row[]> {
  const rows = sizes.flatMap((customers) => {
    const { milliseconds, processorMilliseconds, memoryBytes, contacts } = apart(customers);
    const budget = customers <= FULL_SIZE ? FULL_SIZE_MILLISECONDS : (customers * LARGE_MILLISECONDS) / LARGE;
    const millions = (contacts / 1e6).toFixed(1);
    return [
      {
        name: `simulate ${customers} parties, ${millions} m contacts (processor ${Math.round(processorMilliseconds)} ms)`,
        milliseconds,
        peer: 'budget',
        peerMilliseconds: budget,
        ratio: milliseconds / budget,
        target: 1,
      },
      {
        name: `simulate ${customers} parties, peak memory ${Math.round(memoryBytes / 1e6)} MB`,
        milliseconds,
        peer: 'budget 1 GB',
        peerMilliseconds: budget,
        ratio: memoryBytes / BUDGET_BYTES,
        target: 1,
      },
    ];
  });
  return Promise.resolve(rows);
}

if (import.meta.main) {
  const [first, second] = process.argv.slice(2);
  if (first === '--measure') process.stdout.write(JSON.stringify(await measure(Number(second))));
  else console.table(await run(first === undefined ? [FULL_SIZE] : [Number(first)]));
}
