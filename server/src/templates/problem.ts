import type { Words } from '@tabiji/shared/locale.ts';

/** What keeps a template from being used, in a place the author can find. */
export interface TemplateProblem {
  /** In the MJML source, from 1; 0: the subject line. */
  line: number;
  text: Words;
}

/** A problem of one of several templates. */
export interface NamedProblem extends TemplateProblem {
  template: string;
}

/** One problem as a sentence. */
export function problemSentence({ line, text }: TemplateProblem, locale: 'ja' | 'en'): string {
  if (locale === 'ja') return `${line === 0 ? '件名' : `${line}行目`}: ${text.ja}`;
  return `${line === 0 ? 'Subject' : `Line ${line}`}: ${text.en}`;
}
