import type { Condition } from '../../conditions/condition.ts';
import type { Words } from '../../locale.ts';
import type { NodeBefore } from '../define-view.ts';

/** A condition that people often want, ready made. */
export interface Preset {
  id: string;
  label: Words;
  about: Words;
  condition: Condition;
}

const BOUGHT: Preset = {
  id: 'bought_again',
  label: { ja: '2回目の購入', en: 'Second purchase' },
  about: { ja: 'このジャーニーに入った後に購入した', en: 'Bought after entering this journey' },
  condition: { orders: 'count', op: 'gte', value: 1, since: 'entered' },
};

const REGULAR: Preset = {
  id: 'regular',
  label: { ja: '通算3回以上の購入', en: 'Three or more purchases' },
  about: { ja: 'これまでに3回以上購入している', en: 'Has bought at least three times so far' },
  condition: { orders: 'count', op: 'gte', value: 3 },
};

const afterMail = ({ id, name }: NodeBefore): Preset => ({
  id: `after-${id}`,
  label: { ja: '直前のメールの後に購入', en: 'Purchase after the last mail' },
  about: { ja: `「${name}」を送った後に購入した`, en: `Bought after “${name}” was sent` },
  condition: { orders: 'count', op: 'gte', value: 1, since: { node: id } },
});

/** What a branch offers first, by what has come before it. */
export function presetsAfter(before: readonly NodeBefore[]): Preset[] {
  const mail = before.find(({ sends }) => sends);
  return [...(mail ? [afterMail(mail)] : []), BOUGHT, REGULAR];
}
