import { Stack, Text, Title } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useWords } from '../../language.tsx';
import { useAuditInView, usePresentation, useReport } from '../../parts/audit-in-view.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import { Finding } from './Finding.tsx';
import './finding.css';
import { FINDING_WORDS } from './words.ts';

function Missing() {
  const { missing } = useWords(FINDING_WORDS);
  return (
    <Stack align="flex-start">
      <Title>{missing.title}</Title>
      <Text>{missing.text}</Text>
      <PageButton to="/">{missing.button}</PageButton>
    </Stack>
  );
}

/** One question of an audit with its answer and all that supports it. */
export function FindingPage() {
  const { check: id } = useParams({ from: '/house/finding/$check' });
  const { reference } = useSearch({ from: '/house/finding/$check' });
  const inView = useAuditInView();
  const spoken = usePresentation(inView.id);
  const report = useReport(inView.id);
  const error = inView.error ?? spoken.error ?? report.error;
  if (error !== null) return <Failure error={error} again={() => void inView.refetch()} />;
  if (inView.isPending) return <Loading />;
  if (inView.summary === null) return <Missing />;
  if (spoken.data === undefined || report.data === undefined) return <Loading rows={4} />;
  const isAsked = (check: { readonly id: string; readonly reference: string }) =>
    check.id === id && (reference === undefined || check.reference === reference);
  const check = report.data.report.checks.find(isAsked);
  const words = spoken.data.checks.find(isAsked);
  if (check === undefined || words === undefined) return <Missing />;
  return (
    <Finding
      key={`${id} ${check.reference}`}
      audit={inView.summary}
      report={report.data.report}
      spoken={spoken.data}
      check={check}
      words={words}
    />
  );
}
