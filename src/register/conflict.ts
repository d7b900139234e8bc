import { AppError } from '#domain/app-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Two people edited one thing: names what the standing version says otherwise than the refused one.
 * `standing` null: it was deleted meanwhile, or never was.
 */
export function conflict(standing: Fields | null, wanted: Fields, by = ''): AppError {
  if (standing === null) return new AppError('notFound', 'no such thing', {});
  const fields = Object.keys(wanted).filter(
    (name) => name !== 'version' && name in standing && JSON.stringify(standing[name]) !== JSON.stringify(wanted[name]),
  );
  const version = Number(standing['version']);
  return new AppError('changedMeanwhile', `version ${version} stands`, { version, fields: fields.join(', '), by });
}
