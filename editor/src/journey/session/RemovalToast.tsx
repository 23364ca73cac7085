import { Button, Group, Stack } from '@mantine/core';
import type { Port } from '@tabiji/shared/nodes/define-node.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';

interface Props {
  count: number;
  cut: boolean;
  /** Ways that could have been kept instead. */
  others: readonly Port[];
  onKeep: (port: string) => void;
  onUndo: () => void;
}

/** How many went, the way back, and the other ways of a deleted branch. */
export function RemovalToast({ count, cut, others, onKeep, onUndo }: Props) {
  const { t } = useTranslation(['journey', 'moving']);
  const locale = useLocale();
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        {cut ? t('moving:cut', { count }) : t('removed', { count })}
        <Button variant="subtle" size="compact-sm" onClick={onUndo}>
          {t('undo')}
        </Button>
      </Group>
      {others.length > 0 && (
        <Group gap={6}>
          {others.map(({ id, label }) => (
            <Button key={id} variant="default" size="compact-xs" onClick={() => onKeep(id)}>
              {t('moving:keepInstead', { way: label[locale] })}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
