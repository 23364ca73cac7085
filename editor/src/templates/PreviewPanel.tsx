import { Alert, List, Loader, SegmentedControl, Tabs, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useLocale } from '../i18n/locale.ts';
import { MailFrame } from '../ui/MailFrame.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import styles from './PreviewPanel.module.css';
import { SampleSelect } from './SampleSelect.tsx';

/** While a template has no key of its own, its preview is asked for under this one. */
const UNNAMED = 'preview';

/** The mail as the sender would write it now, also before it is saved; renewed when typing pauses. */
export function PreviewPanel({ templateKey, subject, mjml }: { templateKey: string; subject: string; mjml: string }) {
  const { t } = useTranslation('templates');
  const locale = useLocale();
  const errorWords = useErrorWords();
  const [customer, setCustomer] = useState<number>();
  const [width, setWidth] = useState('600');
  const [written] = useDebouncedValue({ subject, mjml }, 300);
  const isEmpty = written.subject.trim() === '' || written.mjml.trim() === '';
  const key = /^[a-z0-9][a-z0-9_-]*$/.test(templateKey) ? templateKey : UNNAMED;
  const { data, error, isFetching } = useQuery({
    queryKey: ['template-preview', key, customer, written, locale],
    queryFn: ({ signal }) => api.templates.preview(key, { customer, ...written, locale }, signal),
    placeholderData: keepPreviousData,
    enabled: !isEmpty,
    retry: false,
  });
  return (
    <Panel title={t('preview')} right={isFetching && <Loader size={16} />}>
      <div className={styles.bar}>
        <SampleSelect value={customer} onChange={setCustomer} />
        <SegmentedControl
          size="xs"
          aria-label={t('width.label')}
          value={width}
          onChange={setWidth}
          data={[
            { value: '600', label: t('width.pc') },
            { value: '375', label: t('width.phone') },
          ]}
        />
      </div>
      {error && (
        <Alert color="shu" variant="light" title={t('failed')} mb="sm">
          {errorWords(error)}
        </Alert>
      )}
      {data && data.problems.length > 0 && (
        <Alert color="yamabuki" variant="light" title={t('problems')} mb="sm">
          <List size="sm">
            {data.problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {data && data.html !== '' && (
        <>
          <p className={styles.subject}>{data.subject}</p>
          <Tabs defaultValue="html" keepMounted={false}>
            <Tabs.List mb="sm">
              <Tabs.Tab value="html">{t('tabs.html')}</Tabs.Tab>
              <Tabs.Tab value="text">{t('tabs.text')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="html">
              <MailFrame title={t('body')} html={data.html} width={Number(width)} />
            </Tabs.Panel>
            <Tabs.Panel value="text">
              <Text component="pre" className={styles.text}>
                {data.text}
              </Text>
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Panel>
  );
}
