import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { warmUpDays } from '@tabiji/shared/sending/pace.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';

/** How far a sender's warm-up is, in words. */
export function useWarmUpWords(): (sender: Pick<SenderPace, 'pace' | 'today'>) => string {
  const { t } = useTranslation('pace');
  const fmt = useFmt();
  return ({ pace: { warmUp }, today }) => {
    if (!warmUp) return t('warmUp.off');
    const last = warmUpDays(warmUp).at(-1)?.day;
    const noon = ((last ?? Date.parse(warmUp.from) / 86_400_000 - 1) + 1) * 86_400_000 + 3 * 3_600_000;
    const end = fmt.date(noon);
    if (!today) return t('warmUp.over', { end });
    return t('warmUp.today', { most: fmt.number(today.most), sent: fmt.number(today.sent), end });
  };
}
