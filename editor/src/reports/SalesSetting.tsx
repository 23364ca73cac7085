import { Button, Popover, Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReportSettings } from '@tabiji/shared/api/reports.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reports } from '../api/reports.ts';
import { useErrorWords } from '../ui/use-error-words.ts';
import styles from './Reports.module.css';

/** Which orders count for a mail, and a way to change it. */
export function SalesSetting() {
  const { t } = useTranslation('reports');
  const { data } = useQuery(reports.settings);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-end" width={320} withinPortal>
      <Popover.Target>
        <Button variant="default" disabled={!data} onClick={() => setOpen(!isOpen)}>
          {t('sales.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{data && <Form settings={data} onDone={() => setOpen(false)} />}</Popover.Dropdown>
    </Popover>
  );
}

function Form({ settings, onDone }: { settings: ReportSettings; onDone: () => void }) {
  const { t } = useTranslation('reports');
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [touch, setTouch] = useState(settings.touch);
  const [days, setDays] = useState(String(settings.days));
  const number = Number(days.normalize('NFKC'));
  const isRight = Number.isInteger(number) && number >= 1 && number <= 90;
  const save = useMutation({
    mutationFn: reports.saveSettings,
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
    onError: (error) => notifications.show({ color: 'shu', message: errorWords(error) }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) save.mutate({ touch, days: number });
      }}
    >
      <Stack gap={12}>
        <Radio.Group
          label={t('sales.touch')}
          value={touch}
          onChange={(value) => setTouch(value as ReportSettings['touch'])}
        >
          <Stack gap={8} mt={8}>
            <Radio value="sent" label={t('sales.sent')} />
            <Radio value="clicked" label={t('sales.clicked')} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('sales.days')}
          inputMode="numeric"
          value={days}
          error={isRight ? undefined : t('sales.daysWrong')}
          onChange={({ currentTarget }) => setDays(currentTarget.value)}
        />
        <p className={styles.help}>{t('sales.help')}</p>
        <Button type="submit" loading={save.isPending} ml="auto">
          {t('sales.save')}
        </Button>
      </Stack>
    </form>
  );
}
