import { explainHold } from '@tabiji/shared/sending/explain.ts';
import { hoursOf, type HoursFor } from '@tabiji/shared/sending/hours-of.ts';
import type { InstantStep } from '@tabiji/shared/time/instant-step.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Seen } from './watch.ts';

/** Why somebody rests until the instant that their node named. */
export function stepsOf({ node: { definition, config }, turn, said, forked }: Seen): InstantStep[] {
  if ((said.kind !== 'sleep' && said.kind !== 'listen') || said.until === null) return [];
  if (forked && said.kind === 'sleep') return [{ rule: 'fork', from: turn.now, to: said.until }];
  return [...(definition.explain?.(config, said.intent, turn.zone, turn.facts) ?? [])];
}

/** Why a letter that was asked for at `since` goes at `until`. */
export const holdSteps = (hold: { since: Millis; until: Millis; why: string }, by: HoursFor): InstantStep[] =>
  explainHold(hold, hoursOf(by), by.rules.cap);
