interface ExportWords {
  readonly purpose: string;
  readonly purposeHint: string;
  readonly csv: string;
  readonly xlsx: string;
  readonly offline: string;
  /** A file that waits to be fetched: its name, its rows, and until when. */
  readonly fetch: (name: string) => string;
  readonly ready: (rows: string, size: string, until: string) => string;
  readonly gone: string;
  readonly working: string;
}

const en: ExportWords = {
  purpose: 'What for?',
  purposeHint: 'Goes into the log with your name.',
  csv: 'As CSV',
  xlsx: 'As Excel',
  offline: 'The server does not answer. Please try again in a moment.',
  fetch: (name) => `Fetch ${name}`,
  ready: (rows, size, until) => `${rows} rows, ${size}. Kept until ${until}, for you alone.`,
  gone: 'The file was thrown away. Export again.',
  working: 'A long list is written in the background. You may go on working; the file waits at the top of every page.',
};

const de: ExportWords = {
  purpose: 'Wozu?',
  purposeHint: 'Steht mit Ihrem Namen im Protokoll.',
  csv: 'Als CSV',
  xlsx: 'Als Excel',
  offline: 'Der Server antwortet nicht. Bitte versuchen Sie es gleich noch einmal.',
  fetch: (name) => `${name} holen`,
  ready: (rows, size, until) => `${rows} Zeilen, ${size}. Liegt bis ${until} bereit, nur für Sie.`,
  gone: 'Die Datei wurde gelöscht. Exportieren Sie noch einmal.',
  working:
    'Eine lange Liste wird im Hintergrund geschrieben. Sie können weiterarbeiten; die Datei wartet oben auf jeder Seite.',
};

export const EXPORT_WORDS = { en, de };
