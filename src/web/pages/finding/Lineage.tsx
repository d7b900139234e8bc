import { Alert, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getLineage } from '#endpoints/lineage.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import { LineageTable } from './LineageTable.tsx';
import { LINEAGE_WORDS } from './lineage-words.ts';

interface LineageProps {
  readonly audit: string;
  readonly check: string;
}

function Found({ audit, check }: LineageProps) {
  const words = useWords(LINEAGE_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const mayRows = useMay('touchpointManager', 'headOfCare', 'analyst', 'dataProtection');
  const { data, error, refetch } = useQuery(ask(getLineage, { params: { id: audit, check }, query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  const { dataStand, tables, steps } = data;
  const imports = new Set(tables.flatMap(({ origins }) => origins.map(({ importId }) => importId))).size;
  return (
    <>
      {!dataStand && <Alert color="gray">{words.stale}</Alert>}
      <Text>
        {tables.length === 0
          ? words.none
          : words.lead(
              words.tables(format.count(tables.length), tables.length === 1),
              words.imports(format.count(imports), imports === 1),
            )}{' '}
        {dataStand && tables.length > 0 && words.only}
      </Text>
      {tables.map((table) => (
        <LineageTable key={table.name} table={table} />
      ))}
      {mayRows && tables.length > 0 && (
        <PageLink to="/data" search={{ view: 'rows' }} size="sm">
          {words.toRow}
        </PageLink>
      )}
      {steps.length > 0 && (
        <details>
          <summary>
            <strong>{words.steps}</strong> <span className="soft">{format.count(steps.length)}</span>
          </summary>
          <Stack gap="xs" pt="xs">
            <Text size="sm" className="soft">
              {words.stepsLead}
            </Text>
            <ol style={{ margin: 0, paddingLeft: 24 }}>
              {steps.map(({ name, meaning }) => (
                <li key={name} title={name}>
                  {meaning}
                </li>
              ))}
            </ol>
          </Stack>
        </details>
      )}
    </>
  );
}

/** From the number to the tables, imports and files it stands on, for those who may read both audits and imports. */
export function Lineage({ audit, check }: LineageProps) {
  const words = useWords(LINEAGE_WORDS);
  const may = useMay('touchpointManager', 'headOfCare', 'cfo', 'analyst', 'dataProtection', 'administrator');
  if (!may) return null;
  return (
    <Stack gap="sm" component="section">
      <Title order={3} size="h4">
        {words.title}
      </Title>
      <Found audit={audit} check={check} />
    </Stack>
  );
}
