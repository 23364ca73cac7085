import { Button, Group, Modal, Switch, TextInput } from '@mantine/core';
import type { SenderList, SenderRow } from '@tabiji/shared/api/senders.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { senders } from '../api/senders.ts';
import { OtherIdentity } from './OtherIdentity.tsx';
import { NEW_SENDER, settingsOf, valuesOf, wrongParts, type SenderValues } from './sender-values.ts';
import styles from './senders.module.css';
import { StaffFields } from './StaffFields.tsx';
import { useChangeSenders } from './use-change-senders.ts';
import { WayFields } from './WayFields.tsx';

interface Props {
  /** Null: a new one. */
  sender: SenderRow | null;
  list: SenderList;
  /** That the other senders have. */
  domains: readonly string[];
  onClose: () => void;
}

const BELOW = ['label', 'input', 'description', 'error'] as const;

/** Who writes: what readers see, where they answer, by which way it goes. */
export function SenderForm({ sender, list, domains, onClose }: Props) {
  const { t } = useTranslation(['senders', 'ui']);
  const [values, setValues] = useState<SenderValues>(() => (sender ? valuesOf(sender) : NEW_SENDER));
  const [isTried, setTried] = useState(false);
  const save = useChangeSenders(onClose);
  const wrong = wrongParts(values, domains);
  const change = (part: Partial<SenderValues>) => setValues({ ...values, ...part });
  const errorOf = (path: string) => {
    const what = isTried ? wrong.get(path) : undefined;
    if (!what) return undefined;
    if (what === 'domain') return t('staff.domain', { domains: domains.join(', ') || '–' });
    return what === 'twice' ? t('staff.twice') : t(`form.wrong.${what}`);
  };
  const text = (part: 'name' | 'address' | 'replyTo') => ({
    label: t(`form.${part}`),
    description: errorOf(part) ? undefined : t(`form.${part}Help`),
    inputWrapperOrder: [...BELOW],
    value: values[part],
    error: errorOf(part),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => change({ [part]: value }),
  });
  const from = (language: 'ja' | 'en') => ({
    label: t(language === 'ja' ? 'form.fromJa' : 'form.fromEn'),
    value: values.fromName[language],
    error: language === 'ja' ? errorOf('fromName') : errorOf(`fromName.${language}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      change({ fromName: { ...values.fromName, [language]: value } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.size > 0) return;
    const settings = settingsOf(values);
    save.mutate(() => (sender ? senders.change(sender.key, { settings }) : senders.add(settings)));
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(sender ? 'form.edit' : 'form.add')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate className={styles.fields}>
        <TextInput {...text('name')} data-autofocus />
        <div className={styles.pair}>
          <TextInput {...from('ja')} description={t('form.fromHelp')} inputWrapperOrder={[...BELOW]} />
          <TextInput {...from('en')} />
        </div>
        <TextInput {...text('address')} inputMode="email" />
        <TextInput {...text('replyTo')} inputMode="email" />
        <WayFields values={values} list={list} onChange={change} />
        <OtherIdentity value={values.identity} onChange={(identity) => change({ identity })} />
        <Switch
          label={t('staff.on')}
          description={t('staff.onHelp')}
          checked={values.hasStaff}
          onChange={({ currentTarget }) => change({ hasStaff: currentTarget.checked })}
        />
        {values.hasStaff && <StaffFields values={values} errorOf={errorOf} onChange={change} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
