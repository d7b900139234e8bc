/**
 * Reasons that are about being a customer already, by patterns of the company's own codes in lower case, German and English. A code
 * that fits none is a reason like any other: it is listed, and counts for nothing else.
 */
export const FAMILIES: Readonly<Record<string, string>> = {
  newcomersOnly: 'new.?customer|newcomer|neukund|switcher|wechsler',
  loyalty: 'loyal|treue|stammkund|bestandskund|not.?reward',
  forgotten: 'never.?heard|forgotten|ignored|vergess|nie.?geh(ö|oe)rt|vernachl',
  waiting: 'wait|warte|hotline|queue|unreachable|erreichbar',
  contactPerson: 'contact.?person|ansprechpartner|betreuer',
  unresolved: 'not.?solved|unsolved|unresolved|ungel(ö|oe)st|nicht.?gel(ö|oe)st',
  priceIncrease: 'price.?(increase|rise|walk)|preiserh(ö|oe)h|verteuer',
  leaving: 'cancel|kündig|kuendig|retention.?loop',
};

/** SQL: family of a reason code, '' for none. */
export const familySql = (code: string) =>
  `multiIf(${Object.entries(FAMILIES)
    .map(([name, pattern]) => `match(${code}, '${pattern}'), '${name}'`)
    .join(', ')}, '')`;
