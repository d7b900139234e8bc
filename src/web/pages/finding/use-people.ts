import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { listAffected } from '#endpoints/affected.ts';
import { api } from '../../api.ts';

const PAGE = 200;

/** What the address says about the list, as the server wants it. */
export function usePeopleFilter() {
  const search = useSearch({ from: '/house/finding/$check' });
  return {
    search: search.people ?? '',
    column: search.peopleColumn !== undefined && search.peopleValue !== undefined ? search.peopleColumn : '',
    value: search.peopleColumn !== undefined ? (search.peopleValue ?? '') : '',
    sort: search.peopleBy ?? '',
    descending: search.peopleDown === true,
  };
}

export type PeopleFilter = ReturnType<typeof usePeopleFilter>;

/** The list page by page, sorted and filtered by the server. */
export function usePeople(audit: string, check: string, filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: [listAffected.id, audit, check, filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(listAffected, {
        params: { id: audit, check },
        query: { ...filter, offset: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return loaded < last.total && last.rows.length > 0 ? loaded : undefined;
    },
    placeholderData: (before) => before,
  });
}
