import { attributeWords } from '../../conditions/words.ts';
import type { Locale } from '../../locale.ts';
import type { Step, Update } from './node.ts';

/** What an update does, on the card. */
export function updateWords({ steps }: Update, locale: Locale): string {
  const said = steps.flatMap((step) => stepWords(step, locale) ?? []);
  if (said.length === 0) return locale === 'ja' ? '更新する内容を選んでください' : 'Choose what to change';
  return said.join(locale === 'ja' ? '、' : '; ');
}

function stepWords(step: Step, locale: Locale): string | undefined {
  const ja = locale === 'ja';
  if (step.do === 'tag' || step.do === 'untag') {
    if (step.tag === '') return undefined;
    if (step.do === 'tag') return ja ? `タグ「${step.tag}」を付ける` : `add the tag “${step.tag}”`;
    return ja ? `タグ「${step.tag}」を外す` : `take the tag “${step.tag}” off`;
  }
  if (step.attribute === '') return undefined;
  const name = attributeWords(step.attribute, locale);
  switch (step.do) {
    case 'set': {
      const value = typeof step.value === 'string' ? step.value : JSON.stringify(step.value);
      return ja ? `「${name}」を「${value}」にする` : `set “${name}” to “${value}”`;
    }
    case 'clear':
      return ja ? `「${name}」を消す` : `clear “${name}”`;
    case 'add': {
      const by = Math.abs(step.by);
      if (step.by < 0) return ja ? `「${name}」から${by}を引く` : `take ${by} from “${name}”`;
      return ja ? `「${name}」に${by}を足す` : `add ${by} to “${name}”`;
    }
    case 'copy':
      return ja
        ? `「${step.event}」の${step.property}を「${name}」に写す`
        : `copy ${step.property} of “${step.event}” to “${name}”`;
  }
}
