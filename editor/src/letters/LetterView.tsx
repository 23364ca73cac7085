import { SegmentedControl, Tabs, Title } from '@mantine/core';
import type { LetterDetail } from '@tabiji/shared/api/mail.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../ui/Loaded.tsx';
import { MailFrame } from '../ui/MailFrame.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { LetterFacts } from './LetterFacts.tsx';
import { LetterHeaders } from './LetterHeaders.tsx';
import styles from './LetterView.module.css';
import { letters } from '../api/letters.ts';

/** One letter as its reader sees it, as text, and as it went over the wire. */
export function LetterView() {
  const { id } = useParams({ from: '/letters/$id' });
  const query = useQuery(letters.one(id));
  return <Loaded query={query}>{(letter) => <Letter key={letter.id} letter={letter} />}</Loaded>;
}

function Letter({ letter }: { letter: LetterDetail }) {
  const { t } = useTranslation('letters');
  const [width, setWidth] = useState(() => (matchMedia('(max-width: 700px)').matches ? '375' : '600'));
  const [tab, setTab] = useState<string | null>('html');
  return (
    <article className={styles.letter}>
      <div className={styles.back}>
        <TextLink to="/letters" search={true}>
          {t('back')}
        </TextLink>
      </div>
      <Title order={2} className={styles.subject}>
        {letter.subject}
      </Title>
      <LetterFacts letter={letter} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <div className={styles.bar}>
          <Tabs.List>
            {(['html', 'text', 'headers'] as const).map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`tabs.${name}`)}
              </Tabs.Tab>
            ))}
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
          <MailFrame title={t('body')} html={letter.html} width={Number(width)} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <pre className={styles.text}>{letter.text}</pre>
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          <LetterHeaders headers={letter.headers} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
