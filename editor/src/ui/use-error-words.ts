import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/request.ts';

/** What went wrong, in words for the person in front of it. Answers of the API already are sentences. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('failed.unexpected');
    if (error.code === 'unreachable') return t('failed.unreachable');
    if (error.code === 'contract') return t('failed.contract');
    return error.message;
  };
}
