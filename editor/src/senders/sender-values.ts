import type { SenderRow } from '@tabiji/shared/api/senders.ts';
import { domainOf, SenderSettings } from '@tabiji/shared/sending/sender.ts';
import { staffKey, type StaffMember } from '@tabiji/shared/sending/staff.ts';
import { plain } from '../normalise.ts';

/** A sender as its form holds it: texts that may be empty. */
export interface SenderValues extends Omit<SenderSettings, 'replyTo' | 'staff'> {
  replyTo: string;
  /** Whether the customer's own staff member writes. */
  hasStaff: boolean;
  attribute: string;
  people: StaffValues[];
}
export interface StaffValues extends Omit<StaffMember, 'replyTo'> {
  replyTo: string;
}

export const NEW_SENDER: SenderValues = {
  name: '',
  fromName: { ja: '', en: '' },
  address: '',
  replyTo: '',
  provider: null,
  policy: 'never_twice',
  identity: {},
  hasStaff: false,
  attribute: '',
  people: [],
};
export const NEW_MEMBER: StaffValues = { key: '', name: '', address: '', replyTo: '' };

/** What the form starts with. */
export const valuesOf = ({ staff, replyTo, ...sender }: SenderRow): SenderValues => ({
  name: sender.name,
  fromName: sender.fromName,
  address: sender.address,
  replyTo: replyTo ?? '',
  provider: sender.provider,
  policy: sender.policy,
  identity: sender.identity,
  hasStaff: staff !== null,
  attribute: staff?.attribute ?? '',
  people: staff?.people.map((member) => ({ ...member, replyTo: member.replyTo ?? '' })) ?? [],
});

/** The form the API wants: addresses in plain letters, nothing where nothing was entered. */
export function settingsOf({ hasStaff, attribute, people, ...values }: SenderValues): SenderSettings {
  const optional = (address: string) => plain(address) || null;
  const identity = Object.entries(values.identity).filter(([, value]) => value.trim() !== '');
  return {
    ...values,
    address: plain(values.address),
    replyTo: optional(values.replyTo),
    identity: Object.fromEntries(identity),
    staff: hasStaff
      ? {
          attribute: attribute.trim(),
          people: people.map((one) => ({ ...one, address: plain(one.address), replyTo: optional(one.replyTo) })),
        }
      : null,
  };
}

export type Wrong = 'required' | 'address' | 'line' | 'twice' | 'domain';

/**
 * What is wrong, by path (`staff.people.0.address`).
 * @param domains that other senders have: staff write from these, or from the sender's own
 */
export function wrongParts(values: SenderValues, domains: readonly string[]): ReadonlyMap<string, Wrong> {
  const settings = settingsOf(values);
  const wrong = new Map<string, Wrong>();
  for (const { path, code } of SenderSettings.safeParse(settings).error?.issues ?? []) {
    const at = path.join('.');
    if (!wrong.has(at)) wrong.set(at, wordOf(at, code, valueAt(settings, path)));
  }
  const ours = new Set([domainOf(settings.address), ...domains]);
  const keys = settings.staff?.people.map(({ key }) => staffKey(key)) ?? [];
  settings.staff?.people.forEach(({ address }, at) => {
    const path = `staff.people.${at}`;
    if (keys[at] !== undefined && keys.indexOf(keys[at]) < at) wrong.set(`${path}.key`, 'twice');
    if (!wrong.has(`${path}.address`) && !ours.has(domainOf(address))) wrong.set(`${path}.address`, 'domain');
  });
  wrong.delete('staff.people'); // said where it is: beside the key that comes twice
  return wrong;
}

const wordOf = (path: string, code: string, value: unknown): Wrong => {
  if (value === '' || path === 'fromName') return 'required';
  return /(address|replyTo)$/.test(path) ? 'address' : code === 'too_small' ? 'required' : 'line';
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
