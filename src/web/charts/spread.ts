/** Moves places apart until neighbours have at least `gap` between them; keeps their order and disturbs as few as possible. */
export function spread(places: readonly number[], gap: number): readonly number[] {
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  // From the far end back, so that crowds at the border grow inwards.
  let limit = Number.POSITIVE_INFINITY;
  for (const index of order.reverse()) {
    const place = Math.min(places[index] ?? 0, limit - gap);
    moved[index] = place;
    limit = place;
  }
  return moved;
}
