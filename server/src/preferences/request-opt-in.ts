import type { RequestSubscription } from '@tabiji/shared/api/opt-in.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { stopsEverything } from '@tabiji/shared/sending/suppression.ts';
import { findSuppression } from '../customers/suppression/list.sql.ts';
import { addressHash } from '../customers/suppression/address-hash.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { nextRowNumbers } from '../db/numbers.sql.ts';
import { sha256 } from '../hash.ts';
import { addressKind } from '@tabiji/shared/sending/address.ts';
import { messageId } from '../messages/compose.ts';
import type { Mail } from '../messages/providers/provider.ts';
import { sendSingle } from '../messages/single/send-single.ts';
import { SenderBook } from '../senders/sender-book.ts';
import { listSenders } from '../senders/senders.sql.ts';
import type { Services } from '../services.ts';
import { workspaceName } from '../templates/addressee.sql.ts';
import { mailValues, NO_LINKS, sampleCustomer, workspaceValues } from '../templates/values.ts';
import { confirmationMail } from './confirmation-mail.ts';
import { forgetMailing, keepOptIn } from './opt-in.sql.ts';
import { tokenFor } from './token.ts';

/**
 * Asks somebody by mail whether they signed up (double opt-in). The form answers the same whatever comes of it.
 * @throws AppError `invalid` for what is no address or no topic that can be refused; `unavailable` while sending is stopped
 */
export async function requestOptIn(
  services: Services,
  workspaceId: number,
  { email, topic, customer, locale, text }: RequestSubscription,
  ip: string,
): Promise<void> {
  if (addressKind(email) === 'wrong')
    throw new AppError('invalid', `“${email}” is not a mail address.`, { field: 'email' });
  const asked = await inWorkspace(services.db, workspaceId, async (trx, here) => {
    const about = here.topics.find(({ key, kind }) => key === topic && kind === 'marketing');
    if (!about)
      throw new AppError('invalid', `“${topic}” is no topic that customers choose. Make it in the settings.`, {
        field: 'topic',
      });
    if (here.stopped) throw new AppError('unavailable', 'All sending is stopped. Try again when it goes on.');
    const suppression = await findSuppression(trx, here, email);
    if (suppression && stopsEverything(suppression.reason)) return undefined;
    const language = locale ?? here.locale;
    const ipHash = ip === '' ? null : addressHash(here.salt, ip);
    const id = await keepOptIn(trx, here, {
      address: email,
      topic,
      customer: customer ?? null,
      locale: language,
      text: text ?? null,
      ipHash,
    });
    if (id === undefined) return undefined;
    const token = tokenFor({ workspaceId, of: id, purpose: 'confirm', topic }, here.linkKeys);
    const book = new SenderBook(await listSenders(trx, here), here.sender.key);
    const { sender, identity, ...voice } = book.voice(null, { attributes: {}, locale: language });
    const saying = { ...here, sender: voice.from, identity: { ...here.identity, ...identity } };
    const values = mailValues(sampleCustomer(language), {
      workspace: { ...workspaceValues(saying, await workspaceName(trx, here)), locale: language },
      journey: '',
      now: here.now,
      links: NO_LINKS,
    });
    const confirm = `${services.config.url}/u/${token}`;
    const words = await confirmationMail(language, { ...values, topic: about.name[language] || topic, confirm });
    // Another one each time it may go: a service must not take tomorrow's for today's.
    const key = `confirm-${sha256(`${workspaceId}.${id}.${here.realNow}`, 'hex').slice(0, 32)}`;
    const headers = { 'Message-ID': messageId(key, voice.from.address) };
    const mail: Mail = { key, ...voice, to: email, ...words, headers };
    const [letter] = await nextRowNumbers(trx, 1);
    return { request: id, single: { id: letter!, mail, sender, template: 'confirmation', essential: true } };
  });
  if (!asked) return;
  const { handed } = await sendSingle(services, workspaceId, asked.single);
  if (handed.kind === 'later' || handed.kind === 'refused' || handed.kind === 'withdrawn')
    await inWorkspace(services.db, workspaceId, (trx, here) => forgetMailing(trx, here, asked.request));
}
