import type { Here } from '../db/in-workspace.ts';
import { sha256 } from '../hash.ts';
import { track, trackingFor } from '../feedback/links/track.ts';
import { mailTag } from '../feedback/mail-tag.ts';
import { returnPath, returnToken } from '../feedback/return-path.ts';
import { languageOf } from '@tabiji/shared/locale.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import type { SenderBook } from '../senders/sender-book.ts';
import { mailLinks, type LinkBase } from '../preferences/mail-links.ts';
import { questionLinks, type Asking } from '../questions/links.ts';
import { inLanguage } from '../templates/in-language.ts';
import { type CompiledTemplate, renderLiquid } from '../templates/render-liquid.ts';
import { mailValues, workspaceValues } from '../templates/values.ts';
import type { Due } from './claim.sql.ts';
import type { DueRow, Pinned } from './due.ts';
import type { OrderItems } from './order-items.ts';
import type { Mail } from './providers/provider.ts';

/** What a batch of mails is written with. */
export interface Desk {
  base: LinkBase;
  senders: SenderBook;
  asking: Asking | undefined;
  items: OrderItems;
}

/** What goes into this mail and is repeated by every retry. */
export function pinnedFor(due: Due, here: Here, { base, senders, asking, items }: Desk): Pinned {
  if (due.pinned) return due.pinned;
  const { attributes, locale } = due.customer;
  const { identity, ...voice } = senders.voice(due.sender, { attributes, locale: languageOf(locale, here.locale) });
  const reader = { workspaceId: here.id, customerId: due.customerId };
  const mail = { ...reader, messageId: due.id };
  const tracking = trackingFor(mail, here.tracking, { url: base.url, keys: here.linkKeys });
  const about = { workspaceId: here.id, of: due.customerId, topic: topicRule(here.topics, due.topic) };
  const { links, listUnsubscribe } = mailLinks(base, about, here.linkKeys);
  return {
    ...voice,
    to: due.customer.email?.trim() ?? '',
    ...(listUnsubscribe && { listUnsubscribe }),
    ...(tracking && { tracking }),
    ...(here.bounceAddress !== undefined && {
      returns: { address: here.bounceAddress, token: returnToken(here, mail) },
    }),
    values: mailValues(due.customer, {
      workspace: workspaceValues(
        { ...here, sender: voice.from, identity: { ...here.identity, ...identity } },
        due.workspaceName,
      ),
      journey: due.journeyName,
      now: here.now,
      links,
      items: items.get(due.customerId),
      questions: asking && questionLinks(asking, base.url, { ...reader, letterId: due.id }),
    }),
  };
}

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
