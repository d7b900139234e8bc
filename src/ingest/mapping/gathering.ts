import type { Table } from '#warehouse/table.ts';
import { columnsOf, type Expression, usesAggregate } from '../expression.ts';
import type { ValuePlan } from '../plan.ts';
import { refusal } from '../refusal.ts';
import type { RulePlace } from './rule-expression.ts';

/** Headers that an expression reads outside of every aggregate. */
function bareColumns(expression: Expression): readonly string[] {
  if (expression.kind === 'column') return [expression.header];
  if (expression.kind !== 'call') return [];
  if (usesAggregate({ ...expression, operands: [] })) return [];
  return expression.operands.flatMap(bareColumns);
}

function gatheredPlan(name: string, plan: ValuePlan, { file, line }: RulePlace): ValuePlan {
  const { expression } = plan;
  const bare = bareColumns(expression);
  if (bare.length === 0) return plan;
  // A column as it is: of gathered rows any may speak, because they should agree.
  if (expression.kind === 'column')
    return { ...plan, expression: { kind: 'call', name: 'any_value', operands: [expression], position: 1 } };
  const reason = `rows are gathered, so say sum(...), first(...), min(...) or max(...) of ${bare.join(', ')}`;
  throw refusal('mappingGather', { file, line, column: name, reason });
}

/**
 * Makes the plans of a gathered table fit: key columns as they are, every other one as an aggregate.
 * @throws AppError mappingInvalid (mappingGather)
 */
export function gathered(
  table: Table,
  columns: Readonly<Record<string, ValuePlan>>,
  placeOf: (column: string) => RulePlace,
): Readonly<Record<string, ValuePlan>> {
  const entries = Object.entries(columns).map(([name, plan]): [string, ValuePlan] => {
    const place = placeOf(name);
    if (!table.key.includes(name)) return [name, gatheredPlan(name, plan, place)];
    if (!usesAggregate(plan.expression)) return [name, plan];
    const reason = 'it tells the rows apart, so it cannot be made from several of them';
    throw refusal('mappingGather', { file: place.file, line: place.line, column: name, reason });
  });
  return Object.fromEntries(entries);
}

/** Aggregates make sense only where rows are gathered. @throws AppError mappingInvalid (mappingGather) */
export function requireNoAggregates(
  columns: Readonly<Record<string, ValuePlan>>,
  where: Expression | null,
  placeOf: (column: string) => RulePlace,
): void {
  for (const [name, { expression }] of Object.entries(columns)) {
    if (!usesAggregate(expression)) continue;
    const { file, line } = placeOf(name);
    const reason = `${columnsOf(expression).join(', ') || 'the rule'} is gathered; write gather: true for the table`;
    throw refusal('mappingGather', { file, line, column: name, reason });
  }
  if (where === null || !usesAggregate(where)) return;
  const { file, line } = placeOf('where');
  throw refusal('mappingGather', { file, line, column: 'where', reason: 'rows are chosen before they are gathered' });
}
