import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { ROLE_WORDS } from '#domain/role-words.ts';
import type { inviteUser, User } from '#endpoints/users.ts';
import { useFormat, useWords } from '../../language.tsx';
import { WideTable } from '../../parts/WideTable.tsx';
import { ChangePerson } from './ChangePerson.tsx';
import { InvitePerson } from './InvitePerson.tsx';
import { ShownOnce } from './ShownOnce.tsx';
import { PEOPLE_WORDS } from './words.ts';

type Person = z.infer<typeof User>;
type Link = z.infer<typeof inviteUser.reply>;
type Dialog = { readonly kind: 'invite' } | { readonly kind: 'change'; readonly user: Person } | null;

/** Everybody with an account; inviting, changing and a new link end in a link that is shown once. */
export function Accounts({ users }: { readonly users: readonly Person[] }) {
  const words = useWords(PEOPLE_WORDS);
  const roles = useWords(ROLE_WORDS);
  const format = useFormat();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [link, setLink] = useState<Link | null>(null);
  const close = () => setDialog(null);
  const showLink = (made: Link) => {
    close();
    setLink(made);
  };
  return (
    <Stack gap="md">
      <Group>
        <Button onClick={() => setDialog({ kind: 'invite' })}>{words.invite}</Button>
      </Group>
      <WideTable label={words.people} minWidth={720}>
        <Table verticalSpacing="sm" aria-label={words.people}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.roles}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.since}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{words.changeShort}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <Table.Tr key={user.id}>
                <Table.Th scope="row" fw={650}>
                  {user.name}
                  <Text size="sm" className="soft" style={{ overflowWrap: 'anywhere' }}>
                    {user.email}
                  </Text>
                </Table.Th>
                <Table.Td>{user.roles.map((role) => roles[role].name).join('; ')}</Table.Td>
                <Table.Td>{words.states[user.state]}</Table.Td>
                <Table.Td>{format.day(user.createdAt.slice(0, 10))}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={words.change(user.name)}
                    onClick={() => setDialog({ kind: 'change', user })}
                  >
                    {words.changeShort}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {dialog?.kind === 'invite' && <InvitePerson onClose={close} onInvited={showLink} />}
      {dialog?.kind === 'change' && <ChangePerson user={dialog.user} onClose={close} onLink={showLink} />}
      {link !== null && (
        <ShownOnce
          title={words.link.title(link.user.name)}
          text={words.link.text}
          note={words.link.until(format.instant(link.linkEndsAt, null))}
          secret={link.link}
          onClose={() => setLink(null)}
        />
      )}
    </Stack>
  );
}
