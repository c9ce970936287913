import { randomNumbers } from "./random.ts";

/** Row vectors of one length, one after the other. */
export interface Vectors {
  readonly size: number;
  readonly count: number;
  readonly values: Float32Array;
}

/** Row vectors scaled to length 1, so that the dot product measures how alike two of them are. */
export function normalise(vectors: Vectors): Vectors {
  const { size, count } = vectors;
  const values = new Float32Array(vectors.values);
  for (let row = 0; row < count; row += 1) {
    let square = 0;
    for (let i = row * size; i < (row + 1) * size; i += 1) square += values[i]! ** 2;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = row * size; i < (row + 1) * size; i += 1) values[i]! *= scale;
  }
  return { size, count, values };
}

/** The centre that each row is nearest to, by dot product. */
export function assign(rows: Vectors, centres: Vectors): Uint16Array {
  const nearest = new Uint16Array(rows.count);
  for (let row = 0; row < rows.count; row += 1) nearest[row] = nearestCentre(rows, row, centres);
  return nearest;
}

function nearestCentre(rows: Vectors, row: number, centres: Vectors): number {
  const { size, values } = rows;
  const first = row * size;
  let best = 0;
  let bestDot = -Infinity;
  for (let centre = 0; centre < centres.count; centre += 1) {
    let dot = 0;
    for (let i = 0, at = centre * size; i < size; i += 1) dot += values[first + i]! * centres.values[at + i]!;
    if (dot > bestDot) [best, bestDot] = [centre, dot];
  }
  return best;
}

/** What to cluster, into how many clusters, in how many rounds. */
export interface ClusterPlan {
  readonly clusters: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Centres of a spherical k-means of rows of length 1: Dhillon and Modha, "Concept decompositions for large sparse
 * text data using clustering", Machine Learning 42 (2001). An empty cluster keeps its old centre.
 */
export function findCentres(rows: Vectors, plan: ClusterPlan): Vectors {
  let centres = pickRows(rows, plan);
  for (let round = 0; round < plan.rounds; round += 1) centres = moveCentres(rows, assign(rows, centres), centres);
  return centres;
}

function pickRows(rows: Vectors, { clusters, seed }: ClusterPlan): Vectors {
  const random = randomNumbers(seed);
  const picked = new Set<number>();
  while (picked.size < Math.min(clusters, rows.count)) picked.add(Math.floor(random() * rows.count));
  const values = [...picked].flatMap((row) => [...rows.values.subarray(row * rows.size, (row + 1) * rows.size)]);
  return { size: rows.size, count: picked.size, values: new Float32Array(values) };
}

function moveCentres(rows: Vectors, nearest: Uint16Array, centres: Vectors): Vectors {
  const { size, count } = centres;
  const sums = new Float32Array(count * size);
  const members = new Uint32Array(count);
  for (let row = 0; row < rows.count; row += 1) {
    const centre = nearest[row]!;
    members[centre]! += 1;
    for (let i = 0; i < size; i += 1) sums[centre * size + i]! += rows.values[row * size + i]!;
  }
  for (let centre = 0; centre < count; centre += 1) {
    if (members[centre] === 0) sums.set(centres.values.subarray(centre * size, (centre + 1) * size), centre * size);
  }
  return normalise({ size, count, values: sums });
}
