import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table';
import type { GroupRow } from './group-rows.ts';

export const GROUP_FEATURES = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
  filterFns: { includesString: filterFn_includesString },
});

const helper = createColumnHelper<typeof GROUP_FEATURES, GroupRow>();
// A group without a number stands last, whichever way it is sorted.
const numeric = { sortFn: 'basic', sortUndefined: 'last', enableColumnFilter: false } as const;

/** What can be sorted by; the name can be searched. */
export const GROUP_COLUMNS = helper.columns([
  helper.accessor('label', { id: 'label', sortFn: 'alphanumeric', filterFn: 'includesString' }),
  helper.accessor(({ value }) => value ?? undefined, { id: 'value', ...numeric }),
  helper.accessor(({ size }) => size ?? undefined, { id: 'size', ...numeric }),
  helper.accessor('outcome', { id: 'outcome', sortFn: 'basic', enableColumnFilter: false }),
]);
export const GROUP_COLUMN_IDS = ['label', 'value', 'size', 'outcome'] as const;
