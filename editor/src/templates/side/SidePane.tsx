import { TextInput } from '@mantine/core';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markField } from '../../mail/mark-field.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import { FindingsList } from './FindingsList.tsx';
import { MailLines } from './MailLines.tsx';
import type { Sample } from '../preview/use-preview.ts';
import { TestSend } from '../test-send/TestSend.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import styles from './SidePane.module.css';

const TemplateSender = lazyPart(() => import('../../senders/TemplateSender.tsx'), 'TemplateSender');
const TemplateOffer = lazyPart(() => import('../../products/TemplateOffer.tsx'), 'TemplateOffer');

interface Props {
  templateKey: string;
  /** Only a new mail has its key still to be chosen. */
  onKey: ((key: string) => void) | undefined;
  keyError: string | undefined;
  isTried: boolean;
  findings: readonly MailFinding[] | undefined;
  /** Who is shown in the preview. */
  sample: Sample;
}

/** What belongs to the mail besides its body: the lines of the inbox, its name, and what to look at before it goes. */
export function SidePane({ templateKey, onKey, keyError, isTried, findings, sample }: Props) {
  const { t } = useTranslation('mail');
  const store = useDocStore();
  const name = useDoc(({ doc }) => doc.name);
  const subjectField = useRef<HTMLInputElement>(null);
  const preheaderField = useRef<HTMLInputElement>(null);
  return (
    <aside className={styles.pane} aria-label={t('side.title')}>
      <section className={styles.part}>
        <MailLines isTried={isTried} subjectField={subjectField} preheaderField={preheaderField} />
      </section>
      <section className={styles.part}>
        <FindingsList
          findings={findings}
          onField={(field, words) => {
            const shown = (field === 'subject' ? subjectField : preheaderField).current;
            if (shown) markField(shown, words);
          }}
        />
      </section>
      <section className={styles.part}>
        <TestSend mailKey={templateKey} sample={sample} />
      </section>
      <section className={styles.part}>
        <h2 className={styles.title}>{t('side.about')}</h2>
        <TextInput
          label={t('side.name')}
          value={name}
          error={isTried && name.trim() === '' && t('side.required')}
          onChange={({ currentTarget }) => store.getState().change({ name: currentTarget.value }, 'name')}
        />
        <TextInput
          label={t('side.key')}
          description={t('side.keyHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={templateKey}
          readOnly={!onKey}
          error={isTried && keyError}
          onChange={({ currentTarget }) => onKey?.(currentTarget.value.normalize('NFKC'))}
        />
        {!onKey && (
          <Suspense>
            <TemplateSender template={templateKey} />
            <TemplateOffer template={templateKey} />
          </Suspense>
        )}
        <TextLink to="/settings/brand" size="sm">
          {t('brand')}
        </TextLink>
      </section>
    </aside>
  );
}
