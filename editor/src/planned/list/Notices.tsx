import { Alert } from '@mantine/core';
import type { Planned } from '@tabiji/shared/api/planned.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useMailWords } from './use-mail-words.ts';

/** What has to be known about the figures: all is stopped, not everybody was looked at, mails without a day. */
export function Notices({ planned: { stopped, completeUntil, undated } }: { planned: Planned }) {
  const { t } = useTranslation('planned');
  const fmt = useFmt();
  const words = useMailWords();
  return (
    <>
      {stopped && (
        <Alert color="shu">
          {t('stopped')} <TextLink to="/settings">{t('toSettings')}</TextLink>
        </Alert>
      )}
      {completeUntil !== null && <Alert color="yamabuki">{t('incomplete', { until: fmt.full(completeUntil) })}</Alert>}
      {undated.length > 0 && (
        <Alert color="yamabuki" title={t('undated.title')}>
          {undated.map(({ journey, node, template, why, count }) => (
            <div key={`${journey.id} ${node} ${template.key} ${why}`}>
              {journey.name}「{template.name}」 {t('undated.line', { why: words.holds(why), count })}
            </div>
          ))}
        </Alert>
      )}
    </>
  );
}
