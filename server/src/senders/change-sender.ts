import type { AddSender, ChangeSender } from '@tabiji/shared/api/senders.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { nameIn, type SenderSettings } from '@tabiji/shared/sending/sender.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { setTemplateSender } from '../templates/templates.sql.ts';
import { refuseStrangers } from './staff-domains.ts';
import { insertSender, listSenders, type SenderRecord, setDefault, setRetired, updateSender } from './senders.sql.ts';
import { noteSenderChanged } from './troubles.sql.ts';
import { senderUses } from './uses.sql.ts';

/** @throws AppError `conflict` for a key that is taken; `invalid` for a staff address of a domain that is not ours */
export async function addSender(trx: Trx, here: Here, { key: wanted, ...settings }: AddSender): Promise<void> {
  const all = await listSenders(trx, here);
  refuseStrangers(settings, all);
  const key = wanted ?? freeKey(settings, all);
  if (!(await insertSender(trx, here, key, settings)))
    throw new AppError('conflict', `There is a sender “${key}” already. Choose another key.`, { field: 'key' });
}

/**
 * Changes a sender. Mails under way that were tried once repeat what they said then.
 * @throws AppError `not_found`; `refused` for the default one, or one in use, that is to be retired, and for a retired
 *   one that is to be the default; `invalid` for a staff address of a domain that is not ours
 */
export async function changeSender(
  trx: Trx,
  here: Here,
  key: string,
  { settings, isDefault, retired }: ChangeSender,
): Promise<void> {
  const all = await listSenders(trx, here);
  const before = all.find((sender) => sender.key === key);
  if (!before) throw new AppError('not_found', `There is no sender ${key}.`);
  if (settings) {
    refuseStrangers(
      settings,
      all.filter((sender) => sender.key !== key),
    );
    await updateSender(trx, here, key, settings);
    if (isOther(settings, before)) await noteSenderChanged(trx, here, key);
  }
  if (retired === true) await retire(trx, here, before);
  if (retired === false) await setRetired(trx, here, key, null);
  const isRetired = retired ?? before.retiredAt !== null;
  if (isDefault && isRetired)
    throw new AppError('refused', `“${before.name}” is retired: bring it back before it becomes the default.`);
  if (isDefault || (settings && key === here.sender.key)) {
    const now = settings ?? before;
    await setDefault(trx, here, key, { key, name: nameIn(now.fromName, here.locale), address: now.address });
  }
}

/** Whether a service may take its mails for another's now. */
const isOther = (now: SenderSettings, before: SenderSettings): boolean =>
  now.address !== before.address ||
  now.provider !== before.provider ||
  now.fromName.ja !== before.fromName.ja ||
  now.fromName.en !== before.fromName.en;

/** @throws AppError `not_found` for a mail that does not exist; `refused` for a sender that cannot be chosen */
export async function chooseForTemplate(trx: Trx, here: Here, template: string, sender: string | null): Promise<void> {
  const chosen = sender === null ? undefined : (await listSenders(trx, here)).find(({ key }) => key === sender);
  if (sender !== null && (!chosen || chosen.retiredAt !== null))
    throw new AppError('refused', `There is no sender “${sender}” to choose, or it is retired.`, { field: 'sender' });
  if (!(await setTemplateSender(trx, here, template, sender)))
    throw new AppError('not_found', `There is no template ${template}.`);
}

async function retire(trx: Trx, here: Here, { key, name }: SenderRecord): Promise<void> {
  if (key === here.sender.key)
    throw new AppError('refused', `“${name}” is the default sender. Make another one the default first.`);
  const uses = (await senderUses(trx, here)).get(key) ?? [];
  if (uses.length > 0) {
    const where = uses.map((use) => (use.kind === 'journey' ? `the journey “${use.name}”` : `the mail “${use.name}”`));
    throw new AppError('refused', `“${name}” is used by ${where.join(', ')}. Choose another sender there first.`, {
      details: { uses },
    });
  }
  await setRetired(trx, here, key, new Date(here.realNow));
}

/** A key from the address: `tencho@shop.example` → `tencho`, `tencho-2`. */
function freeKey({ address }: SenderSettings, all: readonly SenderRecord[]): string {
  const taken = new Set(all.map(({ key }) => key));
  const base = (address.split('@')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 30);
  const stem = base || 'sender';
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
