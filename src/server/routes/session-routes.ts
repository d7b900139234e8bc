import type { FastifyReply } from 'fastify';
import { AppError } from '#domain/app-error.ts';
import {
  acceptInvitation,
  beginCompanySignIn,
  changeMe,
  changePassword,
  getDoor,
  getMe,
  lookAtInvitation,
  signIn,
  signOut,
} from '#endpoints/session.ts';
import { companySettings } from '#register/company-settings.ts';
import * as invitations from '#register/invitations.ts';
import { note } from '#register/log.ts';
import { changeSelf, findPerson, type Person, personByEmail, withoutAdministrator } from '#register/people.ts';
import type { Register } from '#register/register.ts';
import { type Asker, headersOf } from '../door/asker.ts';
import { COMPANY_PROVIDER } from '../door/auth.ts';
import type { Router } from '../route.ts';
import type { Services } from '../services.ts';

const meOf = ({ id, name, email, roles, language }: Person) => ({ id, name, email, roles, language });

async function personOf(register: Register, asker: Asker): Promise<Person> {
  const person = await findPerson(register, asker.id);
  // Keys and the command line are nobody: they have no account to look at or to change.
  if (person === null) throw new AppError('forbidden', 'a key has no account');
  return person;
}

function handCookies(reply: FastifyReply, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
}

async function enter(
  { auth, register }: Services,
  reply: FastifyReply,
  email: string,
  password: string,
): Promise<Person> {
  const person = await personByEmail(register, email);
  const answer = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  // The password is tried even for unknown and locked people, so that the time taken tells nothing.
  if (!answer.ok || person === null || person.state !== 'active') {
    await note(register, {
      actor: { id: '', name: '' },
      event: 'signInRefused',
      subject: person?.id ?? '',
      details: {},
    });
    throw new AppError('signInRefused', 'wrong e-mail or password, or locked');
  }
  handCookies(reply, answer);
  await note(register, { actor: person, event: 'signedIn', subject: person.id, details: {} });
  return person;
}

export function sessionRoutes(router: Router, services: Services): void {
  const { auth, register, settings } = services;

  router.add(getDoor, async () => ({
    ready: !(await withoutAdministrator(register)),
    companyName: (await companySettings(register)).companyName,
    password: true,
    companySignIn: settings.companySignIn,
    programVersion: settings.programVersion,
  }));

  router.add(signIn, async ({ body, reply }) => meOf(await enter(services, reply, body.email, body.password)));

  router.add(beginCompanySignIn, async ({ reply }) => {
    if (settings.companySignIn === null) throw new AppError('notFound', 'no company sign-in is configured');
    const answer = await auth.api.signInSocial({
      body: {
        provider: COMPANY_PROVIDER,
        callbackURL: '/',
        errorCallbackURL: '/?refused=company',
        disableRedirect: true,
      },
      returnHeaders: true,
    });
    for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    return { url: answer.response.url ?? '' };
  });

  router.add(signOut, async ({ request, reply }) => {
    handCookies(reply, await auth.api.signOut({ headers: headersOf(request), asResponse: true }));
    return null;
  });

  router.add(getMe, async ({ asker }) => meOf(await personOf(register, asker)));

  router.add(changeMe, async ({ asker, body }) => {
    const { id } = await personOf(register, asker);
    return meOf(await changeSelf(register, id, body));
  });

  router.add(changePassword, async ({ asker, body, request, reply }) => {
    await personOf(register, asker);
    const change = { currentPassword: body.current, newPassword: body.wanted, revokeOtherSessions: true };
    const answer = await auth.api.changePassword({ body: change, headers: headersOf(request), asResponse: true });
    if (!answer.ok) throw new AppError('signInRefused', 'the current password is wrong');
    handCookies(reply, answer);
    await note(register, { actor: asker, event: 'passwordChanged', subject: asker.id, details: {} });
    return null;
  });

  router.add(lookAtInvitation, ({ body }) => invitations.lookAtInvitation(register, body.token));

  router.add(acceptInvitation, async ({ body, reply }) => {
    const { password, token, ...given } = body;
    const { hash } = (await auth.$context).password;
    const person = await invitations.acceptInvitation(register, token, {
      ...given,
      passwordHash: await hash(password),
    });
    return meOf(await enter(services, reply, person.email, password));
  });
}
