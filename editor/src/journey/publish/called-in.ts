import type { MailChange } from '@tabiji/shared/api/versions.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { languageName } from '../../language-name.ts';

/** A mail's name, and its language where that is not its main one. */
export const calledIn = ({ name, language }: MailChange, locale: Locale): string =>
  language === null ? name : `${name} · ${languageName(language, locale)}`;
