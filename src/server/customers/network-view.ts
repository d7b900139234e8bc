import { type NetworkPicture, networkPicture } from '#care/network-picture.ts';
import { DEFAULT_AUDIT_SETTINGS } from '#domain/audit-settings.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { DataStore } from '../data/data-store.ts';
import { tiesCounted, tiesShown } from './network-query.ts';

export interface NetworkView extends NetworkPicture {
  readonly asOf: string;
  readonly ties: number;
  readonly sampled: boolean;
  readonly minimum: number;
}

/** The ties of the store as a picture without anybody in it. @throws AppError argumentInvalid while the store holds no day */
export async function networkView(
  { warehouse, data }: { readonly warehouse: Warehouse; readonly data: DataStore },
  limit: number,
): Promise<NetworkView> {
  const minimum = DEFAULT_AUDIT_SETTINGS.minimumCell;
  const asOf = await data.latestDay();
  const ties = (await warehouse.rows(tiesCounted(asOf)))[0]?.ties ?? 0;
  const found = await warehouse.columns(tiesShown(asOf, Math.ceil(Math.max(1, ties) / limit), limit));
  const texts = (name: string) => (found[name] ?? []).map(String);
  const flags = (name: string) => (found[name] ?? []).map((flag) => Number(flag) === 1);
  const shown = {
    sources: texts('a'),
    targets: texts('b'),
    sourcesThere: flags('a_there'),
    targetsThere: flags('b_there'),
  };
  return { asOf, ties, sampled: shown.sources.length < ties, minimum, ...networkPicture(shown, minimum) };
}
