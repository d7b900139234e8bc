import { readFileSync } from 'node:fs';

/** Folder of the real data sets, beside the project and never part of it. */
export const DATA = '../shared/data';

type Row = ReadonlyMap<string, string>;

/** Rows of a CSV without line breaks inside fields, by column name. */
export function readRows(file: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(`${DATA}/${file}`, 'utf8').trim().split(/\r?\n/);
  const cells = (line: string) =>
    [...`,${line}`.matchAll(/,(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '');
  const names = cells(header);
  return lines.map((line) => {
    const values = cells(line);
    return new Map(names.map((name, k) => [name, values[k] ?? '']));
  });
}

/** A numeric column; NaN where the cell is empty or NA. */
export function numbers(rows: readonly Row[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => {
    const cell = row.get(name) ?? '';
    return cell === '' ? Number.NaN : Number(cell);
  });
}

const DUMMIES = [
  ['SeniorCitizen', '1'],
  ['Partner', 'Yes'],
  ['Dependents', 'Yes'],
  ['PaperlessBilling', 'Yes'],
  ['Contract', 'One year'],
  ['Contract', 'Two year'],
  ['PaymentMethod', 'Credit card (automatic)'],
  ['PaymentMethod', 'Electronic check'],
  ['PaymentMethod', 'Mailed check'],
  ['InternetService', 'Fiber optic'],
  ['InternetService', 'No'],
] as const;

/** The telecom customers as Cox rows: months until churn, eleven indicators and the monthly price, in that order. */
export function telcoRows() {
  const rows = readRows('ibm_telco_churn.csv');
  const indicators = DUMMIES.map(([name, level]) =>
    Float64Array.from(rows, (row) => (row.get(name) === level ? 1 : 0)),
  );
  return {
    rows,
    cox: {
      entry: null,
      exit: numbers(rows, 'tenure'),
      event: Float64Array.from(rows, (row) => (row.get('Churn') === 'Yes' ? 1 : 0)),
      weights: null,
      stratum: null,
      cluster: null,
      names: [...DUMMIES.map(([name, level]) => `${name} ${level}`), 'MonthlyCharges'],
      columns: [...indicators, numbers(rows, 'MonthlyCharges')],
    },
  };
}
