import type { FastifyRequest } from 'fastify';
import { AppError } from '#domain/app-error.ts';
import type { Access } from '#endpoints/endpoint.ts';
import type { Asker } from './asker.ts';

/** @throws AppError notSignedIn or forbidden */
export function requireAccess(access: Access, asker: Asker | null): void {
  if (access === 'public') return;
  if (asker === null) throw new AppError('notSignedIn', 'no valid session or key');
  if (access === 'signedIn' || access.some((role) => asker.roles.includes(role))) return;
  throw new AppError('forbidden', `needs one of ${access.join(', ')}`);
}

/**
 * Browsers say which site a request comes from; another site must not use the session of ours, nor sign somebody in.
 * @throws AppError originRefused
 */
export function requireOwnOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new AppError('originRefused', String(site));
  const { origin } = request.headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  const own = URL.canParse(origin) && new URL(origin).host === request.headers.host;
  if (!own) throw new AppError('originRefused', origin);
}
