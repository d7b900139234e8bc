const en = {
  sides: { existing: 'Existing customers second class', newcomer: 'Newcomers second class' },
  interval: (low: string, high: string) => `${low} to ${high}`,
  unbounded: 'no limit',
  audit: 'Audit',
  auditName: (day: string, run: string, note: string) => `${day} · run ${run}${note === '' ? '' : ` · ${note}`}`,
};
const de: typeof en = {
  sides: { existing: 'Bestandskunden zweite Klasse', newcomer: 'Neukunden zweite Klasse' },
  interval: (low, high) => `${low} bis ${high}`,
  unbounded: 'ohne Grenze',
  audit: 'Prüfung',
  auditName: (day, run, note) => `${day} · geprüft ${run}${note === '' ? '' : ` · ${note}`}`,
};
export const PARTS_WORDS = { en, de };
