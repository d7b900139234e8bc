import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { Zip, ZipDeflate } from 'fflate';
import { AppError } from '#domain/app-error.ts';

/** Pieces of a file follow each other; another name begins another file. */
type WritePiece = (file: string, piece: string) => Promise<void>;

/** A folder as one packed file, made while it is written: memory does not grow with it. Whoever stops reading ends the writing. */
export function packedFolder(fill: (write: WritePiece) => Promise<unknown>): Readable {
  const out = new PassThrough();
  const zip = new Zip((error, chunk) => void (error === null ? out.write(chunk) : out.destroy(error)));
  let open: { readonly name: string; readonly part: ZipDeflate } | null = null;
  const close = () => open?.part.push(new Uint8Array(), true);
  const begin = (name: string) => {
    close();
    const part = new ZipDeflate(name, { level: 6 });
    // The same content is the same file, whenever it was packed.
    part.mtime = '1980-01-01T12:00:00';
    zip.add(part);
    open = { name, part };
    return open;
  };
  const write: WritePiece = async (name, piece) => {
    if (out.destroyed) throw new AppError('stopped', 'nobody reads on');
    const { part } = open?.name === name ? open : begin(name);
    part.push(Buffer.from(piece), false);
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  };
  const packed = async () => {
    await fill(write);
    close();
    zip.end();
    out.end();
  };
  packed().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}
