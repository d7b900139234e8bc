/** One cell of a canonical file; whole numbers only, everything with decimals is text from `euros` or `decimal`. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
/** Where rows go: files, the mess before the files, or nowhere. */
export type Rows = (table: string, row: Row) => void;

/** Whole cents as '123.45'. */
export function euros(cents: number): string {
  const whole = Math.abs(Math.round(cents));
  const rest = whole % 100;
  return `${cents < 0 && whole > 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** Fixed decimals without the platform's number formatting; value times 10^digits must be a safe integer. */
export function decimal(value: number, digits: number): string {
  const scale = 10 ** digits;
  const whole = Math.round(Math.abs(value) * scale);
  const text = `${whole}`.padStart(digits + 1, '0');
  const sign = value < 0 && whole > 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
