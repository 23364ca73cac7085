import { z } from 'zod';

/** A language that a mail is written in: BCP 47, with a script only where it matters (`ja`, `en`, `zh-Hant`). */
export const MailLanguage = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'a language such as ja, en or zh-Hant');

/** Languages that are offered; others can be given through the API. */
export const OFFERED_LANGUAGES = [
  'ja',
  'en',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'vi',
  'th',
  'id',
  'fil',
  'ne',
  'pt',
  'es',
  'fr',
  'de',
  'it',
] as const;

interface Read {
  language: string;
  script: string | undefined;
}

const MOST_KEPT = 500;
const read = new Map<string, Read>();

/** `zh-TW` is Chinese in traditional characters, `EN_us` is English; what is no language is one of its own. */
function readTag(tag: string): Read {
  const known = read.get(tag);
  if (known) return known;
  if (read.size >= MOST_KEPT) read.clear();
  const made = parsed(tag);
  read.set(tag, made);
  return made;
}

function parsed(tag: string): Read {
  try {
    const { language, script } = new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize();
    return { language, script };
  } catch {
    return { language: tag, script: undefined };
  }
}

/**
 * Which of the languages there are somebody reads who wants another: the same in the same script, else the same.
 * @param wanted what is known of the reader's language: `en-US`, `zh_TW`
 * @returns one of `there`; undefined where none is theirs
 */
export function languageFor(wanted: string, there: readonly string[]): string | undefined {
  if (there.includes(wanted)) return wanted;
  const { language, script } = readTag(wanted);
  const same = there.filter((one) => readTag(one).language === language);
  return same.find((one) => readTag(one).script === script) ?? same[0];
}
