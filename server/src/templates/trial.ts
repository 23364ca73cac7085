import type { TemplateProblem } from './problem.ts';
import { liquidEngine } from './liquid-engine.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import { unsafeParts } from './unsafe-source.ts';
import { mailValues, NO_LINKS, sampleCustomer } from './values.ts';

/** A usual mail takes less than one. */
const LIMIT_MS = 120;
/** What no mail server takes; texts that double themselves come here. */
const MOST_BYTES = 1_000_000;

/**
 * Why a template cannot be used that looks sound: written once for somebody usual it met a limit, or became what it was
 * not before, such as a program whose name Liquid puts together.
 */
export function trialProblems(template: CompiledTemplate): TemplateProblem[] {
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
    const [, html = ''] = [template.subject, template.html].map((text) =>
      String(liquid.renderSync(liquid.parse(text), values, { renderLimit: LIMIT_MS })),
    );
    if (Buffer.byteLength(html) > MOST_BYTES) return [{ line: 1, text: TOO_LARGE }];
    return unsafeParts(html).map(({ text }) => ({ line: 1, text }));
  } catch (error) {
    const isLimit = error instanceof Error && error.message.includes('limit exceeded');
    return isLimit ? [{ line: 1, text: WORDS }] : [];
  }
}

const TOO_LARGE = {
  ja: '書き出すと 1,000 kB を超えるメールになります。短くしてください。',
  en: 'Written out it has more than 1,000 kB. Make it shorter.',
};

const WORDS = {
  ja: '繰り返しや、ふくらむ文字が多すぎて、1通を書き出すのに時間がかかりすぎます。',
  en: 'It repeats or grows so much that writing one mail takes too long.',
};
