const BASE = [
  '山田 花子',
  'ｶﾅﾀﾞ ﾊﾅｺ', // half-width, which ISO-2022-JP does not have
  '①②③㈱髙﨑㍿', // characters of vendors
  '𠮷野家', // four bytes
  '👩‍👩‍👧‍👦 家族',
  '🇯🇵🎌',
  'が゙ぱ゚', // combining marks
  'אבג עברית',
  '\u202Eevil\u202C',
  'a\u2028b',
  'a\u2029b',
  '\u200B見えない\u200D',
  'naïve café',
  'İstanbul ß ﬁ',
  '"quoted"',
  `back\\slash\\`,
  '"; DROP TABLE customer; --',
  '<script>alert(1)</script>',
  'a@b.example',
  'a@b.example, c@d.example',
  '<victim@example.com>',
  'Hanako <victim@example.com>',
  'group: a@b.example;',
  '(comment)',
  '=?UTF-8?B?44GC?=',
  '=?UTF-8?Q?=0D=0ABcc:_x@example.com?=',
  '=?ISO-2022-JP?B?GyRCJCIbKEI=?=',
  '=?UTF-8?B?',
  '%0d%0aBcc: x@example.com',
  String.raw`\r\nBcc: x@example.com`,
  '&#13;&#10;Bcc: x@example.com',
  '{{ customer.email }}',
  '{% raw %}',
  '~!@#$%^&*()_+`-=[]{}|;:,./?',
  '.',
  '..',
  '.\u3000.',
  '--boundary--',
  'Subject: another',
  'To:',
];

const BREAKS = ['\r\n', '\n', '\r', '\r\n ', '\n\t', '\v', '\f', '\u0085', '\r\n\r\n', '\r\n.\r\n'];
const INJECTED = ['Bcc: everybody@example.com', 'Subject: x', 'RCPT TO:<x@example.com>', '<p>body</p>'];

/** 200 things that a customer may be called and a subject may say. */
export const HOSTILE: readonly string[] = [
  ...BASE,
  ...BREAKS.flatMap((gap) => INJECTED.map((text) => `花子${gap}${text}`)),
  ...BASE.map((text) => `${text}様からの`.repeat(20)),
  ...BASE.map((text) => `x${text}${'長'.repeat(200)}`),
  ...['a', '長', '🌸', 'ｶ', 'é', '"', '\\', 'a b ', '髙 ', '=?'].map((text) => text.repeat(10_000 / text.length)),
  ...Array.from({ length: 30 }, (_, index) => `${'a'.repeat(50 + index)}🌸${'b'.repeat(index)}花`),
];
