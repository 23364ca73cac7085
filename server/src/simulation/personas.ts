import type { Told } from '@tabiji/shared/api/simulate.ts';
import type { Words } from '@tabiji/shared/locale.ts';

/** Something that is true of a persona, or that they did: so long before the entry (ISO 8601), or at it. */
export interface Lived {
  ago?: string;
  fact: Told;
}

interface PersonaData {
  key: string;
  name: Words;
  about: Words;
  lived: readonly Lived[];
  /** Said no to the topic of whatever journey they are sent through. */
  unsubscribed?: true;
}

const person = (told: Partial<Extract<Told, { type: 'identify' }>>): Lived => ({
  fact: {
    type: 'identify',
    email: 'hanako@example.com',
    lastName: '佐藤',
    firstName: '花子',
    lastNameKana: 'さとう',
    firstNameKana: 'はなこ',
    locale: 'ja',
    ...told,
    attributes: { birthday: '1991-05-20', prefecture: '東京都', postcode: '150-0001', ...told.attributes },
  },
});

const bought = (ago: string | undefined, amount = 5_500, name = 'お試しセット'): Lived => ({
  ...(ago !== undefined && { ago }),
  fact: {
    type: 'order',
    amount,
    items: [{ product: 'demo-1', name, category: '基礎化粧品', quantity: 1, price: amount }],
  },
});

/** Those whom journeys are tried with first: one ordinary customer, and those whom mistakes are found with. */
export const PERSONAS: readonly PersonaData[] = [
  {
    key: 'first_thirties',
    name: { ja: '初回購入の30代', en: 'First purchase, in their thirties' },
    about: { ja: '入るときに初めて購入した、ふつうのお客様', en: 'An ordinary customer who buys for the first time' },
    lived: [person({}), bought(undefined)],
  },
  {
    key: 'regular',
    name: { ja: '10回購入の常連', en: 'A regular with 10 purchases' },
    about: { ja: '30日ごとに購入し、反応もよい', en: 'Buys every 30 days and reads what comes' },
    lived: [
      person({ lastName: '鈴木', firstName: '一郎' }),
      ...Array.from({ length: 9 }, (_, i) => bought(`P${(9 - i) * 30}D`, 8_800, '定番美容液')),
      bought(undefined, 8_800, '定番美容液'),
    ],
  },
  {
    key: 'lapsed',
    name: { ja: '1年ぶりのお客様', en: 'Back after a year' },
    about: { ja: '最後の購入から365日たっている', en: 'The last purchase was 365 days ago' },
    lived: [person({ lastName: '高橋', firstName: '美咲' }), bought('P400D'), bought('P365D')],
  },
  {
    key: 'no_address',
    name: { ja: '住所なし', en: 'No address' },
    about: { ja: '郵便番号も都道府県もわからない（DMを送れない）', en: 'No postcode and no prefecture: no print mail' },
    lived: [person({ attributes: { prefecture: null, postcode: null } }), bought(undefined)],
  },
  {
    key: 'no_email',
    name: { ja: 'メールアドレスなし', en: 'No mail address' },
    about: { ja: '店頭だけのお客様。メールは送れない', en: 'Buys in the shop only; no mail can go' },
    lived: [person({ email: null }), bought(undefined)],
  },
  {
    key: 'unsubscribed',
    name: { ja: '配信停止', en: 'Unsubscribed' },
    about: { ja: 'このジャーニーの配信カテゴリを断っている', en: 'Has said no to the topic of this journey' },
    lived: [person({ lastName: '伊藤', firstName: '翔' }), bought(undefined)],
    unsubscribed: true,
  },
  {
    key: 'leap_birthday',
    name: { ja: '誕生日 2/29', en: 'Born on 29 February' },
    about: { ja: 'うるう年でない年は2月28日に届く', en: 'In other years the day is 28 February' },
    lived: [person({ lastName: '閏間', firstName: '静', attributes: { birthday: '1992-02-29' } }), bought(undefined)],
  },
  {
    key: 'no_name',
    name: { ja: '名前なし', en: 'No name' },
    about: { ja: '「様」の前が空になる', en: 'Nothing stands before “様”' },
    lived: [person({ lastName: null, firstName: null, lastNameKana: null, firstNameKana: null }), bought(undefined)],
  },
  {
    key: 'long_name',
    name: { ja: '長い名前', en: 'A long name' },
    about: { ja: '件名があふれるかもしれない', en: 'Subjects may overflow' },
    lived: [
      person({ lastName: '勅使河原長宗我部小比類巻', firstName: 'じゅげむじゅげむごこうのすりきれ' }),
      bought(undefined),
    ],
  },
  {
    key: 'english',
    name: { ja: '英語のお客様（ニューヨーク）', en: 'Reads English, lives in New York' },
    about: { ja: '別の時間帯で暮らし、夏時間がある', en: 'Another time zone, with daylight saving time' },
    lived: [
      person({
        email: 'alice@example.com',
        lastName: 'Johnson',
        firstName: 'Alice',
        lastNameKana: null,
        firstNameKana: null,
        locale: 'en',
        timeZone: 'America/New_York',
      }),
      bought(undefined),
    ],
  },
  {
    key: 'nothing',
    name: { ja: '何もわからない人', en: 'Nobody knows anything' },
    about: { ja: 'メールアドレスのほかには何もない', en: 'Nothing but a mail address' },
    lived: [{ fact: { type: 'identify', email: 'nobody@example.com' } }],
  },
];

export const findPersona = (key: string): PersonaData | undefined => PERSONAS.find((one) => one.key === key);
