import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';
import { headersOf } from './asker.ts';
import { AUTH_PATH, COMPANY_PROVIDER } from './auth.ts';

/** Where the company's sign-in sends people back: the one address of better-auth that is open to the outside. */
export function companyCallback(app: FastifyInstance, { auth, settings }: Services): void {
  if (settings.companySignIn === null) return;
  app.get(`${AUTH_PATH}/callback/${COMPANY_PROVIDER}`, { schema: { hide: true } }, async (request, reply) => {
    const address = new URL(request.url, settings.publicUrl);
    const answer = await auth.handler(new Request(address, { headers: headersOf(request) }));
    for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    return reply.redirect(answer.headers.get('location') ?? '/?refused=company');
  });
}
