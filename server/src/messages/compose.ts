import { sha256 } from '../hash.ts';
import { track } from '../feedback/links/track.ts';
import { mailTag } from '../feedback/mail-tag.ts';
import { returnPath } from '../feedback/return-path.ts';
import { inLanguage } from '../templates/in-language.ts';
import { type CompiledTemplate, renderLiquid } from '../templates/render-liquid.ts';
import type { DueRow, Pinned } from './due.ts';
import type { Mail } from './providers/provider.ts';

/** A mail, or why it cannot be written. One recipient's trouble stays theirs. */
export function compose(
  row: DueRow,
  pinned: Pinned,
  template: CompiledTemplate | undefined,
  workspace: number,
  render: typeof renderLiquid = renderLiquid,
): Mail | { failed: string } {
  if (!template) return { failed: 'template_missing' };
  try {
    const mail = { workspaceId: workspace, customerId: row.customerId, messageId: row.id };
    const words = inLanguage(template, pinned.values.customer.language);
    const tracked = track(words, pinned.values, mail, pinned.tracking);
    const rendered = render(tracked.template, tracked.values);
    const headers = {
      'Message-ID': messageId(row.key, pinned.from.address),
      'Feedback-ID': `${headerToken(row.node)}:${row.journeyId}:${workspace}:tabiji`,
      ...(pinned.listUnsubscribe && {
        'List-Unsubscribe': pinned.listUnsubscribe,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      // complaints come there with this name, also where all addresses were taken out (RFC 9477)
      ...(pinned.returns && {
        'CFBL-Address': `${pinned.returns.address}; report=arf`,
        'CFBL-Feedback-ID': pinned.returns.token,
      }),
    };
    const unsafe = [pinned.from.name, pinned.from.address, pinned.replyTo ?? '', pinned.to, rendered.subject].some(
      breaksHeader,
    );
    if (unsafe) return { failed: 'header_injection' };
    const { from, to, replyTo, returns } = pinned;
    return {
      key: row.key,
      tag: mailTag(mail),
      from,
      to,
      ...(replyTo !== undefined && { replyTo }),
      ...(returns && { returnPath: returnPath(returns.address, returns.token) }),
      ...rendered,
      headers,
    };
  } catch (error) {
    return { failed: `render_failed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500) };
  }
}

/** The key at the sender's domain: the same for every attempt. */
export function messageId(key: string, sender: string): string {
  const safe = /^[\w.-]{1,64}$/.test(key) ? key : sha256(key, 'hex');
  return `<${safe}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
}

const headerToken = (text: string): string => text.replace(/[^\w.-]/g, '_').slice(0, 60);

/** Whether a text would end its header and begin another. */
// oxlint-disable-next-line no-control-regex
export const breaksHeader = (text: string): boolean => /[\u0000-\u001f\u007f]/.test(text);
