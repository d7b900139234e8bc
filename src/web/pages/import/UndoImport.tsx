import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { listAudits } from '#endpoints/audits.ts';
import { getInventory, getReadiness, getReceipt, listImports, undoImport } from '#endpoints/company-data.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { type FileReceipt, sumsOf } from './receipt-sums.ts';
import { IMPORT_WORDS } from './words.ts';

interface UndoImportProps {
  readonly importId: string;
  readonly files: readonly FileReceipt[];
}

/** Takes an import back as a whole, after saying what leaves the store. */
export function UndoImport({ importId, files }: UndoImportProps) {
  const { receipt: words, offline } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure();
  const undoing = useMutation({
    mutationFn: () => api.call(undoImport, { params: { importId } }),
    onSuccess: async () => {
      close();
      await forget(listImports, getReceipt, getInventory, getReadiness, listAudits);
    },
  });
  const tables = [...new Set(files.filter(({ rowsImported }) => rowsImported > 0).map(({ table }) => table))];
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.undo}
      </Button>
      <Modal opened={opened} onClose={close} title={words.undoTitle} centered>
        <Stack>
          <Text>{words.undoText(format.count(sumsOf(files).rowsImported), tables.join(', '))}</Text>
          <Text>{words.undoAudits}</Text>
          <Text className="soft">{words.undoStays}</Text>
          {undoing.error !== null && <Text role="alert">{sentenceOf(undoing.error, offline)}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {words.keep}
            </Button>
            <Button onClick={() => undoing.mutate()} loading={undoing.isPending}>
              {words.undo}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
