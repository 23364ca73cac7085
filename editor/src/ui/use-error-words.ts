import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/request.ts';
import { useLocale } from '../i18n/locale.ts';

/**
 * What went wrong, in words for the person in front of it. The API's own sentences are English and name the thing;
 * in Japanese a sentence says first what kind of trouble it is.
 */
export function useErrorWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const locale = useLocale();
  return (error) => {
    if (!(error instanceof ApiError)) return t('failed.unexpected');
    if (error.code === 'unreachable') return t('failed.unreachable');
    if (error.code === 'contract') return t('failed.contract');
    const isKnown = i18n.exists(`ui:failed.code.${error.code}`);
    if (locale === 'en' || !isKnown || isJapanese(error.message)) return error.message;
    return `${t(`failed.code.${error.code}` as 'failed.code.invalid')} (${error.message})`;
  };
}

const isJapanese = (text: string) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);
