import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { checkAvoidedWords } from './avoided-words.ts';
import { checkContrast } from './contrast.ts';
import { checkImages } from './images.ts';
import { checkLinks } from './links.ts';
import type { Check, LookedAt } from './looked-at.ts';
import { checkMissing } from './missing-values.ts';
import { checkLines, checkPlaceholders, checkText } from './words.ts';

/** Everything that a mail is looked through for; a new check is one more here. */
const CHECKS: readonly Check[] = [
  checkPlaceholders,
  checkMissing,
  checkLinks,
  checkImages,
  checkContrast,
  checkLines,
  checkText,
  checkAvoidedWords,
];

/** What an author should look at in a mail that can be rendered, from top to bottom. */
export const runChecks = (mail: LookedAt): MailFinding[] =>
  CHECKS.flatMap((check) => check(mail)).toSorted((a, b) => a.line - b.line);
