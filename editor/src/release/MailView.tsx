import { Alert, SegmentedControl, Tabs, Title } from '@mantine/core';
import type { ShownMail } from '@tabiji/shared/api/release.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { release } from '../api/release.ts';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { MailFrame } from '../ui/MailFrame.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { FateMark } from './FateMark.tsx';
import styles from './release.module.css';

/** One waiting mail as its own reader will get it. */
export function MailView({ journey, mail }: { journey: number; mail: number }) {
  const { t } = useTranslation('release');
  const query = useQuery(release.mail(journey, mail));
  return (
    <article className={styles.shown}>
      <div className={styles.toList}>
        <TextLink to="/journeys/$id/release" params={{ id: journey }}>
          {t('backToList')}
        </TextLink>
      </div>
      {query.error && !query.data ? (
        <p className={styles.none}>{t('gone')}</p>
      ) : (
        <Loaded query={query}>{(shown) => <Shown key={shown.id} mail={shown} />}</Loaded>
      )}
    </article>
  );
}

function Shown({ mail: { customer, to, from, subject, html, text, fate, problem, template } }: { mail: ShownMail }) {
  const { t } = useTranslation('release');
  const because = useBecauseWords();
  const [width, setWidth] = useState(() => (matchMedia('(max-width: 700px)').matches ? '375' : '600'));
  const [tab, setTab] = useState<string | null>('html');
  return (
    <>
      <Title order={2}>{subject || template.name}</Title>
      <dl className={styles.facts}>
        <dt>{t('to')}</dt>
        <dd>
          <TextLink to="/customers/$id" params={{ id: customer.id }} underline="always">
            {customer.name || customer.externalId}
          </TextLink>{' '}
          {to ?? t('noAddress')}
        </dd>
        <dt>{t('from')}</dt>
        <dd>{from}</dd>
        <dt>{t('when')}</dt>
        <dd>
          <FateMark fate={fate} />
        </dd>
      </dl>
      {problem !== null ? (
        <Alert color="shu">{t('broken', { why: because(problem) })}</Alert>
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <div className={styles.bar}>
            <Tabs.List>
              <Tabs.Tab value="html">{t('tabs.html')}</Tabs.Tab>
              <Tabs.Tab value="text">{t('tabs.text')}</Tabs.Tab>
            </Tabs.List>
            {tab === 'html' && (
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
            )}
          </div>
          <Tabs.Panel value="html" className={styles.desk}>
            <MailFrame title={t('body')} html={html} width={Number(width)} />
          </Tabs.Panel>
          <Tabs.Panel value="text">
            <pre className={styles.text}>{text}</pre>
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  );
}
