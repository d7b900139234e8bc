import {
  changeUser,
  createApiKey,
  deleteApiKey,
  inviteUser,
  listApiKeys,
  listColleagues,
  listUsers,
  renewUserLink,
} from '#endpoints/users.ts';
import * as apiKeys from '#register/api-keys.ts';
import type { Actor } from '#register/edge.ts';
import { linkFor } from '#register/invitations.ts';
import { addPerson, changePerson, listPeople } from '#register/people.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

/** The token stands behind #, so that it reaches no log and no other server. */
export const linkAddress = (publicUrl: string, token: string) => `${publicUrl}/welcome#${token}`;

export function userRoutes(router: Router, { register, settings }: Services): void {
  const withLink = async (actor: Actor, userId: string) => {
    const { person, token, endsAt } = await linkFor(register, actor, userId);
    return { user: person, link: linkAddress(settings.publicUrl, token), linkEndsAt: endsAt };
  };

  router.add(listUsers, async () => ({ users: await listPeople(register) }));
  router.add(inviteUser, async ({ asker, body }) => withLink(asker, (await addPerson(register, asker, body)).id));
  router.add(renewUserLink, ({ asker, params }) => withLink(asker, params.id));
  router.add(changeUser, ({ asker, params, body }) => changePerson(register, asker, params.id, body));
  router.add(listColleagues, async () => ({
    colleagues: (await listPeople(register))
      .filter((person) => person.state !== 'locked')
      .map(({ id, name }) => ({ id, name })),
  }));

  router.add(listApiKeys, async () => ({ apiKeys: await apiKeys.listApiKeys(register) }));
  router.add(createApiKey, ({ asker, body }) => apiKeys.createApiKey(register, asker, body));
  router.add(deleteApiKey, async ({ asker, params }) => {
    await apiKeys.deleteApiKey(register, asker, params.id);
    return null;
  });
}
