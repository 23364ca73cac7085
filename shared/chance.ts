/**
 * A number in [0, 1) that is always the same for the same salt and ids, and as good as random otherwise. For sticky
 * choices: splits, experiments, holdouts. Two choices with different salts are independent of each other.
 * @param salt what the choice is for, stored with it and never changed
 * @param ids numbers that never change, such as a customer's
 */
export function chance(salt: string, ...ids: readonly number[]): number {
  let state = 0x811c9dc5;
  const text = `${salt}\n${ids.join('\n')}`;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return stir(state) / 2 ** 32;
}

/** Lets every bit of a state reach every bit of the answer: neighbouring ids must not get neighbouring numbers. */
function stir(state: number): number {
  let bits = state;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
