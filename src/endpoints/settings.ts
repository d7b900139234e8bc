import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { LanguageName, Version } from './shapes.ts';

export const CompanySettings = z.object({
  version: Version,
  companyName: z.string(),
  language: LanguageName,
  uploadMegabytes: z.number(),
  sessionHours: z.number(),
  /** Free text may name people: columns of free text are refused until data protection says otherwise. */
  freeTextAllowed: z.boolean(),
});

export const getSettings = defineEndpoint({
  id: 'getSettings',
  method: 'GET',
  path: '/api/settings',
  summary: 'Settings of the house',
  access: 'signedIn',
  reply: CompanySettings,
});

export const changeSettings = defineEndpoint({
  id: 'changeSettings',
  method: 'PUT',
  path: '/api/settings',
  summary: 'Change settings of the house',
  access: ['administrator'],
  body: z.object({
    version: Version,
    companyName: z.string().trim().max(200),
    language: LanguageName,
    uploadMegabytes: z.number().int().min(1).max(1_000_000),
    sessionHours: z.number().int().min(1).max(720),
  }),
  reply: CompanySettings,
});

export const allowFreeText = defineEndpoint({
  id: 'allowFreeText',
  method: 'PUT',
  path: '/api/settings/free-text',
  summary: 'Allow or forbid columns of free text in imports',
  access: ['dataProtection'],
  body: z.object({ version: Version, allowed: z.boolean(), reason: z.string().trim().min(1).max(1000) }),
  reply: CompanySettings,
});
