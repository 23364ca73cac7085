import { htmlTokens } from './tokens.ts';

/** Browsers make a blank hard while it stands at the end of what is typed. */
const HARD = '\u00A0';

/**
 * HTML that was edited in a browser, with everything before and behind the change as its author had written it: a browser
 * writes quotes, slashes and entities in its own way.
 */
export function keepUntouched(before: string, after: string): string {
  const [old, now] = [htmlTokens(before), htmlTokens(after)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head]!.same === now[head]!.same) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)!.same === now.at(-1 - tail)!.same) tail++;
  const text = (tokens: typeof old) => tokens.map((token) => token.text).join('');
  const changed = now.slice(head, now.length - tail).map((token, i) => {
    const [left, right] = [now[head + i - 1], now[head + i + 1]];
    const isBetweenWords = left && right && left.same.trim() !== '' && right.same.trim() !== '';
    return token.same === HARD && isBetweenWords ? ' ' : token.text;
  });
  return text(old.slice(0, head)) + changed.join('') + text(old.slice(old.length - tail));
}
