import type { Liquid } from 'liquidjs';

type Handler = Extract<Parameters<Liquid['registerFilter']>[1], (...args: never[]) => unknown>;

const yen = new Intl.NumberFormat('ja-JP');
const NOBODY = 'お客様';

/** `{{ customer.lastName | keisho: '様' }}` → 山田様; without a name お客様 (or the second argument). */
const keisho: Handler = (name: unknown, title: unknown = '様', nobody: unknown = NOBODY) => {
  const text = plain(name).trim();
  return text === '' ? plain(nobody) : `${text}${plain(title)}`;
};

/** `{{ orders.amount | yen }}` → 12,300円; nothing for what is no number. */
const inYen: Handler = (amount: unknown) => {
  const number = typeof amount === 'string' ? Number.parseFloat(amount) : amount;
  return typeof number === 'number' && Number.isFinite(number) ? `${grouped(Math.round(number))}円` : '';
};

/** Amounts as they occur, without what `Intl` costs; the others by it. */
const grouped = (whole: number): string => {
  if (whole >= 1000 && whole < 1_000_000) return `${Math.floor(whole / 1000)},${String(whole % 1000).padStart(3, '0')}`;
  return whole > 0 && whole < 1000 ? String(whole) : yen.format(whole);
};

/**
 * The filters of mails, under an English and a Japanese name. `date` counts in the workspace's zone and its `now` is
 * the workspace's; `raw` is taken away: what comes from outside never becomes HTML.
 */
export function addFilters(liquid: Liquid): void {
  for (const name of ['keisho', '敬称']) liquid.registerFilter(name, keisho);
  for (const name of ['yen', '円']) liquid.registerFilter(name, inYen);
  const date = datesOf(builtIn(liquid, 'date'));
  for (const name of ['date', '日付']) liquid.registerFilter(name, date);
  liquid.registerFilter('丸め', builtIn(liquid, 'round'));
  liquid.unregisterFilter('raw');
}

const KEPT_DATES = 5000;

/** Formatting costs 250 µs, and the mails of a batch mostly show the same days. */
function datesOf(format: Handler): Handler {
  const kept = new Map<string, unknown>();
  return function (value: unknown, pattern?: unknown, zone?: unknown) {
    const get = (path: string[]): unknown => this.context.getSync(path);
    const at = value === 'now' || value === 'today' ? get(['now']) : value;
    const where = zone ?? get(['workspace', 'timeZone']);
    if (typeof at !== 'string' || at.length > 40) return format.call(this, at, pattern, where);
    const key = JSON.stringify([at, pattern, where]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const text: unknown = format.call(this, at, pattern, where);
    if (kept.size >= KEPT_DATES) kept.clear();
    kept.set(key, text);
    return text;
  };
}

function builtIn(liquid: Liquid, name: string): Handler {
  const filter = liquid.filters[name];
  if (typeof filter !== 'function') throw new Error(`liquidjs has no filter ${name}`);
  return filter;
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
