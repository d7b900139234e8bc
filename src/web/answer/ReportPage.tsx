import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '../language.tsx';
import { useAuditInView, usePresentation, useReport } from '../parts/audit-in-view.ts';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageButton, PageLink } from '../parts/PageLink.tsx';
import type { ReportView } from './view.ts';
import { ANSWER_WORDS } from './words.ts';

interface ReportPageProps {
  readonly children: (view: ReportView) => ReactNode;
}

function NoAudit() {
  const { empty } = useWords(ANSWER_WORDS);
  return (
    <Stack align="flex-start">
      <Title>{empty.title}</Title>
      <Text>{empty.text}</Text>
      <PageButton to="/data">{empty.button}</PageButton>
    </Stack>
  );
}

/** A page that answers from the audit in view; says so where there is none, or where the data have moved on since. */
export function ReportPage({ children }: ReportPageProps) {
  const words = useWords(ANSWER_WORDS);
  const format = useFormat();
  const inView = useAuditInView();
  const report = useReport(inView.id);
  const spoken = usePresentation(inView.id);
  const error = inView.error ?? report.error ?? spoken.error;
  if (error !== null) return <Failure error={error} again={() => void inView.refetch()} />;
  if (inView.isPending) return <Loading />;
  if (inView.id === null) return <NoAudit />;
  if (report.data === undefined || spoken.data === undefined) return <Loading />;
  return (
    <Stack gap="xl">
      {!report.data.dataStand && (
        <Alert color="gray" variant="outline">
          <Text>{words.stale}</Text>
          <PageLink to="/">{words.staleButton}</PageLink>
        </Alert>
      )}
      {children({ audit: report.data, report: report.data.report, spoken: spoken.data })}
      <Text className="soft" size="sm">
        {words.asOf(format.day(report.data.asOf))}
      </Text>
    </Stack>
  );
}
