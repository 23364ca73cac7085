import type { Locale } from '@tabiji/shared/locale.ts';
import { checkTemplate } from '../templates/check-template.ts';
import { type CompiledTemplate, renderLiquid, type Rendered } from '../templates/render-liquid.ts';
import type { MailValues } from '../templates/values.ts';

const WORDS: Readonly<Record<Locale, Record<'subject' | 'title' | 'body' | 'button' | 'notYou', string>>> = {
  ja: {
    subject: '【ご確認】{{ topic }}のメール配信（{{ workspace.name }}）',
    title: 'メール配信のご登録を確認します',
    body: '{{ workspace.name }}の「{{ topic }}」にお申し込みいただき、ありがとうございます。下のボタンから、お申し込みの確認をお願いいたします。',
    button: '登録を確認する',
    notYou: 'お心当たりがない場合は、このメールを破棄してください。確認されるまで、配信は始まりません。',
  },
  en: {
    subject: 'Please confirm: mails about {{ topic }} from {{ workspace.name }}',
    title: 'Please confirm that you would like our mails',
    body: 'Thank you for asking for “{{ topic }}” from {{ workspace.name }}. Please confirm with the button below that it was you.',
    button: 'Confirm',
    notYou: 'If it was not you, throw this mail away. Nothing is sent before it is confirmed.',
  },
};

const mjmlOf = (
  { title, body, button, notYou }: (typeof WORDS)['ja'],
  locale: Locale,
) => `<mjml lang="${locale}"><mj-head>
  <mj-attributes><mj-all font-family="'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic', Meiryo, Arial, sans-serif" /></mj-attributes>
</mj-head><mj-body background-color="#f7f6f2"><mj-section background-color="#ffffff" padding="32px 16px"><mj-column>
  <mj-text font-size="14px" font-weight="600" color="#1f2933">{{ workspace.senderName }}</mj-text>
  <mj-text font-size="20px" line-height="1.6" font-weight="600" color="#1f2933">${title}</mj-text>
  <mj-text font-size="16px" line-height="1.8" color="#1f2933">${body}</mj-text>
  <mj-button href="{{ confirm }}" background-color="#2f5199" border-radius="6px" font-size="16px" align="left">${button}</mj-button>
  <mj-text font-size="14px" line-height="1.7" color="#5b6672">${notYou}</mj-text>
  <mj-text font-size="12px" line-height="1.8" color="#5b6672">{{ workspace.company }}<br />{{ workspace.postalAddress }}<br />{{ workspace.contact }}</mj-text>
</mj-column></mj-section></mj-body></mjml>`;

const kept = new Map<Locale, CompiledTemplate>();

/** Asks somebody whether they signed up: what an account needs, and no promotion. */
export async function confirmationMail(
  locale: Locale,
  values: MailValues & { topic: string; confirm: string },
): Promise<Rendered> {
  let template = kept.get(locale);
  if (!template) {
    const words = WORDS[locale];
    const { compiled, problems } = await checkTemplate({ subject: words.subject, mjml: mjmlOf(words, locale) });
    if (!compiled) throw new Error(`the confirmation mail does not compile: ${problems[0]?.text.en}`);
    kept.set(locale, (template = compiled));
  }
  return renderLiquid(template, values);
}
