import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { Source } from '../plan.ts';
import { sourceBytes } from './source-bytes.ts';

const content = 'a,b\n'.repeat(1_000_000);

function sourceOf(bytes: Buffer | string, gzipped: boolean): Source {
  const folder = mkdtempSync(join(tmpdir(), 'stammkunde-bytes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const place = { path, readPath: path, delimiter: ',', headers: ['a', 'b'], skipLines: 0, firstDataLine: 1 };
  return { ...place, format: 'csv', counted: 'lines', gzipped, sha256: '', bytes: bytes.length };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test.each([false, true])('every byte arrives, however late somebody begins to read (gzipped: %s)', async (gzipped) => {
  const bytes = gzipped ? gzipSync(content) : Buffer.from(content);
  let told = 0;
  const stream = sourceBytes(sourceOf(bytes, gzipped), {
    signal: null,
    onRead: (read) => {
      told += read;
    },
  });
  await setTimeout(50);
  expect(await textOf(stream)).toBe(content);
  expect(told).toBe(bytes.length);
});

test('half a gzip is an error for whoever reads, not a short file', async () => {
  const packed = gzipSync(content);
  const half = sourceBytes(sourceOf(packed.subarray(0, packed.length / 2), true));
  await expect(textOf(half)).rejects.toThrow(/unexpected end of file/);
});
