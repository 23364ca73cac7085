import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TemplateKey } from '@tabiji/shared/api/mail.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetchedParts } from '../idle.ts';
import { isFilled } from './doc/languages.ts';
import { useDoc } from './doc/use-doc.ts';
import { MailHeader } from './MailHeader.tsx';
import styles from './MailPage.module.css';
import { PreviewPane } from './preview/PreviewPane.tsx';
import type { View } from './preview/schemes.ts';
import { type Sample, usePreview } from './preview/use-preview.ts';
import { SidePane } from './side/SidePane.tsx';
import { WritePane } from './source/WritePane.tsx';
import { useKeys } from './use-keys.ts';
import { useSaveMail } from './use-save-mail.tsx';

const PANES = ['write', 'preview', 'side'] as const;
type PaneName = (typeof PANES)[number];

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

  const [closed, setClosed] = useState<ReadonlySet<PaneName>>(new Set());
  const [onPhone, setOnPhone] = useState<PaneName>('preview');
  const isNarrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>(isNarrow ? 'phone' : 'pc');
  const preview = usePreview(key, sample);
  const isNew = savedKey === undefined;
  const isWhole = useDoc(({ doc }) => isFilled(doc));
  const keyError = isNew ? wrongKey(key, taken, t('side.keyWrong'), t('side.keyTaken')) : undefined;
  const saving = useSaveMail({ mailKey: key, isNew, canSave: isWhole && keyError === undefined });
  useKeys(saving.save);
  const isOpen = (pane: PaneName) => (isNarrow ? onPhone === pane : !closed.has(pane));
  const toggle = (pane: PaneName) =>
    setClosed((panes) =>
      panes.has(pane) ? new Set([...panes].filter((one) => one !== pane)) : new Set([...panes, pane]),
    );
  return (
    <div className={styles.page}>
      <MailHeader saving={saving} isNew={isNew} closed={closed} onToggle={isNarrow ? undefined : toggle} />
      {isNarrow && (
        <SegmentedControl
          className={styles.switch}
          fullWidth
          aria-label={t('panes.label')}
          data={PANES.map((value) => ({ value, label: t(`panes.${value}`) }))}
          value={onPhone}
          onChange={(next) => setOnPhone(PANES.find((pane) => pane === next) ?? 'preview')}
        />
      )}
      <div className={styles.panes} data-panes={PANES.filter(isOpen).join(' ')}>
        {isOpen('write') && <WritePane findings={preview.latest?.findings ?? []} />}
        {isOpen('preview') && (
          <PreviewPane preview={preview} view={view} onView={setView} sample={sample} onSample={setSample} />
        )}
        {isOpen('side') && (
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
