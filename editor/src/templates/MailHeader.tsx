import { ActionIcon, Button, Title, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keyWords } from '../hotkeys.ts';
import { useDoc, useDocStore } from './doc/use-doc.ts';
import { LanguageMenu } from './languages/LanguageMenu.tsx';
import styles from './MailHeader.module.css';
import type { useSaveMail } from './use-save-mail.tsx';

interface Props {
  saving: ReturnType<typeof useSaveMail>;
  isNew: boolean;
  closed: ReadonlySet<string>;
  /** Opens and closes the outer panes; undefined where only one has room. */
  onToggle: ((pane: 'write' | 'side') => void) | undefined;
}

/** The mail's name, one step back and forward, and the one button that saves. */
export function MailHeader({ saving, isNew, closed, onToggle }: Props) {
  const { t } = useTranslation(['mail', 'ui', 'shell']);
  const store = useDocStore();
  const name = useDoc(({ doc }) => doc.name);
  const canUndo = useDoc(({ history }) => history.past.length > 0);
  const canRedo = useDoc(({ history }) => history.future.length > 0);
  const product = t('shell:product');
  const title = name || t('untitled');
  useEffect(() => {
    document.title = `${title} – ${product}`;
  }, [title, product]);
  const icon = (
    label: string,
    Icon: typeof IconArrowLeft,
    props: { onClick: () => void; disabled?: boolean; pressed?: boolean },
  ) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="nezumi"
        size={36}
        aria-label={label}
        aria-pressed={props.pressed}
        disabled={props.disabled}
        onClick={props.onClick}
      >
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <header className={styles.header}>
      <Tooltip label={t('back')}>
        <ActionIcon component={Link} to="/templates" variant="subtle" color="nezumi" size={36} aria-label={t('back')}>
          <IconArrowLeft size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Title order={1} className={styles.title}>
        {title}
      </Title>
      <LanguageMenu />
      <span className={styles.state}>{t(saving.isSaved && !isNew ? 'state.saved' : 'state.unsaved')}</span>
      <span className={styles.tools}>
        {icon(`${t('undo')} (${keyWords('mod+z')})`, IconArrowBackUp, {
          onClick: store.getState().undo,
          disabled: !canUndo,
        })}
        {icon(`${t('redo')} (${keyWords('mod+shift+z')})`, IconArrowForwardUp, {
          onClick: store.getState().redo,
          disabled: !canRedo,
        })}
        {onToggle &&
          icon(t('panes.toggleWrite'), IconLayoutSidebar, {
            onClick: () => onToggle('write'),
            pressed: !closed.has('write'),
          })}
        {onToggle &&
          icon(t('panes.toggleSide'), IconLayoutSidebarRight, {
            onClick: () => onToggle('side'),
            pressed: !closed.has('side'),
          })}
        <Button onClick={saving.save} disabled={saving.isSaved && !isNew} loading={saving.isSaving}>
          {t('ui:save')}
        </Button>
      </span>
    </header>
  );
}
