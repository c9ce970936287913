import { randomNumbers } from "./random.ts";

/** Row vectors of one length, one after the other. */
export interface Vectors {
  readonly size: number;
  readonly count: number;
  readonly values: Float32Array;
}

/** The columns `from` to `from + size` of each row. */
export function columns({ size: width, count, values }: Vectors, from: number, size: number): Vectors {
  const part = new Float32Array(count * size);
  for (let row = 0; row < count; row += 1) {
    part.set(values.subarray(row * width + from, row * width + from + size), row * size);
  }
  return { size, count, values: part };
}

/** Row vectors scaled to one length. */
export function normalise({ size, count, values: given }: Vectors, length: number): Vectors {
  const values = new Float32Array(given);
  for (let row = 0; row < count; row += 1) {
    const scale = length / Math.sqrt(squareOf(values, row * size, size) || 1);
    for (let i = row * size; i < (row + 1) * size; i += 1) values[i]! *= scale;
  }
  return { size, count, values };
}

function squareOf(values: Float32Array, from: number, size: number): number {
  let square = 0;
  for (let i = from; i < from + size; i += 1) square += values[i]! ** 2;
  return square;
}

/** The centre that each row is nearest to. */
export function assign(rows: Vectors, centres: Vectors): Uint16Array {
  const nearest = new Uint16Array(rows.count);
  const halves = Float32Array.from({ length: centres.count }, (_, centre) => {
    return squareOf(centres.values, centre * centres.size, centres.size) / 2;
  });
  for (let row = 0; row < rows.count; row += 1) nearest[row] = nearestCentre(rows, row, centres.values, halves);
  return nearest;
}

/** Half the squared distance is, but for what the row alone decides, half the centre's square less the dot product. */
function nearestCentre({ size, values }: Vectors, row: number, centres: Float32Array, halves: Float32Array): number {
  const first = row * size;
  let best = 0;
  let least = Infinity;
  for (let centre = 0, at = 0; centre < halves.length; centre += 1) {
    let distance = halves[centre]!;
    for (let i = first; i < first + size; i += 1, at += 1) distance -= values[i]! * centres[at]!;
    if (distance < least) {
      best = centre;
      least = distance;
    }
  }
  return best;
}

/** What to cluster, into how many clusters, in how many rounds. */
interface ClusterPlan {
  readonly clusters: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Centres of a k-means clustering: Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory
 * 28 (1982). An empty cluster keeps its old centre.
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

function moveCentres(rows: Vectors, nearest: Uint16Array, { size, count, values: old }: Vectors): Vectors {
  const values = new Float32Array(count * size);
  const members = new Uint32Array(count);
  for (let row = 0; row < rows.count; row += 1) {
    const centre = nearest[row]!;
    members[centre]! += 1;
    for (let i = 0; i < size; i += 1) values[centre * size + i]! += rows.values[row * size + i]!;
  }
  for (let centre = 0; centre < count; centre += 1) {
    const from = centre * size;
    if (members[centre] === 0) values.set(old.subarray(from, from + size), from);
    else for (let i = from; i < from + size; i += 1) values[i]! /= members[centre]!;
  }
  return { size, count, values };
}
