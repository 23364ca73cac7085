import type { Words } from '../../locale.ts';
import { checkCondition } from '../../conditions/check.ts';
import type { PropertyTest } from '../../conditions/condition.ts';
import type { Trigger } from '../../journey/triggers.ts';
import { roughLength } from '../../time.ts';
import type { ConfigProblem, Surroundings } from '../define-node.ts';

/** What a trigger lacks or names wrongly; `path` is where it stands in the start's configuration. */
export function triggerProblems(trigger: Trigger, path: string, around: Surroundings): ConfigProblem[] {
  return [...ownProblems(trigger, path, around), ...whereProblems(trigger, path)];
}

function ownProblems(trigger: Trigger, path: string, { segments, templates, ranks }: Surroundings): ConfigProblem[] {
  const error = (field: string, message: Words): ConfigProblem[] => [
    { severity: 'error', path: `${path}.${field}`, message },
  ];
  switch (trigger.on) {
    case 'segment':
      if (!segments || segments.has(trigger.segment)) return [];
      return error('segment', {
        ja: `セグメント「${trigger.segment}」がありません。`,
        en: `There is no segment “${trigger.segment}”.`,
      });
    case 'message':
      if (!templates || trigger.template === undefined || templates.has(trigger.template)) return [];
      return error('template', {
        ja: `テンプレート「${trigger.template}」がありません。`,
        en: `There is no template “${trigger.template}”.`,
      });
    case 'cpm': {
      if ((trigger.rank === undefined) === (trigger.active === undefined))
        return error('rank', {
          ja: 'ランクの変化か、現役・離脱の変化か、どちらか一つを選んでください。',
          en: 'Choose one: a change of rank, or becoming active or lapsed.',
        });
      const unknown = [...(trigger.rank?.to ?? []), ...(trigger.rank?.from ?? [])].find(
        (one) => ranks?.has(one) === false,
      );
      return unknown === undefined
        ? []
        : error('rank', {
            ja: `CPMランク「${unknown}」がありません。設定で確かめてください。`,
            en: `There is no CPM rank “${unknown}”. See the settings.`,
          });
    }
    case 'elapsed':
      return [
        ...ahead(trigger.estimate, `${path}.estimate`),
        ...ahead(trigger.skipLate, `${path}.skipLate`),
        ...(isBackward(trigger.after) && !MAY_LIE_AHEAD.test(trigger.since)
          ? error('after', {
              ja: 'この基準日より前には始められません。経過を0日以上にしてください。',
              en: 'It cannot start before that date; give a time after it.',
            })
          : []),
        ...(trigger.since.endsWith(':?')
          ? error('since', { ja: '基準日を入れてください。', en: 'Say which date it counts from.' })
          : []),
      ];
    case 'late':
      return ahead(trigger.atLeast, `${path}.atLeast`);
    case 'anniversary':
      if (trigger.offset === undefined || Math.abs(roughLength(trigger.offset)) < HALF_A_YEAR) return [];
      return error('offset', {
        ja: '記念日の前後は半年までにしてください。',
        en: 'Stay within half a year of the day itself.',
      });
    case 'first_purchase':
    case 'nth_purchase':
    case 'order':
    case 'event':
    case 'schedule':
    case 'manual':
      return [];
  }
}

const HALF_A_YEAR = 180 * 86_400_000;
/** Dates that are known, or guessed, before they come. */
const MAY_LIE_AHEAD = /^(run_out$|shipped$|delivered$|attribute:)/;

const isBackward = (duration: string) => roughLength(duration) < 0;

const ahead = (duration: string | undefined, path: string): ConfigProblem[] =>
  duration === undefined || !isBackward(duration)
    ? []
    : [
        {
          severity: 'error',
          path,
          message: { ja: '0以上の長さにしてください。', en: 'Give a length of zero or more.' },
        },
      ];

function whereProblems(trigger: Trigger, path: string): ConfigProblem[] {
  const where: readonly PropertyTest[] = ('where' in trigger && trigger.where) || [];
  return checkCondition({ orders: 'count', op: 'gte', value: 1, where: [...where] }, { inJourney: true }).map(
    ({ path: inside, message }) => ({ severity: 'error', path: `${path}.${inside}`, message }),
  );
}
