import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReplyOf } from '#endpoints/endpoint.ts';
import { judgeByRule, type listRulePacks, listRuleRows } from '#endpoints/rules.ts';
import { api, ask } from '../../api.ts';
import { useLanguage } from '../../language.tsx';
import type { RuleSearch } from './rule-search.ts';

export type Pack = ReplyOf<typeof listRulePacks>['packs'][number];
export type Judged = ReplyOf<typeof judgeByRule>;
export type RuleRow = ReplyOf<typeof listRuleRows>['rows'][number];

const PAGE = 40;

/** The day and the business that were asked about, as the server wants them. */
export const scopeOf = ({ asOf, lines, products }: RuleSearch) => ({
  ...(asOf === undefined ? {} : { asOf }),
  lines: lines ?? '',
  products: products ?? '',
});

export function useVerdict(pack: string, search: RuleSearch) {
  const { language } = useLanguage();
  return useQuery(ask(judgeByRule, { params: { id: pack }, query: { ...scopeOf(search), language } }));
}

/** Judged contracts or tariffs page by page, filtered by the server, the dearest first. */
export function useRuleRows(pack: string, search: RuleSearch) {
  const query = {
    ...scopeOf(search),
    result: search.result ?? ('' as const),
    reason: search.reason ?? '',
    search: search.search ?? '',
  };
  return useInfiniteQuery({
    queryKey: [listRuleRows.id, pack, query],
    queryFn: ({ pageParam, signal }) =>
      api.call(listRuleRows, { params: { id: pack }, query: { ...query, offset: pageParam, limit: PAGE }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return loaded < last.total && last.rows.length > 0 ? loaded : undefined;
    },
    placeholderData: (before) => before,
  });
}
