import { problem, type Problem } from '@tabiji/shared/journey/problem.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { CheckedTemplate } from '../../templates/check-template.ts';
import { placeholders } from '../../templates/placeholders.ts';
import { problemSentence, type TemplateProblem } from '../../templates/problem.ts';
import { type Asked, unaskedLinks } from '../../questions/asked-links.ts';
import { bareValues, honorificTrouble } from '../../templates/bare-values.ts';
import { nearValue } from './near-value.ts';

/** A template as its author wrote it, with what compiling it has found. */
export interface Looked {
  key: string;
  /** With its language, where it is not the mail's main one. */
  name: Words;
  subject: string;
  mjml: string;
  checked: CheckedTemplate;
}

/** A share below this is nobody one would meet. */
const FEW = 0.005;

/**
 * What is wrong with the mail that a node sends.
 * @param around `missing`: of how many customers a value is not known, 0–1; `asked`: what the journey asks
 */
export function templateProblems(
  node: string,
  mail: Looked,
  { missing, asked }: { missing: ReadonlyMap<string, number>; asked: Asked },
): Problem[] {
  const { subject, mjml, checked } = mail;
  const tell = (code: string, message: Words, severity: Problem['severity'] = 'error') =>
    problem(code, { ja: `「${mail.name.ja}」：${message.ja}`, en: `“${mail.name.en}”: ${message.en}` }, node, {
      severity,
      path: 'template',
    });
  const found = [
    ...(subject.trim() === '' ? [tell('E09', { ja: '件名がありません。', en: 'The subject is empty.' })] : []),
    ...checked.problems.map((each) => tell('E12', sentences(each))),
    ...checked.unknownValues.map((each) => tell('E10', withNear(each))),
    ...unaskedLinks(checked.links, asked).map((each) => tell('E23', each.text)),
    ...placeholders({ subject, mjml }).map((each) => tell('E21', sentences(each))),
    ...bareValues(`${subject}\n${mjml}`).flatMap((name) => {
      const share = missing.get(name) ?? 0;
      return share < FEW ? [] : [tell('E11', emptyFor(name, share), 'warning')];
    }),
  ];
  const trouble = honorificTrouble(`${subject}\n${mjml}`);
  return trouble ? [...found, tell('W08', HONORIFIC[trouble], 'warning')] : found;
}

const sentences = (found: TemplateProblem): Words => ({
  ja: problemSentence(found, 'ja'),
  en: problemSentence(found, 'en'),
});

function withNear(found: TemplateProblem): Words {
  const { ja, en } = sentences(found);
  const near = nearValue(/\{\{ (.*?) \}\}/.exec(en)?.[1] ?? '');
  return near ? { ja: `${ja} {{ ${near} }} のことですか。`, en: `${en} Did you mean {{ ${near} }}?` } : { ja, en };
}

const emptyFor = (name: string, share: number): Words => {
  const percent = share < 0.01 ? '1' : String(Math.round(share * 100));
  return {
    ja: `{{ ${name} }} が空の人が約${percent}%います。空のときの文字を入れてください（例：{{ ${name} | default: 'お客様' }}）。`,
    en: `about ${percent}% have no {{ ${name} }}. Say what stands there for them: {{ ${name} | default: 'friend' }}.`,
  };
};

const HONORIFIC: Readonly<Record<'empty' | 'twice', Words>> = {
  empty: {
    ja: "「様」の前の名前が空になることがあります。{{ customer.lastName | 敬称: '様' }} なら「お客様」になります。",
    en: '様 may follow an empty name. {{ customer.lastName | keisho }} says お客様 then.',
  },
  twice: {
    ja: "敬称が二重になります（「様様」）。{{ … | 敬称: '様' }} の後の「様」を消してください。",
    en: 'the honorific stands twice. Take away the 様 behind {{ … | keisho }}.',
  },
};
