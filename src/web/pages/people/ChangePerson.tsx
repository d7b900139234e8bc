import { Alert, Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Role } from '#domain/role.ts';
import { changeUser, type inviteUser, listUsers, renewUserLink, type User } from '#endpoints/users.ts';
import { api, forget, sentenceOf } from '../../api.ts';
import { useWords } from '../../language.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { PEOPLE_WORDS } from './words.ts';

interface ChangePersonProps {
  readonly user: z.infer<typeof User>;
  readonly onClose: () => void;
  readonly onLink: (made: z.infer<typeof inviteUser.reply>) => void;
}

export function ChangePerson({ user, onClose, onLink }: ChangePersonProps) {
  const words = useWords(PEOPLE_WORDS);
  const [roles, setRoles] = useState<Role[]>(user.roles);
  const [locked, setLocked] = useState(user.state === 'locked');
  const params = { id: user.id };
  const changing = useMutation({
    mutationFn: () => api.call(changeUser, { params, body: { version: user.version, roles, locked } }),
    onSuccess: () => {
      onClose();
      return forget(listUsers);
    },
  });
  const renewing = useMutation({
    mutationFn: () => api.call(renewUserLink, { params }),
    onSuccess: (made) => {
      void forget(listUsers);
      onLink(made);
    },
  });
  const error = changing.error ?? renewing.error;
  return (
    <Modal opened onClose={onClose} title={words.change(user.name)} size="lg">
      <Stack>
        <RoleChoice roles={roles} onChange={setRoles} />
        <Switch
          label={words.lock}
          description={words.lockHint}
          checked={locked}
          onChange={(event) => setLocked(event.currentTarget.checked)}
        />
        <Text className="soft">{words.changeText}</Text>
        {error !== null && (
          <Alert color="gray" role="alert">
            {sentenceOf(error, words.offline)}
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={() => renewing.mutate()} loading={renewing.isPending}>
            {words.newLink}
          </Button>
          <Group>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button onClick={() => changing.mutate()} loading={changing.isPending} disabled={roles.length === 0}>
              {words.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
