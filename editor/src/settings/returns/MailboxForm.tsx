import { Button, Group, PasswordInput, Select, TextInput } from '@mantine/core';
import { type MailboxSettings, MailboxTls } from '@tabiji/shared/api/mailbox.ts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailbox } from '../../api/mailbox.ts';
import styles from './returns.module.css';
import { MailboxAnswer } from './MailboxAnswer.tsx';
import { askedOf, hasPassword, type MailboxValues, NEW_MAILBOX, valuesOf, withTls } from './mailbox-values.ts';
import { useChangeMailbox } from './use-change-mailbox.ts';

const BELOW = ['label', 'input', 'description', 'error'] as const;

/** Where the mailbox is and how one gets in; it can be tried before it is saved. */
export function MailboxForm({ kept }: { kept: MailboxSettings | null }) {
  const { t } = useTranslation(['returns', 'ui']);
  const [values, setValues] = useState<MailboxValues>(() => (kept ? valuesOf(kept) : NEW_MAILBOX));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const check = useMutation({ mutationFn: mailbox.check });
  const save = useChangeMailbox(mailbox.set);
  const remove = useChangeMailbox(mailbox.remove);
  const change = (next: MailboxValues) => {
    setValues(next);
    setWrong(new Set());
    check.reset();
  };
  const ask = (then: (asked: Parameters<typeof mailbox.set>[0]) => void) => {
    const end = askedOf(values, kept);
    if ('wrong' in end) return setWrong(end.wrong);
    then(end.asked);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask((asked) => save.mutate(asked, { onSuccess: () => setValues({ ...values, password: '' }) }));
  };
  const text = (part: Exclude<keyof MailboxValues, 'tls'>) => ({
    label: t(`form.${part}`),
    inputWrapperOrder: [...BELOW],
    value: values[part],
    error: wrong.has(part) ? t(`form.wrong.${part}`) : undefined,
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      change({ ...values, [part]: value }),
  });
  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      <div className={styles.server}>
        <TextInput {...text('host')} placeholder="imap.example.jp" autoComplete="off" />
        <Select
          label={t('form.tls')}
          data={MailboxTls.options.map((value) => ({ value, label: t(`form.way.${value}`) }))}
          value={values.tls}
          allowDeselect={false}
          onChange={(tls) => tls && change(withTls(values, tls))}
        />
        <TextInput {...text('port')} inputMode="numeric" />
      </div>
      <div className={styles.pair}>
        <TextInput {...text('username')} autoComplete="off" />
        <PasswordInput
          {...text('password')}
          autoComplete="new-password"
          description={t(hasPassword(values, kept) ? 'form.passwordKept' : 'form.passwordHelp')}
        />
      </div>
      <TextInput {...text('folder')} description={t('form.folderHelp')} />
      <output className={styles.answer}>
        <MailboxAnswer check={check} />
      </output>
      <Group justify="flex-end" gap="xs">
        {kept && (
          <Button variant="subtle" color="shu" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('form.remove')}
          </Button>
        )}
        <Button variant="default" loading={check.isPending} onClick={() => ask((asked) => check.mutate(asked))}>
          {t('form.check')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  );
}
