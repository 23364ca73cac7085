import type { TemplateProblem } from './problem.ts';
import { liquidEngine } from './liquid-engine.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import { mailValues, NO_LINKS, sampleCustomer } from './values.ts';

/** A usual mail takes less than one. */
const LIMIT_MS = 120;
const REPEATS = /\{%-?\s*(?:for|tablerow)\b/g;

/** Why a template with loops cannot be used: written once for somebody usual, it met a limit. */
export function takesTooLong(template: CompiledTemplate): TemplateProblem | undefined {
  if (`${template.subject}${template.html}`.search(REPEATS) < 0) return undefined;
  const values = mailValues(sampleCustomer('ja'), {
    workspace: {
      name: '',
      senderName: '',
      senderAddress: '',
      locale: 'ja',
      timeZone: 'Asia/Tokyo',
      company: '',
      postalAddress: '',
      contact: '',
    },
    journey: '',
    now: 0,
    links: NO_LINKS,
  });
  const liquid = liquidEngine('html', 'ja');
  try {
    for (const text of [template.subject, template.html])
      liquid.renderSync(liquid.parse(text), values, { renderLimit: LIMIT_MS });
    return undefined;
  } catch (error) {
    const isLimit = error instanceof Error && error.message.includes('limit exceeded');
    return isLimit ? { line: 1, text: WORDS } : undefined;
  }
}

const WORDS = {
  ja: '繰り返しが多すぎて、1通を書き出すのに時間がかかりすぎます。',
  en: 'Its loops repeat so often that writing one mail takes too long.',
};
