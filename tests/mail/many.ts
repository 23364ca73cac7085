import { HOSTILE } from './hostile.ts';

export const FROM = { name: '旅路商店', address: 'hello@tabiji.example' };

/** What subjects begin with: each is hostile in its own way. */
export const NOTES = HOSTILE.filter((text) => text.length < 300);

// oxlint-disable-next-line no-control-regex
const inOneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

/** What the mail to an address of the mailing must be. */
export function mailOf(to: string) {
  const number = Number(/^c(\d+)@/.exec(to)?.[1]);
  return { to, from: FROM, subject: `${inOneLine(NOTES[number % NOTES.length]!)} ${number}`, promotional: true };
}
