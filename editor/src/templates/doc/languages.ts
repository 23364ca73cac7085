import type { SaveTemplate, TemplateDetail } from '@tabiji/shared/api/mail.ts';
import type { MailDoc, Words } from './mail-doc.ts';

/** A saved mail, its main language shown. */
export const docOf = ({ name, subject, mjml, language, variants }: TemplateDetail): MailDoc => ({
  name,
  subject,
  mjml: inOneWay(mjml),
  language,
  main: language,
  others: Object.fromEntries(
    Object.entries(variants).map(([other, words]) => [other, { ...words, mjml: inOneWay(words.mjml) }]),
  ),
});

/** The source field counts a line break as one character: so do blocks, preview and cursor, which point at offsets. */
const inOneWay = (mjml: string): string => mjml.replaceAll(/\r\n?/g, '\n');

const allWords = ({ language, subject, mjml, others }: MailDoc): Record<string, Words> => ({
  ...others,
  [language]: { subject, mjml },
});

/** All languages of a mail, the main one first. */
export const languagesOf = (doc: MailDoc): string[] => [
  doc.main,
  ...Object.keys(allWords(doc))
    .filter((language) => language !== doc.main)
    .toSorted(),
];

/** The mail as it is saved. */
export function toSave(doc: MailDoc): Required<SaveTemplate> {
  const { [doc.main]: main, ...variants } = allWords(doc);
  return { name: doc.name, ...(main ?? { subject: '', mjml: '' }), language: doc.main, variants };
}

/** The same mail with another of its languages shown; one that it does not have changes nothing. */
export function showing(doc: MailDoc, language: string): MailDoc {
  const { [language]: words, ...others } = allWords(doc);
  return words ? { ...doc, ...words, language, others } : doc;
}

/** The mail with one more language, which begins as a copy of what is shown, and is shown. */
export const withLanguage = (doc: MailDoc, language: string): MailDoc =>
  languagesOf(doc).includes(language) ? showing(doc, language) : { ...doc, language, others: allWords(doc) };

/** The mail without the language that is shown; the main one cannot go. */
export function withoutShown(doc: MailDoc): MailDoc {
  if (doc.language === doc.main) return doc;
  const { [doc.language]: _, ...others } = showing(doc, doc.main).others;
  return { ...showing(doc, doc.main), others };
}

/** Whether nothing is left to save. Which language is shown is nobody's loss. */
export const isSame = (a: MailDoc, b: MailDoc): boolean => a === b || asText(a) === asText(b);

const asText = (doc: MailDoc): string => {
  const all = allWords(doc);
  const words = Object.keys(all)
    .toSorted()
    .map((language) => [language, all[language]?.subject, all[language]?.mjml]);
  return JSON.stringify([doc.name, doc.main, words]);
};

/** Whether every language has a subject and a body, and the mail a name. */
export const isFilled = (doc: MailDoc): boolean =>
  [doc.name, ...Object.values(allWords(doc)).flatMap(({ subject, mjml }) => [subject, mjml])].every(
    (text) => text.trim() !== '',
  );
