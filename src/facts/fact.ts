/** A derived table that two or more checks share; built once per audit from canonical tables and other facts. */
export interface Fact {
  /** `fact_...`; also the table's name while the audit runs. */
  readonly name: string;
  /** Canonical tables it reads. */
  readonly reads: readonly string[];
  readonly after: readonly Fact[];
  /** SELECT; may use {asOf:Date} and the audit settings by name as {name:Float64}. */
  readonly sql: string;
  readonly orderBy: readonly string[];
}
