import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ActOnPeople, PersonInside } from '@tabiji/shared/api/people.ts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import { useWhyWords } from '../../why/use-why-words.ts';
import { useSession } from '../session/use-session.ts';
import classes from './results.module.css';

interface Props {
  person: PersonInside;
  top: number;
  position: number;
  total: number;
  isMulti: boolean;
  onAct: (action: ActOnPeople['action'], id: number) => void;
}

/** Somebody inside: who, since when, and in words what they rest for and until when. */
export function PersonRow({ person, top, position, total, isMulti, onAct }: Props) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const words = useWhyWords();
  const { id: journey } = useSession();
  const name = person.name || person.customer;
  const to = { id: person.customerId, journey };
  const said = words.now(person.now).text;
  return (
    <li className={classes.row} style={{ top }} aria-posinset={position} aria-setsize={total}>
      <div className={classes.who}>
        <TextLink to="/customers/$id" params={{ id: person.customerId }}>
          {name}
        </TextLink>
        <p title={said} data-parked={person.now.state === 'parked' || undefined}>
          {said}
        </p>
        <p className={classes.since}>
          {t('people.entered', { at: fmt.compact(person.enteredAt, now) })}
          {isMulti && ` · ${t('people.version', { version: person.version })}`}
        </p>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="nezumi" aria-label={t('people.actionsOf', { name })}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAct('move_on', person.id)}>{t('people.moveOn')}</Menu.Item>
          <Menu.Item color="shu" onClick={() => onAct('end', person.id)}>
            {t('people.end')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item component={Link} to="/customers/$id" params={{ id: person.customerId } as never}>
            {t('people.timeline')}
          </Menu.Item>
          <Menu.Item component={Link} to="/customers/$id/why/$journey" params={to as never}>
            {t('people.why')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
