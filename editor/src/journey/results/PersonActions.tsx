import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ActOnPeople, PersonInside } from '@tabiji/shared/api/people.ts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import classes from './people.module.css';

/** Something is to be done to one person inside, by the number of their enrollment. */
export type Act = (action: ActOnPeople['action'], id: number) => void;

interface Props {
  person: PersonInside;
  name: string;
  onAct: Act;
}

/** What can be done with one person: the two things most wanted at hand, all of them in a menu. */
export function PersonActions({ person: { id, customerId }, name, onAct }: Props) {
  const { t } = useTranslation('results');
  const { id: journey } = useSession();
  const customer = { to: '/customers/$id', params: { id: customerId } as never } as const;
  return (
    <div className={classes.actions}>
      <Button className={classes.wide} variant="subtle" size="compact-sm" onClick={() => onAct('move_on', id)}>
        {t('people.moveOn')}
      </Button>
      <Button className={classes.wide} variant="subtle" size="compact-sm" component={Link} {...customer}>
        {t('people.timeline')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="nezumi" size={36} aria-label={t('people.actionsOf', { name })}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAct('move_on', id)}>{t('people.moveOn')}</Menu.Item>
          <Menu.Item component={Link} {...customer}>
            {t('people.timeline')}
          </Menu.Item>
          <Menu.Item component={Link} to="/customers/$id/why/$journey" params={{ id: customerId, journey } as never}>
            {t('people.why')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="shu" onClick={() => onAct('end', id)}>
            {t('people.end')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
