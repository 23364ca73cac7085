import { ActionIcon, Menu } from '@mantine/core';
import { IconChecklist, IconDots, IconHistory, IconMailPause, IconMessage, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { actionsOf, type LifeAction } from '../../journey-life/life.ts';
import { LifeItems } from '../../journey-life/LifeItems.tsx';
import { useSession } from '../session/use-session.ts';

const LifeDialog = lazyPart(() => import('../../journey-life/LifeDialog.tsx'), 'LifeDialog');

/** Print; pause, resume, stop, archive: what concerns the journey as a whole. */
export function LifeMenu() {
  const { t } = useTranslation(['journeys', 'drawing', 'publishing', 'actions']);
  const { id, ui } = useSession();
  const { data } = useQuery(queries.journey(id));
  const [asking, setAsking] = useState<LifeAction>();
  if (!data) return null;
  const actions = actionsOf(data);
  const { name } = data.graph;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('actionsOf', { name })}>
            <IconDots size={20} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPrinter size={16} stroke={1.75} />} onClick={() => ui.show('print')}>
            {t('drawing:print.do')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMessage size={16} stroke={1.75} />} onClick={() => ui.show('comments')}>
            {t('actions:page.comments')}
          </Menu.Item>
          <Menu.Item leftSection={<IconChecklist size={16} stroke={1.75} />} onClick={() => ui.show('review')}>
            {t('actions:page.review')}
          </Menu.Item>
          {data.version !== null && (
            <Menu.Item leftSection={<IconHistory size={16} stroke={1.75} />} onClick={() => ui.show('versions')}>
              {t('publishing:versions.show')}
            </Menu.Item>
          )}
          {data.version !== null && (
            <Menu.Item
              leftSection={<IconMailPause size={16} stroke={1.75} />}
              component={Link}
              to={`/journeys/${id}/release`}
            >
              {t('journeys:firstMails')}
            </Menu.Item>
          )}
          <LifeItems actions={actions} onChoose={setAsking} />
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {asking && <LifeDialog journey={{ id, name }} action={asking} onClose={() => setAsking(undefined)} />}
      </Suspense>
    </>
  );
}
