// Frames of the picture of a network of 50,000 customers, moved with the mouse in a browser. `npm run bench -- network`; STAMMKUNDE_BENCH_PICTURE names a file for a picture.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { z } from 'zod';
import { NETWORK_TIES } from '../src/endpoints/networks.ts';
import { createRandom } from '../src/statistics/random.ts';
import { openChromium } from '../test/e2e/chromium.ts';

const NODES = 50_000;
const STEPS = 60;
/** A picture is called fluid where a frame rarely takes longer than this. */
const FLUID_MILLISECONDS = 1000 / 30;
const ARRANGED_MILLISECONDS = 300_000;
const SIZE = { width: 1280, height: 700 };
const DRAW = join(import.meta.dirname, '..', 'src', 'web', 'pages', 'networks', 'draw-network.ts');

// Frames are counted by the page itself; what is asked of it stands here as text, for these benches know no browser.
const PAGE = `<!doctype html><html><body style="margin:0"><div id="place" style="width:100vw;height:100vh"></div>
<script type="module">
import { drawNetwork } from ${JSON.stringify(DRAW)};
let frames = [], last = performance.now(), long = [];
const frame = (now) => { frames.push(now - last); last = now; requestAnimationFrame(frame); };
requestAnimationFrame(frame);
new PerformanceObserver((list) => { for (const entry of list.getEntries()) long.push(entry.duration); }).observe({ entryTypes: ['longtask'] });
window.taken = () => { const told = { frames, long }; frames = []; long = []; return told; };
window.draw = (network) => {
  const ink = { there: '#1864ab', left: '#868e96', tie: '#ced4da' };
  window.arranged = false;
  const began = performance.now();
  window.drawn = drawNetwork(document.getElementById('place'), network, ink, () => { window.arranged = true; });
  return performance.now() - began;
};
</script></body></html>`;

/** Communities from a few to thousands of customers, most ties within them; one in eight customers stands alone in a small one. */
function invented() {
  const random = createRandom(7);
  const lot = (n: number) => Math.floor(random.uniform() * n);
  const starts = [0];
  for (let end = 0; end < NODES * 0.875; ) {
    end += Math.round(20 / (random.uniform() + 0.01));
    starts.push(Math.min(end, Math.round(NODES * 0.875)));
  }
  const community = new Array<number>(NODES).fill(-1);
  for (const [own, start] of starts.entries()) community.fill(own, start, starts[own + 1] ?? start);
  const span = (node: number) => {
    const own = community[node] ?? -1;
    const start = own < 0 ? Math.round(NODES * 0.875) : (starts[own] ?? 0);
    return { start, end: own < 0 ? NODES : (starts[own + 1] ?? NODES) };
  };
  const from = Array.from({ length: NETWORK_TIES }, (_, at) => (at < NODES ? at : lot(NODES)));
  const to = from.map((node) => {
    const { start, end } = span(node);
    return random.uniform() < 0.05 ? lot(NODES) : start + lot(end - start);
  });
  return { community, there: community.map(() => random.uniform() < 0.8), from, to };
}

async function served(): Promise<{ url: string; close: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'stammkunde-bench-network-'));
  writeFileSync(join(home, 'index.html'), PAGE);
  const common = { root: home, configFile: false, logLevel: 'error' } as const;
  await build({ ...common, build: { target: 'es2022' } });
  const server = await preview({ ...common, preview: { port: 0 } });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const Taken = z.object({ frames: z.array(z.number()), long: z.array(z.number()) });
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

/** Reads the time that the page's own thread has worked, whoever else wanted the processor. */
async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

async function measured(page: Page, clock: () => Promise<number>, name: string, work: () => Promise<unknown>) {
  await page.evaluate('taken()');
  const [began, busy] = [performance.now(), await clock()];
  await work();
  const { frames, long } = Taken.parse(await page.evaluate('taken()'));
  const took = performance.now() - began;
  const sorted = frames.toSorted((a, b) => a - b);
  const thread = ((await clock()) - busy) / frames.length;
  const sum = long.reduce((total, one) => total + one, 0);
  console.log(
    `  ${name.padEnd(24)} ${(took / 1000).toFixed(1).padStart(6)} s ${String(frames.length).padStart(5)} frames  p50 ${at(sorted, 0.5).toFixed(0).padStart(5)} ms  p95 ${at(sorted, 0.95).toFixed(0).padStart(5)} ms  longest ${at(sorted, 1).toFixed(0).padStart(5)} ms  page's thread ${thread.toFixed(1)} ms a frame  ${long.length} long tasks, ${sum.toFixed(0)} ms`,
  );
  return at(sorted, 0.95);
}

async function pan(page: Page): Promise<void> {
  const { width, height } = SIZE;
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    const turn = (2 * Math.PI * step) / STEPS;
    await page.mouse.move(width / 2 + 200 * Math.sin(turn), height / 2 + 150 * (1 - Math.cos(turn)));
    await timers.setTimeout(16);
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, step < STEPS / 2 ? -120 : 120);
    await timers.setTimeout(32);
  }
}

/** Draws, waits until the forces have arranged everything, and moves the picture meanwhile and afterwards. */
export async function run(): Promise<void> {
  const { url, close } = await served();
  const browser = await openChromium();
  try {
    const page = await browser.newPage({ viewport: SIZE });
    page.on('pageerror', (error) => console.log(`  the page failed: ${error.message}`));
    await page.goto(url);
    await page.waitForFunction('window.draw !== undefined');
    const clock = await threadClock(page);
    const network = JSON.stringify(invented());
    console.log(
      `${NODES.toLocaleString('en')} customers, ${NETWORK_TIES.toLocaleString('en')} ties; drawn by the processor (SwiftShader), a graphics card is faster`,
    );
    await measured(page, clock, 'nothing drawn', () => timers.setTimeout(2000));
    await measured(page, clock, 'drawn at first', async () => {
      const took = await page.evaluate<number>(`draw(${network})`);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      console.log(`  made in ${took.toFixed(0)} ms`);
    });
    await measured(page, clock, 'moved while arranging', () => pan(page));
    await measured(page, clock, 'until arranged', () =>
      page.waitForFunction('window.arranged', undefined, { timeout: ARRANGED_MILLISECONDS }),
    );
    await measured(page, clock, 'at rest', () => timers.setTimeout(2000));
    const moved = [
      await measured(page, clock, 'moved', () => pan(page)),
      await measured(page, clock, 'enlarged', () => zoom(page)),
    ];
    const picture = process.env['STAMMKUNDE_BENCH_PICTURE'];
    if (picture !== undefined) {
      await page.evaluate('drawn.whole()');
      await timers.setTimeout(3000);
      await page.screenshot({ path: picture });
    }
    const worst = Math.max(...moved);
    console.log(
      `moved and enlarged: p95 ${worst.toFixed(0)} ms a frame, ${(worst / FLUID_MILLISECONDS).toFixed(1)} x what is fluid`,
    );
  } finally {
    await browser.close();
    await close();
  }
}
