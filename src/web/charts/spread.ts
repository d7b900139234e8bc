interface Crowd {
  readonly members: readonly number[];
  /** Where its first member would stand best. */
  readonly start: number;
}

const merged = (a: Crowd, b: Crowd, gap: number): Crowd => ({
  members: [...a.members, ...b.members],
  start:
    (a.start * a.members.length + (b.start - a.members.length * gap) * b.members.length) /
    (a.members.length + b.members.length),
});

const endOf = ({ start, members }: Crowd, gap: number) => start + members.length * gap;

/** Moves places apart until neighbours have at least `gap` between them: in their order, and all together as little as possible. */
export function spread(places: readonly number[], gap: number): readonly number[] {
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const crowds: Crowd[] = [];
  for (const index of order) {
    let crowd: Crowd = { members: [index], start: places[index] ?? 0 };
    for (let last = crowds.at(-1); last !== undefined && endOf(last, gap) > crowd.start; last = crowds.at(-1)) {
      crowd = merged(last, crowd, gap);
      crowds.pop();
    }
    crowds.push(crowd);
  }
  const moved = [...places];
  for (const { members, start } of crowds) for (const [i, index] of members.entries()) moved[index] = start + i * gap;
  return moved;
}
