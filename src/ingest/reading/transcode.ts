import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { unpackedBytes } from './file-bytes.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Writes chunks one after the other and waits where the disk is slower. */
export async function writeChunks(path: string, chunks: AsyncIterable<string | Buffer>): Promise<void> {
  const out = createWriteStream(path);
  const done = finished(out);
  // The rejection is handled by the await below; until then it must not count as unhandled.
  done.catch(() => {});
  try {
    for await (const chunk of chunks) {
      if (out.errored !== null) break;
      if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', resolve).once('close', resolve));
    }
    out.end();
    await done;
  } catch (error) {
    out.destroy();
    throw error;
  }
}

async function* decoded(path: string, gzipped: boolean, encoding: Encoding, returnsOnly: boolean) {
  const decoder = new TextDecoder(encoding);
  const lines = (text: string) => (returnsOnly ? text.replaceAll('\r', '\n') : text);
  for await (const chunk of unpackedBytes(path, gzipped)) yield lines(decoder.decode(chunk, { stream: true }));
  yield lines(decoder.decode());
}

/** Writes a UTF-8 copy, unpacked, in bounded memory. */
export async function transcode(
  from: {
    readonly path: string;
    readonly gzipped: boolean;
    readonly encoding: Encoding;
    readonly returnsOnly: boolean;
  },
  to: string,
): Promise<void> {
  await writeChunks(to, decoded(from.path, from.gzipped, from.encoding, from.returnsOnly));
}

/** Writes the unpacked bytes as they are. */
export async function unpack(path: string, to: string): Promise<void> {
  await writeChunks(to, copied(path));
}

async function* copied(path: string) {
  // The writer keeps a chunk longer than the reader's buffer lives.
  for await (const chunk of unpackedBytes(path, true)) yield Buffer.from(chunk);
}
