import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { downloadReportPage } from '#endpoints/audits.ts';
import { addressOf } from '#endpoints/endpoint.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { AuditPicker } from '../../parts/AuditPicker.tsx';
import { useAuditInView, usePresentation, useReport } from '../../parts/audit-in-view.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton, PageLink } from '../../parts/PageLink.tsx';
import type { AuditSummary } from '../../parts/report-shape.ts';
import { ChangesSince } from './ChangesSince.tsx';
import './home.css';
import { AuditAtWork, StartAudit } from './StartAudit.tsx';
import { Trend } from './Trend.tsx';
import { TwoClassMap } from './TwoClassMap.tsx';
import { HOME_WORDS } from './words.ts';

function NoAudit() {
  const { empty } = useWords(HOME_WORDS);
  return (
    <Stack align="flex-start">
      <Title>{empty.title}</Title>
      <Text>{empty.text}</Text>
      <AuditAtWork />
      <Group>
        <StartAudit />
        <PageButton to="/data" variant="default">
          {empty.button}
        </PageButton>
      </Group>
    </Stack>
  );
}

interface HeadProps {
  readonly list: readonly AuditSummary[];
  readonly summary: AuditSummary;
  readonly lead: ReactNode;
}

function Head({ list, summary, lead }: HeadProps) {
  const words = useWords(HOME_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const page = addressOf(downloadReportPage, { id: summary.id }, { language });
  return (
    <Stack gap="sm">
      <Title>{words.title}</Title>
      <Text size="lg">{lead}</Text>
      <Text className="soft">{words.asOf(format.day(summary.asOf))}</Text>
      <Group align="flex-end" className="no-print">
        <AuditPicker
          audits={list}
          value={summary.id}
          onChange={(audit) => void navigate({ to: '/', search: { audit } })}
        />
        <StartAudit />
        <Button component="a" href={page} target="_blank" rel="noreferrer" variant="default">
          {words.page}
        </Button>
      </Group>
      {summary.id !== list[0]?.id && (
        <Text>
          {words.older}{' '}
          <PageLink to="/" search={{}}>
            {words.newest}
          </PageLink>
        </Text>
      )}
      {!summary.dataStand && (
        <Alert color="gray" title={words.stale.title}>
          {words.stale.text}
        </Alert>
      )}
      <AuditAtWork />
    </Stack>
  );
}

export function HomePage() {
  const inView = useAuditInView();
  const { id, list, summary } = inView;
  const spoken = usePresentation(id);
  const report = useReport(id);
  const error = inView.error ?? spoken.error ?? report.error;
  if (error !== null) return <Failure error={error} again={() => void inView.refetch()} />;
  if (inView.isPending) return <Loading />;
  if (summary === null) return <NoAudit />;
  if (spoken.data === undefined || report.data === undefined) return <Loading rows={5} />;
  const before = list[list.indexOf(summary) + 1];
  return (
    <Stack gap="xl">
      <Head list={list} summary={summary} lead={spoken.data.lead} />
      <Trend audit={summary} list={list} />
      {before !== undefined && <ChangesSince audit={summary} before={before} />}
      <TwoClassMap audit={summary.id} spoken={spoken.data} report={report.data.report} />
    </Stack>
  );
}
