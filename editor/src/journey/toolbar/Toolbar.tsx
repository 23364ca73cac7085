import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconSend } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useLocale } from '../../i18n/locale.ts';
import { travel } from '../session/actions.ts';
import { CasesBadge } from '../simulation/cases/CasesBadge.tsx';
import { ModeSwitch } from '../modes/ModeSwitch.tsx';
import { useDoc, useSession } from '../session/use-session.ts';
import { ParkedButton } from '../parked/ParkedButton.tsx';
import { JourneyName } from './JourneyName.tsx';
import { LifeMenu } from './LifeMenu.tsx';
import { ProblemsButton } from './ProblemsButton.tsx';
import { SaveChip } from './SaveChip.tsx';
import { PersonButton } from '../../person/PersonButton.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import classes from './Toolbar.module.css';

const HoldButton = lazyPart(() => import('../../release/HoldButton.tsx'), 'HoldButton');

/** Where we are, how the draft stands, and what can be done with the whole journey. */
export function Toolbar() {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar')} data-region="toolbar">
      <Tooltip label={t('back')}>
        <ActionIcon component={Link} to="/journeys" variant="subtle" color="gray" size={36} aria-label={t('back')}>
          <IconArrowLeft size={20} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <JourneyName />
      <StatusBadge />
      <SaveChip />
      <span className={classes.space} />
      <ModeSwitch />
      <span className={classes.space} />
      <TimeButton way="undo" icon={IconArrowBackUp} keys="Ctrl+Z" />
      <TimeButton way="redo" icon={IconArrowForwardUp} keys="Ctrl+Shift+Z" />
      <ParkedButton />
      <HeldFirst />
      <ProblemsButton />
      <CasesBadge />
      <Button
        className={classes.publish}
        leftSection={<IconSend size={16} stroke={1.75} />}
        onClick={() => ui.show('publish')}
      >
        {t('publish.button')}
      </Button>
      <LifeMenu />
      <PersonButton />
    </div>
  );
}

/** Only where mails wait for a release: the others fetch nothing. */
function HeldFirst() {
  const { id } = useSession();
  const { data: isHeld } = useQuery({ ...queries.journey(id), select: ({ holdFirst }) => holdFirst !== null });
  return (
    isHeld === true && (
      <Suspense>
        <HoldButton journey={id} classes={classes} />
      </Suspense>
    )
  );
}

/** Undo or redo; its hint says what would happen. */
function TimeButton({ way, icon: Icon, keys }: { way: 'undo' | 'redo'; icon: typeof IconArrowBackUp; keys: string }) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const session = useSession();
  const step = useDoc(({ history }) => (way === 'undo' ? history.past : history.future).at(-1));
  const label = step ? t(`${way}What`, { what: step.label[locale] }) : t(way);
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={label}
        aria-disabled={!step}
        data-disabled={!step || undefined}
        className={classes.time}
        onClick={() => travel(session, way)}
      >
        <Icon size={20} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
