import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import type { Register } from '#register/register.ts';

/** The company's own sign-in by OpenID Connect. People must have been added before; nobody gets in by it alone. */
export interface CompanySignIn {
  readonly name: string;
  /** .../.well-known/openid-configuration */
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const COMPANY_PROVIDER = 'company';
export const AUTH_PATH = '/api/auth';
/** Longest session there can be; the settings of the house end it earlier. */
const SESSION_SECONDS = 720 * 3600;

export interface AuthOptions {
  readonly register: Register;
  readonly secret: string;
  readonly publicUrl: string;
  readonly companySignIn: CompanySignIn | null;
}

/** Accounts and sessions on the register's own database. Only the calls that routes make are reachable from outside. */
export function createAuth({ register, secret, publicUrl, companySignIn }: AuthOptions) {
  return betterAuth({
    database: { db: register.db, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    trustedOrigins: [publicUrl],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    account: { accountLinking: { enabled: true, trustedProviders: [COMPANY_PROVIDER] } },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    // Our own limits and our own log stand in front.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'stammkunde',
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [
      genericOAuth({
        config:
          companySignIn === null
            ? []
            : [
                {
                  providerId: COMPANY_PROVIDER,
                  discoveryUrl: companySignIn.discoveryUrl,
                  clientId: companySignIn.clientId,
                  clientSecret: companySignIn.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableImplicitSignUp: true,
                  disableSignUp: true,
                },
              ],
      }),
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;
