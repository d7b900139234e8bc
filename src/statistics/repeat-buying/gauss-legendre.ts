/** Nodes on (-1, 1) and weights that integrate polynomials up to degree 2 n - 1 exactly. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre rule with `size` nodes, by Newton's method on the Legendre polynomial.
 * Abramowitz & Stegun (1964), 25.4.29.
 */
export function gaussLegendre(size: number): QuadratureRule {
  const nodes = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let node = Math.cos((Math.PI * (i + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let round = 0; round < 10; round++) {
      const [value, before] = legendre(size, node);
      slope = (size * (node * value - before)) / (node * node - 1);
      node -= value / slope;
    }
    nodes[i] = node;
    weights[i] = 2 / ((1 - node * node) * slope * slope);
  }
  return { nodes, weights };
}

/** Legendre polynomials of degree `size` and `size` - 1 at x. */
function legendre(size: number, x: number): [value: number, before: number] {
  let [before, value] = [0, 1];
  for (let degree = 1; degree <= size; degree++) {
    [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
  }
  return [value, before];
}
