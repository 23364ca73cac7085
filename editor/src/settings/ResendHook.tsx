import { Button, CopyButton, Group, PasswordInput, Text, TextInput, Title } from '@mantine/core';
import { AddWebhookSecret, type FeedbackSettings } from '@tabiji/shared/api/feedback.ts';
import { IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { feedback } from '../api/feedback.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import styles from './SettingsPage.module.css';

/** The address that Resend calls, and the secrets by which its calls are known. */
export function ResendHook({ settings: { resendUrl, resendSecrets: count } }: { settings: FeedbackSettings }) {
  const { t } = useTranslation('feedback');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [secret, setSecret] = useState('');
  const [isWrong, setWrong] = useState(false);
  const onSuccess = (saved: FeedbackSettings) => {
    client.setQueryData(feedback.settings.queryKey, saved);
    setSecret('');
  };
  const add = useMutation({ mutationFn: feedback.addSecret, onSuccess });
  const remove = useMutation({ mutationFn: feedback.removeSecrets, onSuccess });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = AddWebhookSecret.safeParse({ secret: secret.trim() });
    setWrong(!asked.success);
    if (asked.success) add.mutate(asked.data);
  };
  const failed = add.error ?? remove.error;
  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      <Title order={3}>{t('resend.title')}</Title>
      <Text size="sm">{t('resend.about')}</Text>
      <TextInput label={t('resend.url')} value={resendUrl} readOnly onFocus={({ target }) => target.select()} />
      <CopyButton value={resendUrl}>
        {({ copied, copy }) => (
          <div>
            <Button variant="default" leftSection={<IconCopy size={16} stroke={1.75} />} onClick={copy}>
              {t(copied ? 'resend.copied' : 'resend.copy')}
            </Button>
          </div>
        )}
      </CopyButton>
      <PasswordInput
        label={t('resend.secret')}
        description={t('resend.secretHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        value={secret}
        error={isWrong ? t('resend.secretWrong') : failed ? errorWords(failed) : undefined}
        onChange={({ currentTarget }) => setSecret(currentTarget.value)}
      />
      <Text size="sm">{count === 0 ? t('resend.none') : t('resend.some', { count })}</Text>
      <Group>
        <Button type="submit" loading={add.isPending} disabled={secret.trim() === ''}>
          {t('resend.add')}
        </Button>
        {count > 0 && (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('resend.remove')}
          </Button>
        )}
      </Group>
    </form>
  );
}
