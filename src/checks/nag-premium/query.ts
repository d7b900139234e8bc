import type { CellSpec, Subjects } from '../cells.ts';

/** One row per ask and per silent counterpart, see the fact. */
export const askSubjects: Subjects = {
  name: 'nag-premium',
  cluster: 'customer_id',
  id: 'customer_id',
  sql: 'SELECT * FROM fact_ask',
};

/** Explaining columns of what remains after the strata: yearly price in thousands, tenure in decades, gap as a share. */
export const TERMS = ['price', 'tenure', 'gap'] as const;
const PRODUCTS: Readonly<Record<string, string>> = Object.fromEntries(
  TERMS.flatMap((a, i) => TERMS.slice(i).map((b) => [`${a}_x_${b}`, `${a} * ${b}`] as const)),
);

export const AFFECTED = `role = 'ask' AND state = 'counted' AND granted = 1`;

export const comparedCells: CellSpec = {
  by: ['role', 'quarter', 'product', 'gap_band'],
  where: `state = 'counted'`,
  replicates: 100,
  sums: {
    count: '1',
    standsFor: 'stands_for',
    value: 'value_given',
    conceded: 'conceded',
    granted: 'granted',
    beforeCount: 'before_counts',
    before: 'given_before',
    price: 'price',
    tenure: 'tenure',
    gap: 'gap',
    ...PRODUCTS,
    price_x_value: 'price * value_given',
    tenure_x_value: 'tenure * value_given',
    gap_x_value: 'gap * value_given',
    gapKnown: 'gap_known',
    gapOfGiven: 'if(conceded = 1 AND gap_known, gap_money, 0)',
    givenWithGap: 'if(conceded = 1 AND gap_known, value_given, 0)',
    countWithGap: 'conceded = 1 AND gap_known',
  },
};

export const doseCells: CellSpec = {
  by: ['ask_number'],
  where: `role = 'ask' AND state = 'counted'`,
  sums: {
    count: '1',
    value: 'value_given',
    granted: 'granted',
    affected: AFFECTED,
    dose: 'ask_number',
    price: 'price',
    dose_x_dose: 'ask_number * ask_number',
    dose_x_price: 'ask_number * price',
    price_x_price: 'price * price',
    dose_x_value: 'ask_number * value_given',
    price_x_value: 'price * value_given',
  },
};

/** Asks of all times: who comes again, by what the ask had earned and by how lenient the team is to others. */
const repeatSubjects: Subjects = {
  ...askSubjects,
  name: 'nag-premium repeat',
  sql: `
WITH
  asks AS (SELECT * FROM fact_ask WHERE role = 'ask' AND state != 'recent' AND followed_years > 0),
  of_team AS (SELECT team, count() AS team_asks, sum(granted) AS team_granted FROM asks WHERE team != '' GROUP BY team),
  of_own AS (SELECT team, customer_id, count() AS own_asks, sum(granted) AS own_granted FROM asks WHERE team != '' GROUP BY team, customer_id)
SELECT
  a.customer_id AS customer_id, a.ask_number AS ask_number, a.granted AS granted, a.asks_again AS asks_again,
  a.followed_years AS followed_years, a.again_in_year AS again_in_year, a.outcome AS outcome, a.save_followed AS save_followed, a.save_left AS save_left,
  if(a.team = '' OR t.team_asks < o.own_asks + {minimumPerTeam:Float64}, -1,
    round(40 * (t.team_granted - o.own_granted) / (t.team_asks - o.own_asks)) / 40) AS leniency
FROM asks AS a
LEFT JOIN of_team AS t ON t.team = a.team
LEFT JOIN of_own AS o ON o.team = a.team AND o.customer_id = a.customer_id`,
};

export const repeatCells: CellSpec = {
  by: ['ask_number', 'granted', 'leniency', 'again_in_year'],
  subjects: repeatSubjects,
  replicates: 1,
  sums: {
    count: '1',
    again: 'asks_again',
    years: 'followed_years',
    saved: `outcome = 'saved'`,
    lost: `outcome = 'lost'`,
    saveFollowed: 'save_followed',
    saveLeft: 'save_left',
  },
};

export const stateCells: CellSpec = { by: ['role', 'state'], replicates: 1, sums: { count: '1', days: 'window_days' } };
