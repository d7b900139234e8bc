import { Button, Collapse, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../../language.tsx';
import { IMPORT_WORDS } from './words.ts';

interface MappingFormProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onCheck: () => void;
  readonly checking: boolean;
}

/** The optional mapping file; checking again is the way to see what it does. */
export function MappingForm({ text, onChange, onCheck, checking }: MappingFormProps) {
  const { mapping: words } = useWords(IMPORT_WORDS);
  const [opened, { toggle }] = useDisclosure(text !== '');
  return (
    <Stack gap="sm">
      <UnstyledButton onClick={toggle} aria-expanded={opened} fw={650} td="underline">
        {words.title}
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Stack gap="sm" align="flex-start">
          <Text className="soft">{words.text}</Text>
          <Textarea
            label={words.label}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={20}
            w="100%"
            styles={{ input: { fontFamily: 'monospace' } }}
            spellCheck={false}
          />
          <Button variant="default" onClick={onCheck} loading={checking}>
            {words.again}
          </Button>
        </Stack>
      </Collapse>
    </Stack>
  );
}
