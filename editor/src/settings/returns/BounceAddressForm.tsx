import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChangeMeasures, type FeedbackSettings } from '@tabiji/shared/api/feedback.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feedback } from '../../api/feedback.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import styles from './returns.module.css';
import { BounceAddressAnswer } from './BounceAddressAnswer.tsx';

/** Where mail servers report what they could not deliver. */
export function BounceAddressForm({ saved }: { saved: string }) {
  const { t } = useTranslation(['returns', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [address, setAddress] = useState(saved);
  const asked = ChangeMeasures.safeParse({ bounceAddress: address.trim() === '' ? null : address.trim() });
  const isUnchanged = address.trim() === saved;
  const save = useMutation({
    mutationFn: feedback.change,
    onSuccess: (now: FeedbackSettings) => {
      client.setQueryData(feedback.settings.queryKey, now);
      setAddress(now.bounceAddress ?? '');
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const check = useMutation({ mutationFn: feedback.checkBounceAddress });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked.success && !isUnchanged) save.mutate(asked.data);
  };
  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      <TextInput
        label={t('address.label')}
        description={t('address.help')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="email"
        placeholder="bounce@mail.example.jp"
        value={address}
        error={asked.success ? undefined : t('address.wrong')}
        onChange={({ currentTarget }) => {
          setAddress(currentTarget.value);
          check.reset();
        }}
      />
      {asked.success && address.trim() !== '' && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('address.example', { example: address.trim().replace('@', '+3-1x-2s-1-…@') })}
        </Text>
      )}
      <output className={styles.answer}>
        {check.data && <BounceAddressAnswer answer={check.data} />}
        {check.error && (
          <Text size="sm" c="shu">
            {errorWords(check.error)}
          </Text>
        )}
      </output>
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          disabled={!asked.success || address.trim() === ''}
          loading={check.isPending}
          onClick={() => check.mutate({ address: address.trim() })}
        >
          {t('address.check')}
        </Button>
        <Button type="submit" disabled={isUnchanged || !asked.success} loading={save.isPending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  );
}
