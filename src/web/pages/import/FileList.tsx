import { Accordion, Stack, Text, Title } from '@mantine/core';
import { useFormat, useWords } from '../../language.tsx';
import { FileColumns, type Proposed } from './FileColumns.tsx';
import { type FileReceipt, fileName, wantsALook } from './receipt-sums.ts';
import { IMPORT_WORDS } from './words.ts';

interface FileListProps {
  readonly files: readonly FileReceipt[];
  readonly proposed: readonly Proposed[];
}
const FEW = 2;

/** Becomes part of an id, where a blank would end it. */
const keyOf = ({ path, table }: FileReceipt) => encodeURIComponent(`${path} ${table}`);

/** Every file in every table; those stand open where something was refused or not taken by its own name. */
export function FileList({ files, proposed }: FileListProps) {
  const { columns: words } = useWords(IMPORT_WORDS);
  const format = useFormat();
  const open = files.filter((file) => files.length <= FEW || wantsALook(file)).map(keyOf);
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Accordion multiple order={3} defaultValue={open} keepMounted={false}>
        {files.map((file) => (
          <Accordion.Item key={keyOf(file)} value={keyOf(file)}>
            <Accordion.Control>
              <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
                {words.file(fileName(file.path), file.table)}
              </Text>
              <Text size="sm" className="soft">
                {words.rows({ read: file.rowsRead, imported: file.rowsImported, refused: file.rowsRefused }, format)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <FileColumns file={file} proposed={proposed} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}
