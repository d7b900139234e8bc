import { z } from 'zod';
import { LANGUAGES } from '#domain/language.ts';
import { ROLES } from '#domain/role.ts';

export const Id = z.uuid();
export const IdParams = z.object({ id: Id });
/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime();
export const Day = z.iso.date();
export const RoleName = z.enum(ROLES);
export const LanguageName = z.enum(LANGUAGES);
export const LanguageQuery = z.object({
  /** Otherwise the language of the person, or of the Accept-Language header. */
  language: LanguageName.optional(),
});
/** Who did something, as shown to others. null where a thing was reported without a name. */
export const Actor = z.object({ id: z.string(), name: z.string() });
export const Name = z.string().trim().min(1).max(200);
export const Text = z.string().trim().max(4000);
/** The version that the writer has seen: an older one than the standing is answered with 409 changedMeanwhile. */
export const Version = z.number().int().min(1).max(2_147_483_647);
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) });

export const PageQuery = z.object({
  offset: z.coerce.number().int().min(0).max(100_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Every failure, with the HTTP status of its code. `message` is in the reader's language. */
export const ErrorReply = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
