/** Folder -> the folders it may import. Anything not listed is forbidden; every folder must be listed. */
const MAY_IMPORT = {
  statistics: [],
  domain: ['statistics'],
  warehouse: ['domain'],
  ingest: ['domain', 'warehouse'],
  facts: ['domain', 'statistics', 'warehouse'],
  rules: ['domain', 'statistics', 'warehouse', 'facts'],
  checks: ['domain', 'statistics', 'warehouse', 'facts'],
  audit: ['domain', 'statistics', 'warehouse', 'facts', 'checks'],
  report: ['domain', 'audit', 'checks', 'warehouse'],
  simulator: ['domain', 'statistics', 'warehouse'],
  endpoints: ['domain', 'audit'],
  register: ['domain'],
  care: ['domain', 'statistics', 'register'],
  server: [
    'domain',
    'warehouse',
    'ingest',
    'facts',
    'rules',
    'checks',
    'audit',
    'report',
    'register',
    'care',
    'endpoints',
  ],
  web: ['domain', 'endpoints'],
  cli: [
    'domain',
    'warehouse',
    'ingest',
    'rules',
    'audit',
    'checks',
    'report',
    'simulator',
    'register',
    'server',
    'endpoints',
  ],
};
/** npm packages the pure folder may use: special functions and graph structures. */
const STATISTICS_PACKAGES = 'node_modules/(@stdlib|graphology)';
/** These know the tables' shapes (to write canonical files, to name columns), never the engine. */
const TABLE_SHAPES = { folder: 'warehouse', files: '(tables/|catalogue[.]ts|table[.]ts)' };
const MAY_ONLY_IMPORT = { simulator: TABLE_SHAPES, report: TABLE_SHAPES };

const layers = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  severity: 'error',
  comment: `src/${folder} may import only: ${[folder, ...allowed].join(', ')}`,
  from: { path: `^src/${folder}/`, pathNot: '[.]test[.]tsx?$' },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const narrowed = Object.entries(MAY_ONLY_IMPORT).map(([from, { folder, files }]) => ({
  name: `${from}-sees-only-table-shapes`,
  severity: 'error',
  comment: `src/${from} may import of src/${folder} only ${files}`,
  from: { path: `^src/${from}/`, pathNot: '[.]test[.]tsx?$' },
  to: { path: `^src/${folder}/`, pathNot: `^src/${folder}/${files}` },
}));

export default {
  forbidden: [
    ...layers,
    ...narrowed,
    {
      name: 'every-folder-has-a-layer',
      severity: 'error',
      comment: 'list a new folder in MAY_IMPORT, with what it may import',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'data flows one way',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'checks-are-islands',
      severity: 'error',
      comment: 'a check never imports another check; what two need is a fact',
      from: { path: '^src/checks/([^/]+)/' },
      to: { path: '^src/checks/[^/]+/', pathNot: '^src/checks/$1/' },
    },
    {
      name: 'only-warehouse-knows-the-engine',
      severity: 'error',
      comment: 'one door to the columnar store',
      from: { path: '^src/', pathNot: '^src/warehouse/' },
      to: { path: 'node_modules/(chdb|@clickhouse)' },
    },
    {
      name: 'only-register-knows-the-operational-store',
      severity: 'error',
      comment: 'one door to the store that people work on',
      from: { path: '^src/', pathNot: '^src/register/' },
      to: { path: 'node_modules/(kysely|pg|@electric-sql)(/|$)' },
    },
    {
      name: 'statistics-is-pure',
      severity: 'error',
      comment: 'numbers in, estimates out: special functions and graph structures are the only packages',
      from: { path: '^src/statistics/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: STATISTICS_PACKAGES },
    },
    {
      name: 'pages-carry-no-engine',
      severity: 'error',
      comment: 'what a browser loads needs shapes and words, never the rooms that compute',
      from: { path: '^src/web/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/(warehouse|ingest|facts|rules|checks|report|register|server)/', reachable: true },
    },
    {
      name: 'no-import-of-tests',
      severity: 'error',
      comment: 'tests read the house, never the other way round',
      from: { pathNot: '[.]test[.]tsx?$' },
      to: { path: '[.]test[.]tsx?$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'every import leads somewhere',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
