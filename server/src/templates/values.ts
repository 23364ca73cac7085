import type { Json } from '@tabiji/shared/json.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Millis } from '@tabiji/shared/time.ts';

/** What Liquid in a mail may use. Plain JSON: a retry repeats it from the outbox row. Instants are ISO 8601. */
export interface MailValues {
  customer: {
    externalId: string;
    lastName: string;
    firstName: string;
    lastNameKana: string;
    firstNameKana: string;
    /** 姓 名 in Japanese, first and last name otherwise; empty when unknown. */
    name: string;
    email: string;
    phone: string;
    /** BCP 47; the workspace's where the customer's is not known. */
    language: string;
    attributes: Record<string, Json>;
  };
  /** Counted orders only; amount in the smallest unit of money. */
  orders: {
    count: number;
    amount: number;
    first: string | null;
    last: string | null;
    /** Of the last one, as the shop told of them. */
    items: readonly Json[];
  };
  /** The order that the journey follows: the one that started it, else the last that was known then. */
  order: { items: readonly Json[] };
  workspace: {
    name: string;
    senderName: string;
    senderAddress: string;
    locale: Locale;
    timeZone: string;
    /** Who writes; the sender's name where the settings say nothing. */
    company: string;
    /** Empty where the settings say nothing. */
    postalAddress: string;
    /** Where questions and complaints go; the sender's address where the settings say nothing. */
    contact: string;
  };
  journey: { name: string };
  /** How the reader stops this kind of mail, and sees to all of them. */
  links: { unsubscribe: string; preferences: string };
  /** Links by question and answer. */
  question: Record<string, Record<string, string>>;
  /** The latest answers by question. */
  answers: Record<string, Json>;
  /** Workspace time. */
  now: string;
}

/** The columns of a customer that mails use. */
export interface CustomerFacts {
  external_id: string;
  email: string | null;
  phone: string | null;
  last_name: string | null;
  first_name: string | null;
  last_name_kana: string | null;
  first_name_kana: string | null;
  locale: string | null;
  order_count: number;
  order_amount: number;
  first_order_at: Date | null;
  last_order_at: Date | null;
  attributes: Record<string, Json>;
}

const ANSWERS = 'answers.';

export interface Surroundings {
  workspace: MailValues['workspace'];
  journey: string;
  now: Millis;
  links: MailValues['links'];
  questions?: MailValues['question'] | undefined;
  items?: readonly Json[] | undefined;
  /** Of the order that the journey follows. */
  followed?: readonly Json[] | undefined;
}

/** What mails say about the shop. */
export const workspaceValues = (
  {
    sender,
    identity,
    locale,
    zone,
  }: Pick<Here, 'identity' | 'locale' | 'zone'> & { sender: Pick<Here['sender'], 'name' | 'address'> },
  name: string,
): MailValues['workspace'] => ({
  name,
  senderName: sender.name,
  senderAddress: sender.address,
  locale,
  timeZone: zone,
  company: identity.company || sender.name,
  postalAddress: identity.postalAddress ?? '',
  contact: identity.contact || sender.address,
});

export function mailValues(
  facts: CustomerFacts,
  { workspace, journey, now, links, questions = {}, items = [], followed = [] }: Surroundings,
): MailValues {
  return valuesOf({
    customer: customerValues(facts, workspace.locale),
    orders: orderValues(facts, items),
    order: { items: followed },
    workspace,
    journey: { name: journey },
    links,
    question: questions,
    now: new Date(now).toISOString(),
  });
}

/** What mails say about their reader. */
export function customerValues(facts: CustomerFacts, locale: Locale): MailValues['customer'] {
  const lastName = facts.last_name ?? '';
  const firstName = facts.first_name ?? '';
  const language = facts.locale || locale;
  return {
    externalId: facts.external_id,
    lastName,
    firstName,
    lastNameKana: facts.last_name_kana ?? '',
    firstNameKana: facts.first_name_kana ?? '',
    name: (language.startsWith('ja') ? `${lastName} ${firstName}` : `${firstName} ${lastName}`).trim(),
    email: facts.email ?? '',
    phone: facts.phone ?? '',
    language,
    attributes: facts.attributes,
  };
}

/** What mails say about the reader's orders. */
export const orderValues = (facts: CustomerFacts, items: readonly Json[] = []): MailValues['orders'] => ({
  count: facts.order_count,
  amount: facts.order_amount,
  first: facts.first_order_at?.toISOString() ?? null,
  last: facts.last_order_at?.toISOString() ?? null,
  items,
});

/** All values, with those that follow from others. */
export const valuesOf = (given: Omit<MailValues, 'answers'>): MailValues => ({
  ...given,
  answers: answersIn(given.customer.attributes),
});

const answersIn = (attributes: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(
    Object.keys(attributes)
      .filter((name) => name.startsWith(ANSWERS))
      .map((name) => [name.slice(ANSWERS.length), attributes[name]!]),
  );

/** Links of a mail that is only shown: they lead nowhere. */
export const NO_LINKS: MailValues['links'] = { unsubscribe: '#', preferences: '#' };

/** Somebody to show a mail with when there is no customer yet. */
export const sampleCustomer = (locale: Locale): CustomerFacts => ({
  external_id: 'C-1001',
  email: 'hanako.yamada@example.com',
  phone: '090-0000-0000',
  last_name: locale === 'ja' ? '山田' : 'Yamada',
  first_name: locale === 'ja' ? '花子' : 'Hanako',
  last_name_kana: 'ヤマダ',
  first_name_kana: 'ハナコ',
  locale,
  order_count: 1,
  order_amount: 4980,
  first_order_at: new Date('2026-04-01T03:00:00Z'),
  last_order_at: new Date('2026-04-01T03:00:00Z'),
  attributes: {},
});

/** What somebody who is made up ordered last. */
export const sampleItems = (locale: Locale): Json[] => [
  { name: locale === 'ja' ? 'ほうじ茶 30包' : 'Roasted tea, 30 bags', quantity: 2, price: 1980 },
  { name: locale === 'ja' ? '茶こし' : 'Tea strainer', quantity: 1, price: 1020 },
];

type Tree = true | 'anything' | { readonly [name: string]: Tree };

const text = true;
const TREE: Tree = {
  customer: {
    externalId: text,
    lastName: text,
    firstName: text,
    lastNameKana: text,
    firstNameKana: text,
    name: text,
    email: text,
    phone: text,
    language: text,
    attributes: 'anything',
  } satisfies Record<keyof MailValues['customer'], Tree>,
  orders: { count: text, amount: text, first: text, last: text, items: 'anything' } satisfies Record<
    keyof MailValues['orders'],
    Tree
  >,
  order: { items: 'anything' } satisfies Record<keyof MailValues['order'], Tree>,
  workspace: {
    name: text,
    senderName: text,
    senderAddress: text,
    locale: text,
    timeZone: text,
    company: text,
    postalAddress: text,
    contact: text,
  } satisfies Record<keyof MailValues['workspace'], Tree>,
  journey: { name: text },
  links: { unsubscribe: text, preferences: text } satisfies Record<keyof MailValues['links'], Tree>,
  question: 'anything',
  answers: 'anything',
  now: text,
} satisfies Record<keyof MailValues, Tree>;

/** The names of all values that every mail has. */
export const knownValues = (): string[] => namesIn(TREE, '');

const namesIn = (tree: Tree, prefix: string): string[] =>
  typeof tree === 'object'
    ? Object.entries(tree).flatMap(([name, below]) => namesIn(below, prefix === '' ? name : `${prefix}.${name}`))
    : tree === true
      ? [prefix]
      : [];

/** Whether a mail has a value under this path; parts that are computed while rendering count as known. */
export function isKnownValue(path: readonly unknown[]): boolean {
  let tree: Tree = TREE;
  for (const part of path) {
    if (tree === 'anything' || typeof part !== 'string') return true;
    if (tree === true) return part === 'size';
    if (!Object.hasOwn(tree, part)) return false;
    tree = tree[part]!;
  }
  return true;
}
