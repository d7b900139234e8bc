import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { downloadRefusedRows, getReceipt, listImports } from '#endpoints/company-data.ts';
import { addressOf } from '#endpoints/endpoint.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import { FileList } from './FileList.tsx';
import { Problems } from './Problems.tsx';
import { sumsOf } from './receipt-sums.ts';
import { UndoImport } from './UndoImport.tsx';
import { IMPORT_WORDS } from './words.ts';

/** What one import did, every row and column counted; to be undone as a whole. */
export function ReceiptPage() {
  const words = useWords(IMPORT_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const { importId } = useParams({ from: '/house/data/imports/$importId' });
  const mayLoad = useMay('analyst', 'administrator');
  const ledger = useQuery(ask(listImports));
  const { data, error, refetch } = useQuery(ask(getReceipt, { params: { importId }, query: { language } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const { files, importDay, rowsReplaced } = data.receipt;
  const sums = sumsOf(files);
  const undone = ledger.data?.imports.find((line) => String(line.importId) === importId)?.state === 'undone';
  return (
    <Stack gap="lg">
      <PageLink to="/data" search={{ view: 'imports' }} size="sm">
        {words.back}
      </PageLink>
      <Stack gap="xs">
        <Title>{words.title.receipt(importId)}</Title>
        <Text size="lg">{words.receipt.answer({ ...sums, day: importDay.slice(0, 10) }, format)}</Text>
        {rowsReplaced > 0 && <Text>{words.receipt.replaced(format.count(rowsReplaced))}</Text>}
        {undone && <Alert color="gray">{words.receipt.undone}</Alert>}
      </Stack>
      {mayLoad && (
        <Group>
          {sums.rowsRefused + sums.valuesRefused > 0 && (
            <Button
              variant="default"
              component="a"
              href={addressOf(downloadRefusedRows, { importId })}
              download={`refused-${importId}.csv`}
            >
              {words.receipt.refusedRows}
            </Button>
          )}
          {!undone && <UndoImport importId={importId} files={files} />}
        </Group>
      )}
      <Problems shown={data} />
      <FileList files={files} proposed={[]} />
    </Stack>
  );
}
