/** Ascending numbers as the bytes of their differences, seven bits each, least first (LEB128). */
export function writeDeltas(numbers: Uint32Array): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const number of numbers) {
    let rest = number - before;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest & 127) | 128);
    bytes.push(rest);
    before = number;
  }
  return Buffer.from(bytes);
}

/** Reads so many ascending numbers that `writeDeltas` wrote. */
export function readDeltas(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let at = 0;
  let number = 0;
  for (let i = 0; i < count; i += 1) {
    let scale = 1;
    let byte = bytes[at++]!;
    for (; byte > 127; byte = bytes[at++]!, scale *= 128) number += (byte & 127) * scale;
    number += byte * scale;
    numbers[i] = number;
  }
  return numbers;
}
