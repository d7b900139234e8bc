/** Topics and how each is run; one run compares within itself, so that ratios hold on any machine. */
const TOPICS: Readonly<Record<string, () => Promise<void>>> = {
  statistics: async () => void (await (await import('./statistics.ts')).run()),
  import: async () => void (await (await import('./import.ts')).run()),
  audit: async () => void (await (await import('./audit.ts')).run()),
  world: async () => void (await (await import('./world.ts')).run()),
  server: async () => void (await (await import('./server.ts')).run()),
  network: async () => void (await (await import('./network.ts')).run()),
  simulator: async () => console.table(await (await import('./simulator.ts')).run()),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => TOPICS[name] === undefined);
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}. There are: ${Object.keys(TOPICS).join(', ')}.`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(TOPICS)) {
  console.log(`\n== ${name}`);
  await TOPICS[name]?.();
}
