import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { getAudit, getPresentation, listAudits } from '#endpoints/audits.ts';
import { ask } from '../api.ts';
import { useLanguage } from '../language.tsx';

/** The audit that the address names, or the newest one; `id` is null while there is none. */
export function useAuditInView() {
  const search = useSearch({ strict: false });
  const audits = useQuery(ask(listAudits));
  const wanted = 'audit' in search && typeof search.audit === 'string' ? search.audit : null;
  const list = audits.data?.audits ?? [];
  const summary = list.find(({ id }) => id === wanted) ?? list[0] ?? null;
  return { ...audits, list, summary, id: summary?.id ?? null };
}

/** The report of an audit: numbers and ids. */
export const useReport = (id: string | null) =>
  useQuery({ ...ask(getAudit, { params: { id: id ?? '' } }), enabled: id !== null });

/** The same report in words. */
export function usePresentation(id: string | null) {
  const { language } = useLanguage();
  return useQuery({ ...ask(getPresentation, { params: { id: id ?? '' }, query: { language } }), enabled: id !== null });
}
