import type { UndatedMail } from '@tabiji/shared/api/planned.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';
import styles from './planned.module.css';
import { useMailWords } from './use-mail-words.ts';

/** Mails of a step that wait for somebody; those that wait for a release lead to it. */
export function UndatedLine({ held: { journey, template, why, count } }: { held: UndatedMail }) {
  const { t } = useTranslation('planned');
  const words = useMailWords();
  return (
    <li>
      <span>{t('undated.mail', { journey: journey.name, mail: template.name })}</span>
      {why === 'unreleased' && journey.kind === 'journey' ? (
        <TextLink className={styles.why} to="/journeys/$id/release" params={{ id: journey.id }} underline="always">
          {t('undated.unreleased', { count })}
        </TextLink>
      ) : (
        <span className={styles.why}>{t('undated.line', { why: words.holds(why), count })}</span>
      )}
    </li>
  );
}
