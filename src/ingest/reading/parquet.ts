import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { refusal } from '../refusal.ts';

/** Column names and number of rows of a Parquet file, from its footer. @throws AppError fileUnreadable (brokenParquet) */
export async function parquetFooter(
  file: string,
  path: string,
): Promise<{ readonly headers: readonly string[]; readonly rows: number }> {
  try {
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
    const headers = parquetSchema(metadata).children.map(({ element }) => element.name);
    return { headers, rows: Number(metadata.num_rows) };
  } catch (cause) {
    throw refusal('brokenParquet', { file, reason: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** The first rows, typed as the file has them; none where they are packed in a way that only the engine can read. */
export async function parquetRows(path: string, most: number): Promise<readonly Readonly<Record<string, unknown>>[]> {
  try {
    const file = await asyncBufferFromFile(path);
    return await parquetReadObjects({ file, rowEnd: most, compressors });
  } catch {
    // The import itself says what is wrong with the file; here its values are only looked at.
    return [];
  }
}
