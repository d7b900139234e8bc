import type { Table } from './table.ts';
import { approval } from './tables/approval.ts';
import { assignment } from './tables/assignment.ts';
import { supportCase } from './tables/case.ts';
import { concession } from './tables/concession.ts';
import { contact } from './tables/contact.ts';
import { contract } from './tables/contract.ts';
import { cost } from './tables/cost.ts';
import { customer } from './tables/customer.ts';
import { customerValue } from './tables/customer-value.ts';
import { exitEvent } from './tables/exit-event.ts';
import { mention } from './tables/mention.ts';
import { newBusinessPrice } from './tables/new-business-price.ts';
import { noticeEvent } from './tables/notice-event.ts';
import { offer } from './tables/offer.ts';
import { priceEvent } from './tables/price-event.ts';
import { product } from './tables/product.ts';
import { promise } from './tables/promise.ts';
import { recognition } from './tables/recognition.ts';
import { referral } from './tables/referral.ts';
import { staff } from './tables/staff.ts';
import { survey } from './tables/survey.ts';
import { teamPulse } from './tables/team-pulse.ts';
import { tie } from './tables/tie.ts';
import { touchpoint } from './tables/touchpoint.ts';

/** Every canonical table that a company can fill, in order of its number in the data model. */
export const TABLES: readonly Table[] = [
  customer,
  contract,
  priceEvent,
  product,
  newBusinessPrice,
  offer,
  contact,
  supportCase,
  approval,
  assignment,
  staff,
  teamPulse,
  exitEvent,
  concession,
  recognition,
  survey,
  referral,
  tie,
  customerValue,
  cost,
  noticeEvent,
  mention,
  touchpoint,
  promise,
];

/** The table of that canonical name, null if there is none. */
export function tableNamed(name: string): Table | null {
  return TABLES.find((table) => table.name === name) ?? null;
}
