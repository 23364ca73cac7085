import { chance } from './chance.ts';

/** One of several by their weights, always the same for a customer under a salt; undefined where nothing weighs. */
export function chosenBy<T extends { weight: number }>(
  salt: string,
  customer: number,
  among: readonly T[],
): T | undefined {
  const total = among.reduce((sum, { weight }) => sum + weight, 0);
  let mark = chance(salt, customer) * total;
  return among.find(({ weight }) => (mark -= weight) < 0);
}
