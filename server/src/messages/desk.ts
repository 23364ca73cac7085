import { languageOf } from '@tabiji/shared/locale.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import type { Here } from '../db/in-workspace.ts';
import type { LinkBase } from '../preferences/mail-links.ts';
import { type Asking, questionLinks } from '../questions/links.ts';
import type { SenderBook } from '../senders/sender-book.ts';
import { customerValues, orderValues, workspaceValues } from '../templates/values.ts';
import type { Due } from './due-mail.sql.ts';
import type { OrderItems } from './order-items.ts';
import type { Letterhead, Parts } from './parts.ts';

/** What a batch of mails is written with. */
interface Tools {
  base: LinkBase;
  senders: SenderBook;
  asking: Asking | undefined;
  items: OrderItems;
}

/** Where the mails of a batch are written: puts together what goes into each of them. */
export class Desk {
  private readonly here: Here;
  private readonly tools: Tools;
  private readonly heads = new Map<string, Letterhead>();

  constructor(here: Here, tools: Tools) {
    this.here = here;
    this.tools = tools;
  }

  /** Fixed at the first attempt. Mails with the same head share the object. */
  partsFor(due: Due): Parts {
    const { base, asking, items } = this.tools;
    const { id, locale, linkKeys: keys } = this.here;
    const followed = items.followed.get(due.enrollmentId);
    const reader = { workspaceId: id, customerId: due.customerId, letterId: due.id };
    return {
      head: this.headFor(due),
      own: {
        of: due.customerId,
        to: due.customer.email?.trim() ?? '',
        customer: customerValues(due.customer, locale),
        orders: orderValues(due.customer, items.last.get(due.customerId)),
        ...(followed && { order: { items: followed } }),
        ...(asking && { question: questionLinks(asking, { url: base.url, keys }, reader) }),
      },
    };
  }

  private headFor(due: Due): Letterhead {
    const { here, tools } = this;
    const { attributes, locale } = due.customer;
    const voice = tools.senders.voice(due.sender, { attributes, locale: languageOf(locale, here.locale) });
    const { key, kind } = topicRule(here.topics, due.topic);
    const { sender, from, replyTo, identity } = voice;
    const name = [sender, from.address, from.name, replyTo ?? '', key, due.journeyName].join('\n');
    const known = this.heads.get(name);
    if (known) return known;
    const made: Letterhead = {
      sender,
      from,
      ...(replyTo !== undefined && { replyTo }),
      ...(here.bounceAddress !== undefined && { returns: here.bounceAddress }),
      measures: here.tracking,
      base: { url: tools.base.url, inboundAddress: tools.base.inboundAddress },
      topic: { key, kind },
      keys: here.linkKeys.length,
      workspace: workspaceValues(
        { ...here, sender: from, identity: { ...here.identity, ...identity } },
        due.workspaceName,
      ),
      journey: { name: due.journeyName },
      now: new Date(here.now).toISOString(),
    };
    this.heads.set(name, made);
    return made;
  }
}
