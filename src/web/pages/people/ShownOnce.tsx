import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../language.tsx';
import { PEOPLE_WORDS } from './words.ts';

interface ShownOnceProps {
  readonly title: string;
  readonly text: string;
  readonly note: string | null;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A link or key that the server will never show again. It cannot be closed by a stray click. */
export function ShownOnce({ title, text, note, secret, onClose }: ShownOnceProps) {
  const { link: words } = useWords(PEOPLE_WORDS);
  return (
    <Modal opened onClose={onClose} title={title} centered closeOnClickOutside={false} size="lg">
      <Stack>
        <Text>{text}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        {note !== null && <Text className="soft">{note}</Text>}
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
