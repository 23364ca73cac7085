import { Button, Checkbox, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { PERSONAS } from '@tabiji/shared/api/mail-page.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useDocStore } from '../doc/use-doc.ts';
import { sampleId, sampleOf } from '../preview/samples.ts';
import type { Sample } from '../preview/use-preview.ts';
import { TestResults } from './TestResults.tsx';

interface Props {
  mailKey: string;
  /** Who is shown in the preview. */
  sample: Sample;
  onClose: () => void;
}

/** To whom a test goes and for which customers it is written; what became of it stands below. */
export function TestDialog({ mailKey, sample, onClose }: Props) {
  const { t } = useTranslation(['mail', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const store = useDocStore();
  const { data: settings } = useQuery(queries.mailSettings);
  const { data: customer } = useQuery({
    ...queries.customer(sample.customer ?? 0),
    enabled: sample.customer !== undefined,
  });
  const [typed, setTyped] = useState<string[]>();
  const to = typed ?? settings?.testers ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([sampleId(sample)]);
  const [isTried, setTried] = useState(false);
  const wrong = to.filter((address) => !z.email().safeParse(address).success);
  const toError =
    to.length === 0 ? t('test.toNeeded') : wrong.length > 0 && t('test.toWrong', { address: wrong[0] ?? '' });
  const sending = useMutation({
    mutationFn: async () => {
      const { subject, mjml, language } = store.getState().doc;
      const results = await api.mail.sendTest(mailKey, { to, samples: chosen.map(sampleOf), subject, mjml, language });
      await api.mail.saveSettings({ testers: to });
      return results;
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queries.mailTests(mailKey).queryKey });
      void client.invalidateQueries({ queryKey: queries.mailSettings.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!toError && chosen.length > 0) sending.mutate();
  };
  const people = [
    ...(sample.customer === undefined
      ? []
      : [{ id: sampleId(sample), label: customer?.name || customer?.externalId || '…' }]),
    { id: 'sample', label: t('sample.usual') },
    ...PERSONAS.map((one) => ({ id: one as string, label: t(`sample.personas.${one}`) })),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('test.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TagsInput
            data-autofocus
            label={t('test.to')}
            description={t('test.toHelp')}
            placeholder={to.length === 0 ? 'you@example.com' : undefined}
            value={to}
            maxTags={10}
            splitChars={[',', ' ', '、', ';']}
            error={isTried && toError}
            onChange={(next) => setTyped(next.map((address) => address.normalize('NFKC').trim()))}
          />
          <Checkbox.Group
            label={t('test.samples')}
            description={t('test.samplesHelp')}
            value={[...chosen]}
            error={isTried && chosen.length === 0 && t('test.samplesNeeded')}
            onChange={setChosen}
          >
            <Stack gap={8} mt="xs">
              {people.map(({ id, label }) => (
                <Checkbox key={id} value={id} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          {sending.error && (
            <Text c="var(--tabiji-error)" size="sm" role="alert">
              {errorWords(sending.error)}
            </Text>
          )}
          <div aria-live="polite">{sending.data && <TestResults tests={sending.data} />}</div>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:close')}
            </Button>
            <Button type="submit" loading={sending.isPending}>
              {to.length * chosen.length === 0
                ? t('test.sendNone')
                : t('test.send', { count: to.length * chosen.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
