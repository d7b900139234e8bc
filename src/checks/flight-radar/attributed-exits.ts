import { jointAttribution } from '#statistics/comparison/joint-attribution.ts';
import { activeCauses, type HazardModel } from './hazard-model.ts';

/** Rows in which the same causes act, with their part of the model's columns. */
interface Group {
  readonly causes: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly Float64Array[];
}

/** Rows that some cause touches, put together by which. */
export function groupsByCauses(model: HazardModel, rows: readonly number[]): readonly Group[] {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const active = activeCauses(model, row);
    if (active === 0) continue;
    const group = groups.get(active);
    if (group === undefined) groups.set(active, [row]);
    else group.push(row);
  }
  return [...groups].map(([active, members]) => ({
    causes: model.causes.flatMap((_, c) => (Math.floor(active / 2 ** c) % 2 === 1 ? [c] : [])),
    rows: members,
    columns: model.columns.map((column) => Float64Array.from(members, (row) => column[row] ?? 0)),
  }));
}

export interface AttributedExits {
  readonly total: number;
  /** Per cause of the model, in its order: Shapley parts, which add up to the total. */
  readonly parts: readonly number[];
  /** What each would take away if it alone were at its reference: they overlap. */
  readonly alone: readonly number[];
}

/**
 * Expected exits that go with the causes (weights 1) or the value that goes with them (weights in money). A cause that does not act on a
 * row has no part in it, so each group of rows is split among its own causes only.
 */
export function attributedExits(
  model: HazardModel,
  coefficients: Float64Array,
  groups: readonly Group[],
  weights: ArrayLike<number>,
): AttributedExits {
  const parts = model.causes.map(() => 0);
  const alone = model.causes.map(() => 0);
  let total = 0;
  for (const { causes, rows, columns } of groups) {
    const split = jointAttribution({
      columns,
      coefficients,
      trials: Float64Array.from(rows, (row) => weights[row] ?? 0),
      causes: causes.map((c) => ({
        name: model.causes[c]?.exposure ?? '',
        columns: (model.causes[c]?.positions ?? []).map((position) => ({ position, reference: 0 })),
      })),
      link: 'logit',
    });
    total += split.total;
    causes.forEach((c, i) => {
      parts[c] = (parts[c] ?? 0) + (split.parts[i] ?? 0);
      alone[c] = (alone[c] ?? 0) + (split.alone[i] ?? 0);
    });
  }
  return { total, parts, alone };
}
