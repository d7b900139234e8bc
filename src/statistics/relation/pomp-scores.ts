/**
 * Percent of maximum possible: the mean answer of each respondent to the items of one scale, 0 at the lowest and 100 at
 * the highest answer. Makes scales of different length comparable and, unlike z scores, needs no sample.
 * A respondent with a missing answer (NaN) gets NaN: nothing is imputed.
 * Throws RangeError for answers outside lowest..highest, no items, or items of unequal length.
 * Cohen, Cohen, Aiken & West (1999), Multivariate Behavioral Research 34(3), 315-346
 */
export function pompScores({
  items,
  lowest,
  highest,
}: {
  readonly items: readonly ArrayLike<number>[];
  readonly lowest: number;
  readonly highest: number;
}): Float64Array {
  if (!(highest > lowest)) throw new RangeError(`highest must exceed lowest, got ${lowest}..${highest}`);
  const respondents = items[0]?.length ?? 0;
  if (items.length === 0) throw new RangeError('items: at least one is needed');
  const scores = new Float64Array(respondents);
  items.forEach((answers, item) => {
    if (answers.length !== respondents) throw new RangeError(`items[${item}] has ${answers.length} answers`);
    for (let row = 0; row < respondents; row++) {
      const answer = answers[row] ?? Number.NaN;
      if (answer < lowest || answer > highest) throw new RangeError(`items[${item}][${row}] is ${answer}`);
      scores[row] = (scores[row] ?? 0) + (100 * (answer - lowest)) / (highest - lowest) / items.length;
    }
  });
  return scores;
}
