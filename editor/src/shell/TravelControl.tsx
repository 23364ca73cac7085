import { Button, Divider, Popover, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { durationWords } from '@tabiji/shared/words.ts';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { useFmt } from '../use-fmt.ts';
import { TRAVEL_STEPS } from './travel.ts';
import { TravelForm } from './TravelForm.tsx';
import styles from './TravelControl.module.css';
import { useTravel } from './use-travel.ts';

/** 「時間を進める」: moves a demo or sandbox workspace on, and shows how far it is. */
export function TravelControl({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const fmt = useFmt();
  const [isOpen, setOpen] = useState(false);
  const { go, isMoving, share, to } = useTravel(workspace);
  const move = (by: string) => {
    setOpen(false);
    go(by);
  };
  if (isMoving)
    return (
      <output className={styles.moving}>
        <Text size="xs">
          {t('clock.travelling')}{' '}
          {to !== undefined && <span className={styles.to}>{t('clock.towards', { to: fmt.date(to) })}</span>}
        </Text>
        <Progress
          size={4}
          value={(share ?? 1) * 100}
          animated={share === undefined}
          aria-label={t('clock.travelling')}
        />
      </output>
    );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={styles.button}
          leftSection={<IconPlayerTrackNext size={16} stroke={1.75} />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('clock.travel')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            {t('clock.explain')}
          </Text>
          <SimpleGrid cols={2} spacing="xs">
            {TRAVEL_STEPS.map((by) => (
              <Button key={by} variant="default" size="sm" onClick={() => move(by)}>
                {t('clock.by', { length: durationWords(by, locale) })}
              </Button>
            ))}
          </SimpleGrid>
          <Divider />
          <TravelForm onGo={move} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
