import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { Role } from '#domain/role.ts';
import { createApiKey, listApiKeys } from '#endpoints/users.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { PEOPLE_WORDS } from './words.ts';

interface MakeKeyProps {
  readonly onClose: () => void;
  readonly onMade: (made: z.infer<typeof createApiKey.reply>) => void;
}

export function MakeKey({ onClose, onMade }: MakeKeyProps) {
  const words = useWords(PEOPLE_WORDS);
  const [name, setName] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const making = useMutation({
    mutationFn: () => api.call(createApiKey, { body: { name, roles, expiresOn } }),
    onSuccess: (made) => {
      void forget(listApiKeys);
      onMade(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={words.key.make} size="lg">
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={words.key.name}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={words.key.expires}
          type="date"
          required
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
        <RoleChoice roles={roles} onChange={setRoles} />
        {making.error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(making.error, words.offline)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={making.isPending} disabled={roles.length === 0}>
            {words.key.make}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
