import { approval } from '#warehouse/tables/approval.ts';
import { assignment } from '#warehouse/tables/assignment.ts';
import { supportCase } from '#warehouse/tables/case.ts';
import { concession } from '#warehouse/tables/concession.ts';
import { contact } from '#warehouse/tables/contact.ts';
import { contract } from '#warehouse/tables/contract.ts';
import { cost } from '#warehouse/tables/cost.ts';
import { customer } from '#warehouse/tables/customer.ts';
import { customerValue } from '#warehouse/tables/customer-value.ts';
import { exitEvent } from '#warehouse/tables/exit-event.ts';
import { mention } from '#warehouse/tables/mention.ts';
import { newBusinessPrice } from '#warehouse/tables/new-business-price.ts';
import { noticeEvent } from '#warehouse/tables/notice-event.ts';
import { offer } from '#warehouse/tables/offer.ts';
import { priceEvent } from '#warehouse/tables/price-event.ts';
import { product } from '#warehouse/tables/product.ts';
import { promise } from '#warehouse/tables/promise.ts';
import { recognition } from '#warehouse/tables/recognition.ts';
import { referral } from '#warehouse/tables/referral.ts';
import { staff } from '#warehouse/tables/staff.ts';
import { survey } from '#warehouse/tables/survey.ts';
import { teamPulse } from '#warehouse/tables/team-pulse.ts';
import { tie } from '#warehouse/tables/tie.ts';
import { touchpoint } from '#warehouse/tables/touchpoint.ts';

export type Table = typeof contract;
type Column = Table['columns'][string];
export type ColumnKind = Column['kind'];

const TABLES: readonly Table[] = [
  approval,
  assignment,
  supportCase,
  concession,
  contact,
  contract,
  cost,
  customerValue,
  customer,
  exitEvent,
  mention,
  newBusinessPrice,
  noticeEvent,
  offer,
  priceEvent,
  product,
  promise,
  recognition,
  referral,
  staff,
  survey,
  teamPulse,
  tie,
  touchpoint,
];
const BY_NAME = new Map(TABLES.map((table) => [table.name, table]));

/** The declared table of a name. @throws RangeError when there is none */
export function tableNamed(name: string): Table {
  const table = BY_NAME.get(name);
  if (table === undefined) throw new RangeError(`no table ${name}`);
  return table;
}

/** Kinds of the columns that rows carry, in the declared order. @throws RangeError naming columns the table does not have */
export function columnsOf(table: Table, row: Readonly<Record<string, unknown>>): ReadonlyMap<string, ColumnKind> {
  const unknown = Object.keys(row).filter((name) => table.columns[name] === undefined);
  if (unknown.length > 0) throw new RangeError(`table ${table.name} has no columns ${unknown.join(', ')}`);
  return new Map(
    Object.entries(table.columns)
      .filter(([name]) => Object.hasOwn(row, name))
      .map(([name, column]) => [name, column.kind]),
  );
}
