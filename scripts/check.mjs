// The whole gate in one word: every guard, in order of speed, all errors, no baseline.
import { spawnSync } from 'node:child_process';

const steps = [
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['types', 'npm', ['run', '--silent', 'types']],
  ['walls', 'npm', ['run', '--silent', 'walls']],
  ['dead code', 'npm', ['run', '--silent', 'dead']],
  ['tests', 'npm', ['run', '--silent', 'unit']],
];
for (const [name, command, args] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const run = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) {
    process.stderr.write(`\n${name}: failed\n`);
    process.exit(run.status ?? 1);
  }
}
process.stdout.write('\nAll checks passed.\n');
