import type { JourneySettings } from '@tabiji/shared/journey/graph.ts';
import { explainHold } from '@tabiji/shared/sending/explain.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import type { InstantStep } from '@tabiji/shared/time/instant-step.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Seen } from './watch.ts';

/** Why somebody rests until the instant that their node named. */
export function stepsOf({ node: { definition, config }, turn, said, forked }: Seen): InstantStep[] {
  if ((said.kind !== 'sleep' && said.kind !== 'listen') || said.until === null) return [];
  if (forked && said.kind === 'sleep') return [{ rule: 'fork', from: turn.now, to: said.until }];
  return [...(definition.explain?.(config, said.intent, turn.zone, turn.facts) ?? [])];
}

/** What a journey's letters are judged by. */
export interface Holds {
  rules: SendingRules;
  settings: JourneySettings;
  /** The customer's, else the workspace's. */
  own: string;
  workspace: string;
}

/** Why a letter that was asked for at `since` goes at `until`. */
export const holdSteps = (
  hold: { since: Millis; until: Millis; why: string },
  { rules, settings, own, workspace }: Holds,
): InstantStep[] =>
  explainHold(
    hold,
    {
      quietHours: settings.quietHours ?? rules.quietHours,
      quietZone: own,
      sendWindow: settings.sendWindow ?? rules.sendWindow,
      windowZone: settings.timeZone === 'workspace' ? workspace : own,
    },
    rules.cap,
  );
