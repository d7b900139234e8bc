/**
 * SQL for the highest edge at or below a number of 0 to `highest`; fractions count as the whole number below. Looked up in a list of all whole
 * numbers, which for millions of rows takes a fraction of the search among the edges.
 */
export const lowerEdge = (number: string, edges: readonly number[], highest: number) =>
  `arrayMap(n -> toUInt16(roundDown(n, [${edges.join(', ')}])), range(${highest + 1}))[toUInt16(${number}) + 1]`;
