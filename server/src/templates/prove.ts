import type { Json } from '@tabiji/shared/json.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { fillByClosure, fillByLiquidjs } from './fill.ts';
import type { Part, Prepared } from './prepare.ts';
import { mailValues, type MailValues, sampleCustomer } from './values.ts';

/**
 * Compares closures with liquidjs on sample customers before a process uses them: whatever differs is left to liquidjs.
 * The property tests show that nothing should; this one holds for templates that nobody thought of.
 */
export function proven({ subject, html, text }: Prepared, locale: Locale): Prepared {
  const names = [subject, html, text].flatMap((part) => (part ? namesIn(part) : []));
  const samples = sampleValues(locale, [...new Set(names)]);
  const check = (part: Part): Part => (isProven(part, samples) ? part : { ...part, emit: null });
  return { subject: check(subject), html: check(html), text: text && check(text) };
}

/** Whether the closure writes what liquidjs writes, for each of these customers; also where liquidjs refuses. */
export const isProven = (part: Part, samples: readonly MailValues[]): boolean =>
  part.emit !== null &&
  samples.every((values) => {
    const expected = attempt(() => fillByLiquidjs(part, values));
    return !expected.tooLong && attempt(() => fillByClosure(part, values)?.text ?? null).text === expected.text;
  });

/** @returns `tooLong` when a limit was met: one look at such a template is enough */
function attempt(write: () => string | null): { text: string | null; tooLong: boolean } {
  try {
    return { text: write(), tooLong: false };
  } catch (error) {
    return { text: null, tooLong: (error as Error).message.includes('limit exceeded') };
  }
}

/** Every name that the template's paths have, to give them values. */
function namesIn({ liquid, parsed }: Part): string[] {
  const { variables } = liquid.analyzeSync(parsed, { partials: false });
  return Object.values(variables)
    .flat()
    .flatMap(({ segments }) => segments.flat(Infinity as 1))
    .filter((segment) => typeof segment === 'string');
}

const WORKSPACE = {
  senderAddress: 'hello@tabiji.example',
  timeZone: 'Asia/Tokyo',
  company: 'R & D <K.K.>',
  postalAddress: '',
  contact: '03-0000-0000',
};

const everything = (names: readonly string[], value: Json): Record<string, Json> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** Somebody usual, somebody of whom nothing is known, and people whose attributes are of every kind. */
export function sampleValues(locale: Locale, names: readonly string[]): MailValues[] {
  const nobody = {
    last_name: null,
    first_name: null,
    phone: null,
    email: null,
    first_order_at: null,
    last_order_at: null,
  };
  const strange = {
    last_name: `<b>"O'Hara" & Söhne</b>\r\n`,
    first_name: '𠮷\ud83d',
    order_count: 0,
    order_amount: -1.5,
  };
  const inner = everything(names, '名<前>');
  const kinds: Json[] = ['', 'text & <more>', 0, 3, true, false, null, ['a', 'b<', 3], [inner, inner, {}], inner];
  const customers = [
    {},
    nobody,
    strange,
    ...kinds.map((kind) => ({ attributes: everything(names, kind), order_count: 3 })),
  ];
  return customers.map((customer) =>
    mailValues(
      { ...sampleCustomer(locale), ...customer },
      {
        workspace: { ...WORKSPACE, name: '旅路<商店>', senderName: 'R & D', locale },
        journey: '',
        now: Date.UTC(2026, 3, 1, 20, 30),
        links: { unsubscribe: 'https://a.example/u/x.1.y?a=1&b=2', preferences: '#' },
        items: [{ name: '茶 <b>&', quantity: 2, price: 1980 }, everything(names, 1), 'x', null],
        followed: [{ name: '<i>茶こし', quantity: 1, price: 1020 }, everything(names, 'x'), 0],
      },
    ),
  );
}
