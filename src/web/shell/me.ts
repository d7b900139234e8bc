import { useSuspenseQuery } from '@tanstack/react-query';
import type { Role } from '#domain/role.ts';
import { getMe } from '#endpoints/session.ts';
import { ask } from '../api.ts';

/** Who is signed in. Only inside the gate. */
export const useMe = () => useSuspenseQuery(ask(getMe)).data;

/** Whether the person holds one of the roles. */
export function useMay(...roles: readonly Role[]): boolean {
  const me = useMe();
  return roles.some((role) => me.roles.includes(role));
}
