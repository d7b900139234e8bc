import { firstDayOf, isoDay } from './calendar.ts';
import type { Company } from './company.ts';
import { member } from './draws.ts';
import { force } from './planted.ts';
import { euros } from './rows.ts';
import type { Line, World } from './world.ts';

/** Best risk class; every step down in risk lowers the price by 3.5 %. */
export const BEST_RISK = 20;
const PRICE_PER_RISK = 0.035;
const RISK_FACTOR = Array.from(
  { length: BEST_RISK + 1 },
  (_, level) => Math.round(Math.exp(-PRICE_PER_RISK * level) * 1e6) / 1e6,
);
const MONTHS_PER_GENERATION = 30;

interface Product {
  readonly id: string;
  readonly line: number;
  readonly generation: number;
  readonly name: string;
  readonly openFrom: number;
  /** First month in which newcomers cannot buy it any more; null while open. */
  readonly closedFrom: number | null;
}

export interface PriceBook {
  readonly products: readonly Product[];
  /** The product of a line that is on sale in a month. */
  onSale(line: number, month: number): Product;
  /** What an equal newcomer is asked a year without bonus, in cents (ENBP). */
  listCents(line: number, region: number, channel: string, risk: number, month: number): number;
}

export function openPriceBook(world: World, firstMonth: number): PriceBook {
  const products = world.lines.flatMap((line, index) => productsOf(line, index, firstMonth));
  const regionFactor = world.regions.map((_, index) => 1 + 0.005 * (index - (world.regions.length - 1) / 2));
  return {
    products,
    onSale: (line, month) => {
      const found = products.find((product) => product.line === line && isOpen(product, month));
      if (found === undefined) throw new RangeError(`nothing on sale in line ${line} in month ${month}`);
      return found;
    },
    listCents: (line, region, channel, risk, month) =>
      Math.round(
        member(world.lines, line).baseCents *
          member(regionFactor, region) *
          (world.channelFactor[channel] ?? 1) *
          member(RISK_FACTOR, risk) *
          // A fixed term keeps its price to the end, so a moving list would make old buyers dearer by itself.
          (member(world.lines, line).fixedMonths === null
            ? member(world.marketIndex, indexYear(world, firstMonth, month))
            : 1),
      ),
  };
}

/** The market moves once a year on 1 July, so that everyone who renewed within a year stands on the same level. */
function indexYear(world: World, firstMonth: number, month: number): number {
  return Math.min(Math.max(Math.floor((month - firstMonth) / 12), 0), world.marketIndex.length - 1);
}

function productsOf(line: Line, index: number, firstMonth: number): Product[] {
  const count = line.generations.length;
  return line.generations.map((name, generation) => ({
    id: `${line.id}-${generation + 1}`,
    line: index,
    generation,
    name,
    openFrom: generation === 0 ? 0 : firstMonth + generation * MONTHS_PER_GENERATION,
    closedFrom: generation === count - 1 ? null : firstMonth + (generation + 1) * MONTHS_PER_GENERATION,
  }));
}

function isOpen(product: Product, month: number): boolean {
  return product.openFrom <= month && (product.closedFrom === null || month < product.closedFrom);
}

export function writeProducts({ world, prices, rows }: Company): void {
  for (const product of prices.products) {
    const line = member(world.lines, product.line);
    rows('product', {
      product_id: product.id,
      name: product.name,
      line: line.id,
      generation: `${product.generation + 1}`,
      open_for_new: product.closedFrom === null,
      successor_id: product.closedFrom === null ? null : `${line.id}-${product.generation + 2}`,
      quality_attributes: `level ${product.generation + 1}`,
    });
  }
}

/** Every price a newcomer could have been asked, by index year; closed products carry the price of their close match. */
export function writeNewBusinessPrices(company: Company): void {
  const { world, prices, firstMonth } = company;
  if (!world.hasNewcomerPrices) return;
  for (const product of prices.products) {
    const from = Math.max(0, Math.floor((product.openFrom - firstMonth) / 12));
    for (let year = from; year < world.years; year++) writeYear(company, product, firstMonth + 12 * year);
  }
}

function writeYear(company: Company, product: Product, month: number): void {
  for (let region = 0; region < company.world.regions.length; region++) {
    for (const channel of Object.keys(company.world.channelFactor)) {
      for (let risk = 0; risk <= BEST_RISK; risk++) writePrice(company, product, month, region, channel, risk);
    }
  }
}

function writePrice(
  company: Company,
  product: Product,
  month: number,
  region: number,
  channel: string,
  risk: number,
): void {
  const { world, planted, prices, rows, firstMonth } = company;
  const line = member(world.lines, product.line);
  const cents = prices.listCents(product.line, region, channel, risk, month);
  const last = month + 12 >= firstMonth + 12 * world.years;
  const open = product.closedFrom === null || month < product.closedFrom;
  const welcome = open && line.fixedMonths === null && planted.G2.on;
  const discounted = welcome && channel === world.sourceChannel.portal;
  rows('new_business_price', {
    product_id: product.id,
    valid_from: isoDay(firstDayOf(month)),
    valid_to: last ? null : isoDay(firstDayOf(month + 12) - 1),
    region: member(world.regions, region),
    channel,
    risk_class: `${line.riskPrefix}${risk}`,
    price: euros(cents),
    bonus: welcome && channel === world.sourceChannel.bait ? euros(planted.G2.introBonusCents) : null,
    intro_price: discounted ? euros(introCents(company, cents)) : null,
    intro_months: discounted ? planted.G2.introMonths : null,
    source: open ? 'quote_engine' : 'match',
    price_period: 'year',
    price_basis: 'net',
  });
}

/** The price of the first term where newcomers are given a discount. */
export function introCents({ planted }: Company, listCents: number): number {
  return Math.round(listCents * (1 - planted.G2.introDiscount * force(planted.G2)));
}
