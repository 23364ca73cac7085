import type { Json } from '@tabiji/shared/json.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import { nameIn } from '@tabiji/shared/sending/sender.ts';
import { staffKey, type StaffMember } from '@tabiji/shared/sending/staff.ts';
import type { SenderRecord } from './senders.sql.ts';

/** In whose name one mail goes. */
export interface Voice {
  /** Key of the sender. */
  sender: string;
  from: { name: string; address: string };
  replyTo?: string;
  /** What differs from the workspace's. */
  identity: Identity;
}

/** The workspace's senders, read once for a batch of mails. */
export class SenderBook {
  /** Whoever writes where nobody is named. */
  readonly standard: string;
  readonly all: readonly SenderRecord[];
  readonly #byKey: ReadonlyMap<string, SenderRecord>;
  readonly #staff = new Map<string, ReadonlyMap<string, StaffMember>>();

  constructor(all: readonly SenderRecord[], standard: string) {
    this.all = all;
    this.standard = standard;
    this.#byKey = new Map(all.map((sender) => [sender.key, sender]));
  }

  /** The sender of that key; the standard one where none is named, or one that is not there. */
  of(key: string | null | undefined): SenderRecord {
    const found = this.#byKey.get(key ?? this.standard) ?? this.#byKey.get(this.standard);
    if (!found) throw new Error(`the workspace has no sender ${this.standard}`);
    return found;
  }

  /** How a sender writes to a customer: by their own staff member, where the sender does so and they have one. */
  voice(key: string | null | undefined, reader: { attributes: Readonly<Record<string, Json>>; locale: Locale }): Voice {
    const sender = this.of(key);
    const { staff, identity } = sender;
    const member = staff && this.#staffOf(sender).get(staffKey(reader.attributes[staff.attribute]) ?? '');
    const { name, address, replyTo } = member ?? { ...sender, name: nameIn(sender.fromName, reader.locale) };
    return { sender: sender.key, from: { name, address }, ...(replyTo !== null && { replyTo }), identity };
  }

  #staffOf({ key, staff }: SenderRecord): ReadonlyMap<string, StaffMember> {
    let people = this.#staff.get(key);
    if (!people) {
      people = new Map(staff?.people.map((member) => [staffKey(member.key) ?? '', member]));
      this.#staff.set(key, people);
    }
    return people;
  }
}
