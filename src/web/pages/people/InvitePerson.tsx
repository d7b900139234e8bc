import { Alert, Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { Role } from '#domain/role.ts';
import { inviteUser, listUsers } from '#endpoints/users.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { PEOPLE_WORDS } from './words.ts';

interface InvitePersonProps {
  readonly onClose: () => void;
  readonly onInvited: (made: z.infer<typeof inviteUser.reply>) => void;
}

export function InvitePerson({ onClose, onInvited }: InvitePersonProps) {
  const words = useWords(PEOPLE_WORDS);
  const spoken = useLanguage();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState(spoken.language);
  const [roles, setRoles] = useState<Role[]>([]);
  const inviting = useMutation({
    mutationFn: () => api.call(inviteUser, { body: { name, email, roles, language } }),
    onSuccess: (made) => {
      void forget(listUsers);
      onInvited(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inviting.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={words.invite} size="lg">
      <Stack component="form" onSubmit={submit}>
        <TextInput
          label={words.name}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label={words.email}
          type="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={words.language}
          value={language}
          onChange={(value) => setLanguage(value === 'de' ? 'de' : 'en')}
          data={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <RoleChoice roles={roles} onChange={setRoles} />
        {inviting.error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(inviting.error, words.offline)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={inviting.isPending} disabled={roles.length === 0}>
            {words.inviteSubmit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
