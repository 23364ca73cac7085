import { SegmentedControl } from '@mantine/core';
import { TemplateKey } from '@tabiji/shared/api/mail.ts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetchedParts } from '../idle.ts';
import { isFilled } from './doc/languages.ts';
import { useDoc } from './doc/use-doc.ts';
import { MailHeader } from './MailHeader.tsx';
import styles from './MailPage.module.css';
import { FIRST_PANES, openPanes, PANES, showing, toggled } from './panes.ts';
import { PreviewPane } from './preview/PreviewPane.tsx';
import type { View } from './preview/schemes.ts';
import { type Sample, usePreview } from './preview/use-preview.ts';
import { SidePane } from './side/SidePane.tsx';
import { WritePane } from './source/WritePane.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useKeys } from './use-keys.ts';
import { useLedTo } from './use-led-to.ts';
import { useSaveMail } from './use-save-mail.tsx';

interface Props {
  savedKey: string | undefined;
  /** A key for a mail that has none yet. */
  suggestedKey: string;
  taken: ReadonlySet<string>;
}

/** A mail in three panes: written at the left, as it arrives in the middle, what belongs to it at the right. */
export function MailPage({ savedKey, suggestedKey, taken }: Props) {
  useFetchedParts();
  const { t } = useTranslation('mail');
  const [key, setKey] = useState(savedKey ?? suggestedKey);
  const [sample, setSample] = useState<Sample>({});
  const [panes, setPanes] = useState(FIRST_PANES);
  const isNarrow = useIsNarrow();
  useLedTo(useCallback(() => setPanes((before) => showing(before, 'write')), []));
  const [view, setView] = useState<View>(isNarrow ? 'phone' : 'pc');
  const preview = usePreview(key, sample);
  const isNew = savedKey === undefined;
  const isWhole = useDoc(({ doc }) => isFilled(doc));
  const keyError = isNew ? wrongKey(key, taken, t('side.keyWrong'), t('side.keyTaken')) : undefined;
  const saving = useSaveMail({ mailKey: key, isNew, canSave: isWhole && keyError === undefined });
  useKeys(saving.save);
  const open = openPanes(panes, isNarrow);
  return (
    <div className={styles.page}>
      <MailHeader
        saving={saving}
        isNew={isNew}
        closed={panes.closed}
        onToggle={isNarrow ? undefined : (pane) => setPanes((before) => toggled(before, pane))}
      />
      {isNarrow && (
        <SegmentedControl
          className={styles.switch}
          fullWidth
          aria-label={t('panes.label')}
          data={PANES.map((value) => ({ value, label: t(`panes.${value}`) }))}
          value={panes.onPhone}
          onChange={(pane) => setPanes((before) => ({ ...before, onPhone: pane }))}
        />
      )}
      <div className={styles.panes} data-panes={open.join(' ')}>
        {open.includes('write') && <WritePane findings={preview.latest?.findings ?? []} />}
        {open.includes('preview') && (
          <PreviewPane preview={preview} view={view} onView={setView} sample={sample} onSample={setSample} />
        )}
        {open.includes('side') && (
          <SidePane
            templateKey={key}
            onKey={isNew ? setKey : undefined}
            keyError={keyError}
            isTried={saving.isTried}
            findings={preview.latest?.findings}
            sample={sample}
          />
        )}
      </div>
      {saving.leaving}
    </div>
  );
}

function wrongKey(key: string, taken: ReadonlySet<string>, wrong: string, used: string): string | undefined {
  if (!TemplateKey.safeParse(key).success) return wrong;
  return taken.has(key) ? used : undefined;
}
