import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { compareAudits } from '#endpoints/audits.ts';
import { ask } from '../../api.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { AuditPicker } from '../../parts/AuditPicker.tsx';
import { useAuditInView, usePresentation } from '../../parts/audit-in-view.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageButton } from '../../parts/PageLink.tsx';
import './changes.css';
import { Comparison } from './Comparison.tsx';
import { CHANGES_WORDS } from './words.ts';

function NothingToCompare() {
  const { fewer } = useWords(CHANGES_WORDS);
  return (
    <Stack align="flex-start">
      <Title>{fewer.title}</Title>
      <Text>{fewer.text}</Text>
      <PageButton to="/">{fewer.button}</PageButton>
    </Stack>
  );
}

function Compared({ after, before }: { readonly after: string; readonly before: string }) {
  const { language } = useLanguage();
  const spoken = usePresentation(after);
  const { data, error, refetch } = useQuery(ask(compareAudits, { params: { id: after, before }, query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={4} />;
  return <Comparison comparison={data} currency={spoken.data?.currency ?? 'EUR'} />;
}

/** Two audits side by side; the address says which. */
export function ChangesPage() {
  const words = useWords(CHANGES_WORDS);
  const search = useSearch({ from: '/house/changes' });
  const navigate = useNavigate({ from: '/changes' });
  const { list, summary, isPending, error, refetch } = useAuditInView();
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (isPending) return <Loading />;
  if (summary === null || list.length < 2) return <NothingToCompare />;
  const wanted = list.find(({ id }) => id === search.before && id !== summary.id);
  const earlier = list[list.indexOf(summary) + 1] ?? list.find(({ id }) => id !== summary.id);
  const before = (wanted ?? earlier)?.id ?? summary.id;
  const show = (pair: { readonly audit: string; readonly before: string }) => void navigate({ search: pair });
  return (
    <Stack gap="lg">
      <Title>{words.title}</Title>
      <Group align="flex-end" className="no-print">
        <AuditPicker
          label={words.before}
          audits={list.filter(({ id }) => id !== summary.id)}
          value={before}
          onChange={(id) => show({ audit: summary.id, before: id })}
        />
        <AuditPicker
          label={words.after}
          audits={list.filter(({ id }) => id !== before)}
          value={summary.id}
          onChange={(id) => show({ audit: id, before })}
        />
        <Button variant="default" onClick={() => show({ audit: before, before: summary.id })}>
          {words.swap}
        </Button>
      </Group>
      <Compared after={summary.id} before={before} />
    </Stack>
  );
}
