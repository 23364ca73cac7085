import { randomUUID } from 'node:crypto';
import type { Locale } from '@tabiji/shared/locale.ts';
import { breaksHeader, messageId } from '../../messages/compose.ts';
import type { Mail } from '../../messages/providers/provider.ts';
import type { Voice } from '../../senders/sender-book.ts';
import { type CompiledTemplate, renderLiquid } from '../render-liquid.ts';
import type { MailValues } from '../values.ts';

/** One test as it is to be written. */
export interface TestToWrite {
  template: CompiledTemplate;
  values: MailValues;
  voice: Voice;
  to: string;
  /** Stands before the subject. */
  prefix: string;
  /** What is tested, in a header of its own. */
  what: string;
}

/** A test by the sender's own renderer; it measures nothing and says that it is one. */
export function writeTest({
  template,
  values,
  voice: { sender, from, replyTo },
  to,
  prefix,
  what,
}: TestToWrite): { mail: Mail; sender: string } | { failed: string } {
  try {
    const { subject, html, text } = renderLiquid(template, values);
    const key = `test.${randomUUID()}`;
    if ([from.name, from.address, to, subject].some(breaksHeader)) return { failed: 'header_injection' };
    const headers = { 'Message-ID': messageId(key, from.address), 'X-Tabiji-Test': what };
    const answers = replyTo === undefined ? {} : { replyTo };
    return { sender, mail: { key, from, ...answers, to, subject: prefix + subject, html, text, headers } };
  } catch (error) {
    return { failed: `render_failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500) };
  }
}

/** What stands before the subject of a test; of a journey's, the day counted from the entry: 「[テスト +14日] 」. */
export function testPrefix(locale: Locale, day?: number): string {
  if (day === undefined) return locale === 'ja' ? '【テスト】' : '[Test] ';
  return locale === 'ja' ? `[テスト +${day}日] ` : `[Test +${day} ${day === 1 ? 'day' : 'days'}] `;
}
