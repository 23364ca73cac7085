import type { LetterDetail } from '@tabiji/shared/api/mail.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { TextLink } from '../ui/TextLink.tsx';
import { FeedbackStatus } from '../ui/FeedbackStatus.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './LetterView.module.css';

/** From whom, to whom, when, and by which journey. */
export function LetterFacts({ letter }: { letter: LetterDetail }) {
  const { t } = useTranslation('letters');
  const fmt = useFmt();
  const { data: templates } = useQuery({ ...queries.catalogue, select: (known) => known.templates });
  const { from, to, customer, customerId, at, journey, journeyId, template } = letter;
  return (
    <dl className={styles.facts}>
      <dt>{t('to')}</dt>
      <dd>
        {customerId === null ? (
          customer
        ) : (
          <TextLink to="/customers/$id" params={{ id: customerId }} underline="always">
            {customer}
          </TextLink>
        )}{' '}
        &lt;{to}&gt;
      </dd>
      <dt>{t('from')}</dt>
      <dd>{from}</dd>
      <dt>{t('at')}</dt>
      <dd>
        <time dateTime={at}>{fmt.full(at)}</time>
      </dd>
      {journeyId !== null && (
        <>
          <dt>{t('journey')}</dt>
          <dd>
            <TextLink to="/journeys/$id" params={{ id: journeyId }}>
              {journey}
            </TextLink>
          </dd>
        </>
      )}
      <dt>{t('feedback')}</dt>
      <dd>
        <FeedbackStatus state={letter.feedback} />
      </dd>
      <dt>{t('template')}</dt>
      <dd>
        <TextLink to="/templates/$key" params={{ key: template }}>
          {templates?.find(({ key }) => key === template)?.name ?? template}
        </TextLink>
      </dd>
    </dl>
  );
}
