import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { LanguageName, Name, RoleName } from './shapes.ts';

const Email = z.email().max(200);
const Password = z.string().min(12).max(128);
/** Of a one-time link: /welcome#<token>. It stays out of addresses and logs. */
const Token = z.string().min(20).max(200);

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  language: LanguageName,
});

/** What the sign-in page needs to know before anybody is signed in. */
export const getDoor = defineEndpoint({
  id: 'getDoor',
  method: 'GET',
  path: '/api/door',
  summary: 'How one can sign in here',
  access: 'public',
  reply: z.object({
    /** False until the first administrator has used the link that the terminal showed. */
    ready: z.boolean(),
    companyName: z.string(),
    password: z.boolean(),
    /** Name of the company sign-in (OpenID Connect); null where none is configured. */
    companySignIn: z.string().nullable(),
    programVersion: z.string(),
  }),
});

export const signIn = defineEndpoint({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  access: 'public',
  body: z.object({ email: Email, password: z.string().min(1).max(128) }),
  reply: Me,
});

/** Answers with the address of the company's sign-in page, where the browser is to go. */
export const beginCompanySignIn = defineEndpoint({
  id: 'beginCompanySignIn',
  method: 'POST',
  path: '/api/session/company',
  summary: 'Begin to sign in with the company account (OpenID Connect)',
  access: 'public',
  reply: z.object({ url: z.string() }),
});

export const signOut = defineEndpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  access: 'signedIn',
  status: 204,
  sends: 'nothing',
});

export const getMe = defineEndpoint({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, and in which roles',
  access: 'signedIn',
  reply: Me,
});

export const changeMe = defineEndpoint({
  id: 'changeMe',
  method: 'PUT',
  path: '/api/me',
  summary: 'Change one’s own name and language',
  access: 'signedIn',
  body: z.object({ name: Name, language: LanguageName }),
  reply: Me,
});

export const changePassword = defineEndpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change one’s own password; ends all other sessions',
  access: 'signedIn',
  body: z.object({ current: z.string().min(1).max(128), wanted: Password }),
  status: 204,
  sends: 'nothing',
});

const INVITATIONS = ['firstAdministrator', 'newPerson', 'newPassword'] as const;

export const lookAtInvitation = defineEndpoint({
  id: 'lookAtInvitation',
  method: 'POST',
  path: '/api/invitations/look',
  summary: 'What a one-time link is for',
  access: 'public',
  body: z.object({ token: Token }),
  reply: z.object({ kind: z.enum(INVITATIONS), name: z.string(), email: z.string() }),
});

export const acceptInvitation = defineEndpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Use a one-time link: choose name and password; signs in',
  access: 'public',
  body: z.object({ token: Token, name: Name, email: Email, password: Password, language: LanguageName }),
  reply: Me,
});
