import { z } from 'zod';
import { identifier } from '#warehouse/query.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { RESULTS, type RulePack } from './rule-pack.ts';

const Row = z
  .object({
    subject_id: z.string(),
    product_id: z.string(),
    region: z.string(),
    channel: z.string(),
    risk_class: z.string(),
    cases: z.number(),
    judged_on: z.string().nullable(),
    price_cents: z.number().nullable(),
    twin_cents: z.number().nullable(),
    over_cents: z.number().nullable(),
    twin_product_id: z.string(),
    quality: z.string(),
    result: z.enum(RESULTS),
    reason: z.string(),
  })
  .transform((row) => ({
    subjectId: row.subject_id,
    productId: row.product_id,
    region: row.region,
    channel: row.channel,
    riskClass: row.risk_class,
    /** Offers, notices or peers that were looked at. */
    cases: row.cases,
    /** Day of the offer that was judged, of the last notice, or on which the peer began. */
    judgedOn: row.judged_on,
    /** Cents a year. */
    priceCents: row.price_cents,
    twinCents: row.twin_cents,
    overCents: row.over_cents,
    twinProductId: row.twin_product_id,
    quality: row.quality,
    result: row.result,
    reason: row.reason,
  }));
/** One subject and what became of it; '' and null where there is nothing to say. Names no customer. */
export type RuleRow = z.infer<typeof Row>;

const COLUMNS =
  'subject_id, product_id, region, channel, risk_class, cases, judged_on, price_cents, twin_cents, over_cents, twin_product_id, quality, result, reason';

export interface RowFilter {
  /** '' for any. */
  readonly result: string;
  readonly reason: string;
  /** Part of the subject's id. */
  readonly search: string;
}

const WITHHELD = `customer_id IN (SELECT customer_id FROM closed_customer)`;
const filtered = (pack: RulePack, people: string) => `FROM ${identifier(pack.fact.name)}
WHERE (${people})
  AND ({ruleResult:String} = '' OR result = {ruleResult:String})
  AND ({ruleReason:String} = '' OR reason = {ruleReason:String})
  AND ({ruleSearch:String} = '' OR positionCaseInsensitive(subject_id, {ruleSearch:String}) > 0)`;
const bound = ({ result, reason, search }: RowFilter) => ({
  ruleResult: result,
  ruleReason: reason,
  ruleSearch: search,
});

async function counted(warehouse: Warehouse, pack: RulePack, filter: RowFilter, people: string): Promise<number> {
  const answer = await warehouse.columns({
    name: `${pack.id} rows counted`,
    sql: `SELECT count() AS subjects\n${filtered(pack, people)}\nORDER BY subjects`,
    params: bound(filter),
  });
  return Number(answer['subjects']?.[0] ?? 0);
}

export interface RulePage {
  readonly rows: readonly RuleRow[];
  readonly total: number;
  /** Judged and counted, but their holders objected to being profiled or their data are restricted: in no list. */
  readonly withheld: number;
}

/** A page of subjects by id, worst first. The pack's fact must stand. */
export async function pageOfRows(
  warehouse: Warehouse,
  pack: RulePack,
  page: RowFilter & { readonly offset: number; readonly limit: number },
): Promise<RulePage> {
  const rows = await warehouse.rows({
    name: `${pack.id} rows`,
    sql: `SELECT ${COLUMNS}
${filtered(pack, `NOT ${WITHHELD}`)}
ORDER BY ifNull(over_cents, -1) DESC, subject_id
LIMIT {ruleLimit:UInt32} OFFSET {ruleOffset:UInt32}`,
    params: { ...bound(page), ruleLimit: page.limit, ruleOffset: page.offset },
    row: Row,
  });
  return {
    rows,
    total: await counted(warehouse, pack, page, `NOT ${WITHHELD}`),
    withheld: await counted(warehouse, pack, page, WITHHELD),
  };
}

const AT_ONCE = 20_000;

/** Every subject in the order of its id, in portions. The pack's fact must stand. */
export async function* allRows(warehouse: Warehouse, pack: RulePack): AsyncGenerator<readonly RuleRow[]> {
  let after: string | null = null;
  for (;;) {
    const rows: readonly RuleRow[] = await warehouse.rows({
      name: `${pack.id} all rows`,
      sql: `SELECT ${COLUMNS}
FROM ${identifier(pack.fact.name)}
WHERE {ruleFirst:Bool} OR subject_id > {ruleAfter:String}
ORDER BY subject_id
LIMIT ${AT_ONCE}`,
      params: { ruleFirst: after === null, ruleAfter: after ?? '' },
      row: Row,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.subjectId ?? '';
  }
}
