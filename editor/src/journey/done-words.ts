import type { Locale, Words } from '@tabiji/shared/locale.ts';

/** The verbs that labels of commands and fixes begin with. */
const PAST: Readonly<Record<string, string>> = {
  Add: 'Added',
  Change: 'Changed',
  Copy: 'Copied',
  Cut: 'Cut',
  Delete: 'Deleted',
  Disable: 'Turned off',
  Disconnect: 'Disconnected',
  Duplicate: 'Duplicated',
  Edit: 'Edited',
  Enable: 'Turned on',
  End: 'Ended',
  Join: 'Joined',
  Lead: 'Led',
  Load: 'Loaded',
  Move: 'Moved',
  Paste: 'Pasted',
  Put: 'Put',
  Remove: 'Removed',
  Rename: 'Renamed',
  Reorder: 'Reordered',
  Set: 'Set',
  Swap: 'Swapped',
  Turn: 'Turned',
  Use: 'Used',
};

/** Endings of Japanese verbs, the first that fits; a noun takes しました. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/する$/u, 'しました'],
  [/す$/u, 'しました'],
  [/う$/u, 'いました'],
  [/く$/u, 'きました'],
  [/([いきしちにひみりえけせてねへめれげべ])る$/u, '$1ました'],
  [/([替変])える$/u, '$1えました'],
  [/る$/u, 'りました'],
];

/** What a command or a fix has done, as it is read out: 「待つ」を削除しました, Deleted “Wait”. */
export function doneWords(label: Words, locale: Locale): string {
  if (locale === 'ja') {
    const ending = ENDINGS.find(([verb]) => verb.test(label.ja));
    return ending ? label.ja.replace(...ending) : `${label.ja}しました`;
  }
  const [verb = '', ...rest] = label.en.split(' ');
  const past = PAST[verb];
  return past === undefined ? `Done: ${label.en}` : [past, ...rest].join(' ');
}
