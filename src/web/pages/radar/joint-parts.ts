import type { Report, Spoken } from '../../parts/report-shape.ts';

type Joint = NonNullable<Report['joint']>;
export type Exits = Joint['byExposure'][number]['exits'];

export interface JointPart {
  readonly label: string;
  /** Fair part of the one total; the parts add up to it. */
  readonly part: Exits;
  /** The exposure looked at alone; these overlap. */
  readonly alone: Exits;
}

/** The parts with their names, largest first as the words have them; none where there is no total to split. */
export function jointParts({ joint }: Pick<Report, 'joint'>, spoken: Pick<Spoken, 'joint'>): readonly JointPart[] {
  const bySize = [...(joint?.byExposure ?? [])].sort((a, b) => b.exits.value - a.exits.value);
  return (spoken.joint?.parts ?? []).flatMap(({ label }, at) => {
    const own = bySize[at];
    return own === undefined ? [] : [{ label, part: own.exits, alone: own.alone }];
  });
}
