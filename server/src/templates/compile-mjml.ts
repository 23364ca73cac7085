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
  try {
    const { default: mjml2html } = await import('mjml'); // half of a process's start, and only editors need it
    const compiled = await mjml2html(mjml, {
      validationLevel: 'strict',
      ignoreIncludes: true,
      keepComments: false,
      fonts: {}, // otherwise font names become requests to another company's server
    });
    html = withPadding(compiled.html);
  } catch (error) {
    return { problems: faultsOf(error) };
  }
  const problems = lostLiquid(mjml, html);
  const bytes = Buffer.byteLength(html);
  if (bytes > MAX_BYTES) problems.push({ line: 1, text: tooLarge(bytes) });
  if (problems.length > 0) return { problems };
  return { html, warnings: bytes > WARN_BYTES ? [{ line: 1, text: clipped(bytes) }] : [] };
}

function faultsOf(error: unknown): TemplateProblem[] {
  if (!(error instanceof Error)) throw error;
  const faults = (error as Error & { errors?: MjmlFault[] }).errors ?? [];
  if (faults.length === 0) return [{ line: 1, text: NOT_MJML }];
  return faults.map(({ line, message, tagName }) => ({
    line,
    text: { ja: `<${tagName}> の書き方に誤りがあります（${message}）。`, en: `<${tagName}>: ${message}.` },
  }));
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
