import { lostLiquid, sourceProblems } from './mjml-source.ts';
import { withPadding } from './preheader.ts';
import type { TemplateProblem } from './problem.ts';

const MAX_BYTES = 1_000_000; // mobile carriers refuse larger mails
const WARN_BYTES = 90_000; // Gmail cuts at 102 kB

interface MjmlFault {
  line: number;
  message: string;
  tagName: string;
}

/** HTML of a mail, or what is wrong with its source. */
export type CompiledMjml = { html: string; warnings: TemplateProblem[] } | { problems: TemplateProblem[] };

/**
 * MJML to HTML, done once when a template is published. Liquid inside passes through unchanged: it runs afterwards,
 * so that no customer's data ever reaches this compiler.
 */
export async function compileMjml(mjml: string): Promise<CompiledMjml> {
  const before = sourceProblems(mjml);
  if (before.length > 0) return { problems: before };
  let html: string;
  let faults: readonly MjmlFault[];
  try {
    const { default: mjml2html } = await import('mjml'); // half of a process's start, and only editors need it
    const compiled = await mjml2html(mjml, {
      validationLevel: 'soft', // what is wrong is judged below
      ignoreIncludes: true,
      keepComments: false,
      fonts: {}, // otherwise font names become requests to another company's server
    });
    html = withPadding(withSteadyIds(compiled.html));
    faults = compiled.errors;
  } catch (error) {
    return { problems: faultsOf(error) };
  }
  const problems = [...lostLiquid(mjml, html), ...faults.filter((fault) => !isLook(fault)).map(asProblem)];
  const bytes = Buffer.byteLength(html);
  if (bytes > MAX_BYTES) problems.push({ line: 1, text: tooLarge(bytes) });
  if (problems.length > 0) return { problems };
  const looks = faults.filter(isLook).map(asProblem);
  return { html, warnings: [...looks, ...(bytes > WARN_BYTES ? [{ line: 1, text: clipped(bytes) }] : [])] };
}

function faultsOf(error: unknown): TemplateProblem[] {
  if (!(error instanceof Error)) throw error;
  const faults = (error as Error & { errors?: MjmlFault[] }).errors ?? [];
  return faults.length === 0 ? [{ line: 1, text: NOT_MJML }] : faults.map(asProblem);
}

const asProblem = ({ line, message, tagName }: MjmlFault): TemplateProblem => ({
  line,
  text: { ja: `<${tagName}> の書き方に誤りがあります（${message}）。`, en: `<${tagName}>: ${message}.` },
});

/** Attributes that MJML does not know or read otherwise: mails from elsewhere are full of them, and arrive nevertheless. */
const isLook = ({ message }: MjmlFault): boolean =>
  /^Attributes? .* (is|are) illegal|^Attribute .* has invalid value/.test(message);

const DRAWN_IDS = [/\bid="([\da-f]{16})" class="mj-menu-checkbox"/g, /\bmj-carousel-([\da-f]{16})-/g];

/** MJML draws ids of menus and carousels by lot; numbered, the same source is the same mail. */
function withSteadyIds(html: string): string {
  const drawn = new Set(DRAWN_IDS.flatMap((pattern) => [...html.matchAll(pattern)].map(([, id]) => id!)));
  return [...drawn].reduce((text, id, at) => text.replaceAll(id, `mj${String(at + 1).padStart(4, '0')}`), html);
}

const NOT_MJML = {
  ja: 'MJML として読めません。<mjml> と <mj-body> で囲まれているか確かめてください。',
  en: 'This is not MJML. See that everything stands inside <mjml> and <mj-body>.',
};
const kilo = (bytes: number) => Math.round(bytes / 1000);
const tooLarge = (bytes: number) => ({
  ja: `HTML が ${kilo(bytes)} kB あります。1,000 kB を超えるメールは受け取られません。短くしてください。`,
  en: `The HTML has ${kilo(bytes)} kB. Mails of more than 1,000 kB are refused; make it shorter.`,
});
const clipped = (bytes: number) => ({
  ja: `HTML が ${kilo(bytes)} kB あります。Gmail は 102 kB を超えた部分を表示しません。`,
  en: `The HTML has ${kilo(bytes)} kB. Gmail cuts off what goes beyond 102 kB.`,
});
