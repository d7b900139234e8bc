const MOST = 4;

/** Remembers answers as long as the data stay as they are; a failure is not remembered. */
export function rememberPer<T>(hash: () => Promise<string>) {
  const known = new Map<string, Promise<T>>();
  return async (key: string, make: () => Promise<T>): Promise<T> => {
    const whole = `${await hash()} ${key}`;
    const seen = known.get(whole);
    if (seen !== undefined) return seen;
    const making = make();
    known.set(whole, making);
    making.catch(() => known.delete(whole));
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return making;
  };
}
