import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { PERSONAS } from '@tabiji/shared/api/mail-page.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useDocStore } from '../doc/use-doc.ts';
import { sampleId, sampleOf } from '../preview/samples.ts';
import type { Sample } from '../preview/use-preview.ts';
import { TestersField } from './TestersField.tsx';
import { TestResults } from './TestResults.tsx';
import { useTesters } from './use-testers.ts';
import { customers } from '../../api/customers.ts';
import { mailQueries, mails } from '../../api/mails.ts';

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
  const { to, setTo, trouble } = useTesters();
  const { data: customer } = useQuery({
    ...customers.one(sample.customer ?? 0),
    enabled: sample.customer !== undefined,
  });
  const [chosen, setChosen] = useState<readonly string[]>([sampleId(sample)]);
  const [isTried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: async () => {
      const { subject, mjml, language } = store.getState().doc;
      const results = await mails.mail.sendTest(mailKey, {
        to: [...to],
        samples: chosen.map(sampleOf),
        subject,
        mjml,
        language,
      });
      await mails.mail.saveSettings({ testers: [...to] });
      return results;
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: mailQueries.mailTests(mailKey).queryKey });
      void client.invalidateQueries({ queryKey: mailQueries.mailSettings.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (trouble === undefined && chosen.length > 0) sending.mutate();
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
          <TestersField value={to} error={isTried ? trouble : undefined} onChange={setTo} />
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
