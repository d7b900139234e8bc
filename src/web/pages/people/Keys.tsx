import { Alert, Button, Group, Modal, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { ROLE_WORDS } from '#domain/role-words.ts';
import { type ApiKey, type createApiKey, deleteApiKey, listApiKeys } from '#endpoints/users.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { MakeKey } from './MakeKey.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { PEOPLE_WORDS } from './words.ts';

type Key = z.infer<typeof ApiKey>;
type Made = z.infer<typeof createApiKey.reply>;

function EndKey({ apiKey, onClose }: { readonly apiKey: Key; readonly onClose: () => void }) {
  const { key: words, offline } = useWords(PEOPLE_WORDS);
  const ending = useMutation({
    mutationFn: () => api.call(deleteApiKey, { params: { id: apiKey.id } }),
    onSuccess: () => {
      onClose();
      return forget(listApiKeys);
    },
  });
  return (
    <Modal opened onClose={onClose} title={words.endTitle(apiKey.name)} centered>
      <Stack>
        <Text>{words.endText}</Text>
        {ending.error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(ending.error, offline)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
          <Button onClick={() => ending.mutate()} loading={ending.isPending}>
            {words.end}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Keys for programs: made with a secret that is shown once, ended at once. */
export function Keys({ apiKeys }: { readonly apiKeys: readonly Key[] }) {
  const { key: words, keys, roles: rolesLabel } = useWords(PEOPLE_WORDS);
  const roles = useWords(ROLE_WORDS);
  const format = useFormat();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [ending, setEnding] = useState<Key | null>(null);
  return (
    <Stack gap="md">
      <Text>{words.lead}</Text>
      <Group>
        <Button onClick={() => setMaking(true)}>{words.make}</Button>
      </Group>
      {apiKeys.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <WideTable label={keys} minWidth={640}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.name}</Table.Th>
                <Table.Th>{words.begins}</Table.Th>
                <Table.Th>{rolesLabel}</Table.Th>
                <Table.Th>{words.expires}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{words.end}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {apiKeys.map((apiKey) => (
                <Table.Tr key={apiKey.id}>
                  <Table.Th scope="row">{apiKey.name}</Table.Th>
                  <Table.Td>{`${apiKey.begins}…`}</Table.Td>
                  <Table.Td>{apiKey.roles.map((role) => roles[role].name).join('; ')}</Table.Td>
                  <Table.Td>{format.day(apiKey.expiresOn)}</Table.Td>
                  <Table.Td ta="right">
                    <Button variant="default" size="xs" onClick={() => setEnding(apiKey)}>
                      {words.end}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {making && (
        <MakeKey
          onClose={() => setMaking(false)}
          onMade={(fresh) => {
            setMaking(false);
            setMade(fresh);
          }}
        />
      )}
      {ending !== null && <EndKey apiKey={ending} onClose={() => setEnding(null)} />}
      {made !== null && (
        <ShownOnce
          title={words.secretTitle(made.apiKey.name)}
          text={words.secretText}
          note={null}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
    </Stack>
  );
}
