import { missingIdentity, type Identity } from '@tabiji/shared/sending/identity.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { nameIn } from '@tabiji/shared/sending/sender.ts';
import type { Here } from '../db/in-workspace.ts';
import type { SenderRecord } from '../senders/senders.sql.ts';
import { inVariant, type MailSource, writtenIn } from './check-mail.ts';
import type { TemplateProblem } from './problem.ts';
import { type CompiledTemplate, renderLiquid } from './render-liquid.ts';
import { mailValues, sampleCustomer, workspaceValues } from './values.ts';

/** What a promotional mail must show (特定電子メール法 4条, 規則 9条). */
export type Duty = 'settings' | 'company' | 'postalAddress' | 'contact' | 'link' | 'statement';

/** Stand where the reader's own links do. */
const LINKS = { unsubscribe: 'https://link.invalid/unsubscribe', preferences: 'https://link.invalid/preferences' };
const SHOWN: Required<Identity> = { company: '〔会社名〕', postalAddress: '〔住所〕', contact: '〔窓口〕' };
const STATEMENT =
  /停止|解除|中止|不要|ご?希望(で|され|し)?ない|登録を|unsubscribe|opt[ -]?out|\bstop\b|rather not|no longer/i;

/** Who writes a mail, as the law wants it shown. */
export interface Speaker {
  /** What readers see in From. */
  name: string;
  address: string;
  /** The workspace's, with what differs for the sender. */
  identity: Identity;
  /** It goes in the name of one of the staff, who is not who is responsible for it. */
  byStaff: boolean;
  /** What colleagues call the sender; absent for the default one. */
  called?: string | undefined;
}

/** Whoever writes where nobody is named. */
export const standardSpeaker = ({ sender, identity }: Pick<Here, 'sender' | 'identity'>): Speaker => ({
  ...sender,
  identity,
  byStaff: false,
});

/** A sender as the law wants it shown. */
export const speakerOf = (sender: SenderRecord, here: Pick<Here, 'sender' | 'identity' | 'locale'>): Speaker => ({
  name: nameIn(sender.fromName, here.locale),
  address: sender.address,
  identity: { ...here.identity, ...sender.identity },
  byStaff: sender.staff !== null,
  called: sender.key === here.sender.key ? undefined : sender.name,
});

/**
 * What a promotional mail does not show, written as it would be sent in a sender's name. Parts that the settings do not
 * know yet count as known for the mail, and are told once.
 */
export function missingDuties(template: CompiledTemplate, here: Here, speaker = standardSpeaker(here)): Duty[] {
  const identity = { ...SHOWN, ...present(speaker.identity) };
  const { html, text } = renderLiquid(
    template,
    mailValues(sampleCustomer(here.locale), {
      workspace: workspaceValues({ ...here, sender: speaker, identity }, here.sender.name),
      journey: '',
      now: here.now,
      links: LINKS,
    }),
  );
  const shows = (part: string) => plain(text).includes(plain(part));
  const hasLink = Object.values(LINKS).some((link) => html.text.includes(`href="${link}"`));
  return [
    ...(missingIdentity(speaker.identity).length > 0 ? (['settings'] as const) : []),
    ...(shows(identity.company) || (!speaker.byStaff && shows(speaker.name)) ? [] : (['company'] as const)),
    ...(shows(identity.postalAddress) ? [] : (['postalAddress'] as const)),
    ...(shows(identity.contact) ? [] : (['contact'] as const)),
    ...(hasLink ? [] : (['link'] as const)),
    ...(STATEMENT.test(text) ? [] : (['statement'] as const)),
  ];
}

const present = (identity: Identity): Identity =>
  Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined && value !== ''));

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Whether mails reach people: then what is missing keeps a journey from being published, else it is told. */
export const isLiable = ({ kind, provider }: Pick<Here, 'kind' | 'provider'>): boolean =>
  kind === 'live' && (provider === 'smtp' || provider === 'resend');

/** The same as problems of the template in each of its languages, at the line where a footer belongs. */
export const dutyProblems = (
  template: CompiledTemplate,
  source: MailSource,
  here: Here,
  speaker = standardSpeaker(here),
): TemplateProblem[] =>
  writtenIn(source).flatMap(({ language, mjml }) => {
    const compiled = language === undefined ? template : template.variants?.[language];
    return compiled ? problemsIn(compiled, mjml, here, speaker).map((problem) => inVariant(problem, language)) : [];
  });

function problemsIn(template: CompiledTemplate, mjml: string, here: Here, speaker: Speaker): TemplateProblem[] {
  const missing = missingDuties(template, here, speaker);
  const inMail = missing.filter((duty) => duty !== 'settings');
  const line = mjml.slice(0, Math.max(0, mjml.lastIndexOf('</mj-body>'))).split('\n').length;
  return [
    ...(missing.includes('settings') ? [{ line, text: unsettled(speaker) }] : []),
    ...(inMail.length > 0 ? [{ line, text: lacking(inMail) }] : []),
  ];
}

const unsettled = ({ called }: Speaker): Words =>
  called === undefined
    ? {
        ja: '設定に会社名・住所・お問い合わせ窓口がそろっていません（特定電子メール法）。設定の「送信者の表示」で入力してください。',
        en: 'the settings lack the company’s name, postal address or contact, which the law wants shown. Enter them in the settings under “Who writes”.',
      }
    : {
        ja: `送信元「${called}」の会社名・住所・お問い合わせ窓口がそろっていません（特定電子メール法）。設定の「送信者の表示」か、送信元の「送信者の表示を変える」で入力してください。`,
        en: `the sender “${called}” lacks the company’s name, postal address or contact, which the law wants shown. Enter them in the settings under “Who writes”, or with the sender.`,
      };

const NAMES: Readonly<Record<Exclude<Duty, 'settings'>, Words>> = {
  company: { ja: '送信者の名称', en: 'the sender’s name' },
  postalAddress: { ja: '住所', en: 'the postal address' },
  contact: { ja: '苦情・お問い合わせの窓口', en: 'where complaints go' },
  link: { ja: '配信停止のリンク', en: 'the unsubscribe link' },
  statement: { ja: '配信停止できることの案内', en: 'that mails can be stopped' },
};

const lacking = (duties: readonly Exclude<Duty, 'settings'>[]): Words => ({
  ja: `${duties.map((duty) => NAMES[duty].ja).join('・')}がありません（特定電子メール法）。フッターを入れてください。`,
  en: `it does not show ${duties.map((duty) => NAMES[duty].en).join(', ')}, as the law wants it. Insert the footer.`,
});
