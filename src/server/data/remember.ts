import { AppError } from '#domain/app-error.ts';

/** What somebody began already; where that was stopped to make room for others, it is begun anew. */
export async function joined<T>(begun: Promise<T>, anew: () => Promise<T>): Promise<T> {
  try {
    return await begun;
  } catch (error) {
    if (error instanceof AppError && error.code === 'stopped') return anew();
    throw error;
  }
}

/** Remembers so many answers as long as the data stay as they are; a failure is not remembered. */
export function rememberPer<T>(hash: () => Promise<string>, most = 4) {
  const known = new Map<string, Promise<T>>();
  const of = async (key: string, make: () => Promise<T>): Promise<T> => {
    const whole = `${await hash()} ${key}`;
    const seen = known.get(whole);
    if (seen !== undefined) return joined(seen, () => of(key, make));
    const making = make();
    known.set(whole, making);
    making.catch(() => known.delete(whole));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return making;
  };
  return of;
}
