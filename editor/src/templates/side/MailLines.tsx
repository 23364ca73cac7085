import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { preheaderIn, withPreheader } from '../doc/preheader.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import { MergePicker } from '../merge/MergePicker.tsx';
import { LengthMeter } from './LengthMeter.tsx';
import styles from './SidePane.module.css';

/** A preheader longer than this is cut off everywhere. */
const PREHEADER_MOST = 90;

type Field = RefObject<HTMLInputElement | null>;

interface Props {
  isTried: boolean;
  /** The fields, for who leads to them. */
  subjectField: Field;
  preheaderField: Field;
}

/** Subject and preheader; `{{` in the subject opens the picker of values. */
export function MailLines({ isTried, subjectField: field, preheaderField }: Props) {
  const { t } = useTranslation('mail');
  const store = useDocStore();
  const subject = useDoc(({ doc }) => doc.subject);
  const preheader = useDoc(({ doc }) => preheaderIn(doc.mjml) ?? '');
  /** What the picked value replaces. */
  const [picking, setPicking] = useState<{ from: number; to: number }>();
  const write = (next: string) => store.getState().change({ subject: next }, 'subject');
  const open = () => {
    const at = field.current?.selectionStart ?? subject.length;
    setPicking({ from: at, to: field.current?.selectionEnd ?? at });
  };
  return (
    <>
      <h2 className={styles.title}>{t('lines.title')}</h2>
      <div>
        <TextInput
          ref={field}
          label={t('lines.subject')}
          value={subject}
          error={isTried && subject.trim() === '' && t('side.required')}
          onChange={({ currentTarget, nativeEvent }) => {
            const { value, selectionStart } = currentTarget;
            write(value);
            const at = selectionStart ?? value.length;
            const isTyped = 'data' in nativeEvent && nativeEvent.data === '{';
            if (isTyped && value.slice(0, at).endsWith('{{')) setPicking({ from: at - 2, to: at });
          }}
          rightSection={
            <Tooltip label={t('merge.open')}>
              <ActionIcon variant="subtle" color="nezumi" aria-label={t('merge.inSubject')} onClick={open}>
                <IconBraces size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          }
        />
        <LengthMeter text={subject} />
      </div>
      <TextInput
        ref={preheaderField}
        label={t('lines.preheader')}
        description={t('lines.preheaderHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={preheader}
        error={preheader.length > PREHEADER_MOST && t('lines.preheaderLong', { most: PREHEADER_MOST })}
        onChange={({ currentTarget }) => {
          const { doc, change } = store.getState();
          change({ mjml: withPreheader(doc.mjml, currentTarget.value) }, 'preheader');
        }}
      />
      {picking && (
        <MergePicker
          onClose={() => setPicking(undefined)}
          onPick={(tag) => {
            write(subject.slice(0, picking.from) + tag + subject.slice(picking.to));
            setPicking(undefined);
            field.current?.focus();
          }}
        />
      )}
    </>
  );
}
