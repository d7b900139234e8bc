import { Checkbox, Stack } from '@mantine/core';
import { ROLES, type Role } from '#domain/role.ts';
import { ROLE_WORDS } from '#domain/role-words.ts';
import { useWords } from '../../language.tsx';
import { PEOPLE_WORDS } from './words.ts';

interface RoleChoiceProps {
  readonly roles: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
}

/** Roles with what each may do. */
export function RoleChoice({ roles, onChange }: RoleChoiceProps) {
  const words = useWords(PEOPLE_WORDS);
  const names = useWords(ROLE_WORDS);
  return (
    <Checkbox.Group
      label={words.roles}
      description={words.rolesHint}
      value={[...roles]}
      onChange={(chosen) => onChange(ROLES.filter((role) => chosen.includes(role)))}
    >
      <Stack gap="sm" mt="xs">
        {ROLES.map((role) => (
          <Checkbox key={role} value={role} label={names[role].name} description={names[role].may} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
