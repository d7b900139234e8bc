const en = {
  second: 'Second class:',
  sides: {
    customers: { existing: 'existing customers', newcomer: 'newcomers' },
    carers: { existing: 'care', newcomer: 'acquisition' },
  },
  interval: (low: string, high: string) => `${low} to ${high}`,
  unbounded: 'no limit',
  takeTable: 'Save this overview',
  asCsv: 'As CSV',
  asWorkbook: 'As Excel',
  audit: 'Audit',
  auditName: (day: string, run: string, note: string) => `${day} · run ${run}${note === '' ? '' : ` · ${note}`}`,
};
const de: typeof en = {
  second: 'Zweite Klasse:',
  sides: {
    customers: { existing: 'Bestandskunden', newcomer: 'Neukunden' },
    carers: { existing: 'Betreuung', newcomer: 'Gewinnung' },
  },
  interval: (low, high) => `${low} bis ${high}`,
  unbounded: 'ohne Grenze',
  takeTable: 'Übersicht sichern',
  asCsv: 'Als CSV',
  asWorkbook: 'Als Excel',
  audit: 'Prüfung',
  auditName: (day, run, note) => `${day} · geprüft ${run}${note === '' ? '' : ` · ${note}`}`,
};
export const PARTS_WORDS = { en, de };
