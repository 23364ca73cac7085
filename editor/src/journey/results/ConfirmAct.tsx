import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';

/** Says what would happen, to how many, and to whom it would not; asks before doing it. */
export function ConfirmAct({ asked, onClose }: { asked: ActOnPeople; onClose: () => void }) {
  const { t } = useTranslation(['results', 'ui']);
  const { id } = useSession();
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const { action } = asked;
  const { data: would, error } = useQuery({
    queryKey: ['journey', id, 'rehearsal', asked],
    queryFn: () => api.journeys.actOnPeople(id, { ...asked, rehearsal: true }),
    staleTime: 0,
    retry: false,
  });
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.journeys.actOnPeople(id, asked),
    onSuccess: ({ done }) => {
      notifications.show({ message: t(`confirm.done.${action}`, { count: done }), withBorder: true });
      onClose();
      void client.invalidateQueries({ queryKey: ['journey', id, 'people'] });
    },
    onError: (failure) =>
      notifications.show({ color: 'shu', title: t('confirm.failed'), message: errorWords(failure) }),
  });
  const left = (['letters', 'parked', 'impossible'] as const).filter((one) => would && would[one] > 0);
  const title = would
    ? t(action === 'move_on' ? 'confirm.moveOn' : 'confirm.end', { count: would.done })
    : t('confirm.counting');
  return (
    <Modal
      opened
      onClose={onClose}
      title={error ? t('confirm.failed') : title}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {error && <Text size="sm">{errorWords(error)}</Text>}
      {!error && !would && <Skeleton height={66} />}
      {would && (
        <Stack gap={8}>
          <Text size="sm">
            {would.done === 0
              ? t('confirm.nobody')
              : t(action === 'move_on' ? 'confirm.moveOnBody' : 'confirm.endBody')}
          </Text>
          {left.map((one) => (
            <Text key={one} size="sm">
              {t(`confirm.${one}`, { count: would[one] })}
            </Text>
          ))}
          <Text size="xs" c="dimmed">
            {t('confirm.kept')}
          </Text>
        </Stack>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('ui:cancel')}
        </Button>
        {would && would.done > 0 && (
          <Button color={action === 'end' ? 'shu' : undefined} loading={isPending} onClick={() => mutate()}>
            {t(`confirm.verb.${action}`)}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
