import { Alert, Loader, Tabs, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import { ReadersLanguage } from '../languages/ReadersLanguage.tsx';
import { InboxLine } from './InboxLine.tsx';
import { MailStage } from './MailStage.tsx';
import styles from './PreviewPane.module.css';
import { SampleSwitcher } from './SampleSwitcher.tsx';
import { asSeen, knowsDark, type View, VIEWS, WIDTHS } from './schemes.ts';
import type { Sample, usePreview } from './use-preview.ts';

interface Props {
  preview: ReturnType<typeof usePreview>;
  view: View;
  onView: (view: View) => void;
  sample: Sample;
  onSample: (sample: Sample) => void;
}

/** The mail as it would arrive, for whom and on what it is looked at. */
export function PreviewPane({
  preview: { shown, error, isFetching, isBroken },
  view,
  onView,
  sample,
  onSample,
}: Props) {
  const { t } = useTranslation('mail');
  const errorWords = useErrorWords();
  const store = useDocStore();
  const selected = useDoc((state) => state.selected);
  const html = shown?.html ?? '';
  return (
    <section className={styles.pane} aria-label={t('preview.title')}>
      <div className={styles.bar}>
        <SampleSwitcher value={sample} onChange={onSample} />
        <output className={styles.state}>
          {isFetching && (
            <>
              <Loader size={16} aria-hidden />
              <VisuallyHidden>{t('preview.renewing')}</VisuallyHidden>
            </>
          )}
        </output>
      </div>
      <Tabs value={view} onChange={(next) => onView(VIEWS.find((one) => one === next) ?? 'pc')} className={styles.tabs}>
        <Tabs.List className={styles.list}>
          {VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`preview.views.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel
          value={view}
          className={styles.desk}
          tabIndex={0} // long mails are scrolled by keys, too
          data-dark={view === 'dark' || view === 'inverted' || undefined}
        >
          {error && (
            <Alert color="shu" variant="light" title={t('preview.failed')}>
              {errorWords(error)}
            </Alert>
          )}
          {isBroken && (
            <Alert color="yamabuki" variant="light">
              {t(shown ? 'preview.lastGood' : 'preview.broken')}
            </Alert>
          )}
          {sample.customer !== undefined && <ReadersLanguage customer={sample.customer} />}
          {sample.persona === 'stopped' && (
            <Alert color="yamabuki" variant="light">
              {t('preview.stopped')}
            </Alert>
          )}
          {shown && <InboxLine sender={shown.from.name} subject={shown.subject} preheader={shown.preheader} />}
          {view === 'dark' && shown && !knowsDark(html) && <p className={styles.note}>{t('preview.noDark')}</p>}
          {view === 'inverted' && <p className={styles.note}>{t('preview.estimate')}</p>}
          {shown && view === 'text' && (
            <Text component="pre" className={styles.text}>
              {shown.text}
            </Text>
          )}
          {shown && view !== 'text' && (
            <MailStage
              title={t('preview.body')}
              html={asSeen(html, view)}
              width={WIDTHS[view]}
              selected={selected?.offset ?? null}
              follows={selected !== null && selected.by !== 'preview'}
              onSelect={(offset) => store.getState().select(offset, 'preview')}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
