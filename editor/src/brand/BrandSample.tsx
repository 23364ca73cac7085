import { useDebouncedValue } from '@mantine/hooks';
import type { Brand } from '@tabiji/shared/api/mail-settings.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { MailFrame } from '../ui/MailFrame.tsx';
import { Panel } from '../ui/Panel.tsx';
import styles from './BrandForm.module.css';
import { sampleMail } from './sample-mail.ts';
import { mails } from '../api/mails.ts';

/** A mail as the sender would write it with these settings. */
export function BrandSample({ brand }: { brand: Brand }) {
  const { t } = useTranslation('brand');
  const locale = useLocale();
  const [settled] = useDebouncedValue(brand, 300);
  const { data } = useQuery({
    queryKey: ['brand-sample', settled, locale],
    queryFn: ({ signal }) =>
      mails.templates.preview('brand-sample', { ...sampleMail(locale), brand: settled, locale }, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <div className={styles.sample}>
      <Panel title={t('sample')}>
        <MailFrame title={t('sample')} html={data?.html ?? ''} width={600} />
      </Panel>
    </div>
  );
}
