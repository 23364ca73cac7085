import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { segmentsIn } from '@tabiji/shared/conditions/parts.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { compiledVersions, versionName } from '../journeys/compiled.ts';
import { deleteSegment, lockDefinitions, versionsInUse } from './segment-rows.sql.ts';

/**
 * Removes a segment that nothing uses.
 * @throws AppError `not_found`; `refused` naming the journeys and segments that use it
 */
export async function removeSegment(trx: Trx, here: Here, key: string, locale: Locale): Promise<void> {
  const definitions = await lockDefinitions(trx, here.id);
  const segment = definitions.find((one) => one.key === key);
  if (!segment)
    throw new AppError(
      'not_found',
      { ja: `セグメント「${key}」はありません。`, en: `There is no segment “${key}”.` }[locale],
    );
  const segments = definitions
    .filter((one) => one.key !== key && segmentsIn(one.condition).includes(key))
    .map(({ name }) => name);
  const journeys = await journeysUsing(trx, here, key);
  if (segments.length > 0 || journeys.length > 0)
    throw new AppError('refused', inUse(segment.name, { journeys, segments }, locale), {
      details: { journeys, segments },
    });
  await deleteSegment(trx, here.id, segment.id);
}

async function journeysUsing(trx: Trx, here: Here, key: string): Promise<string[]> {
  const inUse = await versionsInUse(trx, here.id);
  const versions = await compiledVersions(pgStore(trx, here), here.id, inUse);
  const names = inUse.flatMap(({ name, ...at }) => {
    const version = versions.get(versionName(at));
    return version && segmentsOf(version.graph).has(key) ? [name] : [];
  });
  return [...new Set(names)];
}

/** Keys of all segments that a graph's triggers and conditions ask about. */
function segmentsOf({ triggers, filter, endings, nodes }: CompiledGraph): Set<string> {
  const conditions: Condition[] = [
    ...(filter ? [filter] : []),
    ...endings.map(({ when }) => when),
    ...[...nodes.values()].flatMap(({ definition, config }) =>
      (definition.conditions?.(config) ?? []).map(({ condition }) => condition),
    ),
  ];
  const started = triggers.flatMap((trigger) => (trigger.on === 'segment' ? [trigger.segment] : []));
  return new Set([...started, ...conditions.flatMap(segmentsIn)]);
}

function inUse(name: string, { journeys, segments }: { journeys: string[]; segments: string[] }, locale: Locale) {
  const quoted = (names: string[]) => names.map((one) => (locale === 'ja' ? `「${one}」` : `“${one}”`));
  if (locale === 'ja') {
    const by = [
      ...(journeys.length > 0 ? [`ジャーニー${quoted(journeys).join('')}`] : []),
      ...(segments.length > 0 ? [`セグメント${quoted(segments).join('')}`] : []),
    ];
    return `「${name}」は${by.join('と')}で使われているので削除できません。先にそちらの条件から外してください。`;
  }
  const by = [
    ...(journeys.length > 0 ? [`the journey ${quoted(journeys).join(', ')}`] : []),
    ...(segments.length > 0 ? [`the segment ${quoted(segments).join(', ')}`] : []),
  ];
  return `“${name}” cannot be deleted: ${by.join(' and ')} uses it. Take it out of those conditions first.`;
}
