import { useAuditInView, usePresentation } from '../../parts/audit-in-view.ts';

export interface Question {
  readonly value: string;
  readonly label: string;
}

/** Questions of the newest audit, each check once; none for people who may not see audits. */
export function useQuestions(): readonly Question[] {
  const { id } = useAuditInView();
  const { data } = usePresentation(id);
  const first = new Map((data?.checks ?? []).map(({ id: check, question }) => [check, question]));
  return [...first].map(([value, label]) => ({ value, label }));
}
