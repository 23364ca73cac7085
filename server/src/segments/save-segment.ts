import type { SaveSegment, SegmentRow } from '@tabiji/shared/api/segments.ts';
import { checkCondition } from '@tabiji/shared/conditions/check.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { segmentsIn } from '@tabiji/shared/conditions/parts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Locale, Words } from '@tabiji/shared/locale.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { listSegments, lockDefinitions, writeSegment, type Definition } from './segment-rows.sql.ts';

/**
 * Creates a segment or changes its definition; who is in it must be judged anew afterwards.
 * @throws AppError `invalid` naming the field of a condition that no segment can have
 */
export async function saveSegment(
  trx: Trx,
  here: Here,
  key: string,
  { name, condition }: SaveSegment,
  locale: Locale,
): Promise<SegmentRow> {
  refuseWrong(condition, locale);
  const others = await lockDefinitions(trx, here.id);
  refuseUnknown(condition, new Set([...others.map((one) => one.key), key]), locale);
  refuseCircle({ key, condition }, others, locale);
  await writeSegment(trx, here, { key, name, condition });
  const [row] = await listSegments(trx, here, key);
  if (!row) throw new Error(`segment ${key} was written and is not there`);
  return row;
}

/** @throws AppError `invalid` with every problem in its details */
export function refuseWrong(condition: Condition, locale: Locale): void {
  const problems = checkCondition(condition, { inJourney: false });
  const [first] = problems;
  if (first) throw refusal(first.path, first.message, locale, problems);
}

/** @throws AppError `invalid` when a condition asks about a segment that is not there */
export function refuseUnknown(condition: Condition, known: ReadonlySet<string>, locale: Locale): void {
  const missing = segmentsIn(condition).find((key) => !known.has(key));
  if (missing === undefined) return;
  const ja = `セグメント「${missing}」がありません。先に作ってください。`;
  throw refusal('', { ja, en: `There is no segment “${missing}”; create it first.` }, locale);
}

function refuseCircle(changed: Pick<Definition, 'key' | 'condition'>, others: readonly Definition[], locale: Locale) {
  const asks = new Map(others.map(({ key, condition }) => [key, segmentsIn(condition)]));
  asks.set(changed.key, segmentsIn(changed.condition));
  const circle = wayBack(changed.key, [changed.key], asks, new Set());
  if (!circle) return;
  const path = circle.join(' → ');
  const ja = `セグメントが輪になります（${path}）。どれか一つの条件からセグメントを外してください。`;
  throw refusal('', { ja, en: `The segments would ask about each other in a circle (${path}). Break it.` }, locale);
}

/** The way along which a segment asks about itself; undefined when there is none. */
function wayBack(
  goal: string,
  way: readonly string[],
  asks: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): readonly string[] | undefined {
  for (const next of asks.get(way.at(-1)!) ?? []) {
    if (next === goal) return [...way, goal];
    if (seen.has(next)) continue;
    seen.add(next);
    const found = wayBack(goal, [...way, next], asks, seen);
    if (found) return found;
  }
  return undefined;
}

function refusal(path: string, message: Words, locale: Locale, details?: unknown): AppError {
  const field = path === '' ? 'condition' : `condition.${path}`;
  return new AppError('invalid', `${field}: ${message[locale]}`, { field, details });
}
