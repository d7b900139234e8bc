export type Value = string | number | boolean | null;
export type Rows = readonly (readonly Value[])[];

/** Rows that become a file, page by page. */
export interface RowSource {
  readonly columns: readonly string[];
  readonly total: number;
  readonly pages: () => AsyncIterable<Rows>;
}
