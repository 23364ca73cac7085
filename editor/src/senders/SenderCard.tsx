import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import type { SenderRow } from '@tabiji/shared/api/senders.ts';
import { nameIn } from '@tabiji/shared/sending/sender.ts';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { senders } from '../api/senders.ts';
import { useLocale } from '../i18n/locale.ts';
import { Card } from '../ui/Card.tsx';
import { SenderTrouble } from './SenderTrouble.tsx';
import { SenderUses } from './SenderUses.tsx';
import styles from './senders.module.css';
import { useChangeSenders } from './use-change-senders.ts';

/** One sender: what readers see, where it is used, what can be done with it. */
export function SenderCard({ sender, onEdit }: { sender: SenderRow; onEdit: () => void }) {
  const { t } = useTranslation('senders');
  const locale = useLocale();
  const change = useChangeSenders();
  const { key, name, fromName, address, replyTo, staff, isDefault, retired, uses, trouble } = sender;
  const act = (what: Parameters<typeof senders.change>[1]) => change.mutate(() => senders.change(key, what));
  return (
    <Card label={name}>
      <div className={styles.head}>
        <div className={styles.words}>
          <div className={styles.line}>
            <Text fw={600}>{name}</Text>
            {isDefault && <Badge variant="light">{t('isDefault')}</Badge>}
          </div>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {`${nameIn(fromName, locale)} <${address}>`}
          </Text>
          {replyTo && <p className={styles.small}>{t('replyTo', { address: replyTo })}</p>}
          {staff && <p className={styles.small}>{t('staffCount', { count: staff.people.length })}</p>}
          <SenderUses uses={uses} />
        </div>
        <Button variant="default" size="xs" aria-label={t('editNamed', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="nezumi" aria-label={t('more', { name })} loading={change.isPending}>
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {retired && <Menu.Item onClick={() => act({ retired: false })}>{t('restore')}</Menu.Item>}
            {!retired && !isDefault && (
              <Menu.Item onClick={() => act({ isDefault: true })}>{t('makeDefault')}</Menu.Item>
            )}
            {!retired && (
              <Menu.Item disabled={isDefault || uses.length > 0} onClick={() => act({ retired: true })}>
                {t('retire')}
                {(isDefault || uses.length > 0) && (
                  <Text size="xs" maw={260}>
                    {t(isDefault ? 'defaultHelp' : 'usedHelp')}
                  </Text>
                )}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {trouble && <SenderTrouble trouble={trouble} address={address} />}
    </Card>
  );
}
