import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useSession } from '../session/use-session.ts';
import classes from '../dialogs/dialogs.module.css';
import { ParkedGroup } from './ParkedGroup.tsx';

const SHOWN = 20;

/** Whom an error has stopped, by node and error, and what can be done for all of them at once. */
export function ParkedDialog() {
  const { t } = useTranslation(['parked', 'ui']);
  const { id, ui } = useSession();
  const query = useQuery(queries.parked(id));
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      opened
      onClose={() => ui.show(null)}
      size={640}
      title={t('title')}
    >
      <Loaded query={query}>
        {({ total, groups, rows }) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t(total === 0 ? 'none' : 'about', { count: total })}
            </Text>
            {groups.map((group) => (
              <ParkedGroup key={`${group.node}\n${group.error}`} group={group} />
            ))}
            {rows.length > 0 && (
              <div>
                <Text size="xs" fw={600}>
                  {t('who')}
                </Text>
                <Text size="sm">
                  {rows.slice(0, SHOWN).map(({ id: row, customerId, customer, customerName }, at) => (
                    <span key={row} className={classes.person}>
                      <TextLink to="/customers/$id/why/$journey" params={{ id: customerId, journey: id }}>
                        {customerName || customer}
                      </TextLink>
                      {at < Math.min(rows.length, SHOWN) - 1 && t('between')}
                    </span>
                  ))}
                  {total > SHOWN && t('more', { count: total - SHOWN })}
                </Text>
              </div>
            )}
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}
