import { Drawer } from '@mantine/core';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useSession, useUi } from '../session/use-session.ts';
import { ConfirmAct } from './ConfirmAct.tsx';
import { People } from './People.tsx';
import classes from './people.module.css';

/** The people at a step (or anywhere inside) with room of their own, beside the canvas; Esc leads back. */
export function PeopleDrawer({ node, version }: { node: NodeId | null; version: number | undefined }) {
  const { t } = useTranslation(['results', 'ui']);
  const locale = useLocale();
  const { ui } = useSession();
  const isOpen = useUi(({ dialog }) => dialog === 'people');
  const name = useDoc(({ graph }) => (node === null ? undefined : titleOf(graph.nodes[node])[locale]));
  const [asked, setAsked] = useState<ActOnPeople>();
  return (
    <>
      <Drawer
        opened={isOpen}
        onClose={() => ui.show(null)}
        position="right"
        size={800}
        overlayProps={{ backgroundOpacity: 0.25 }}
        title={name === undefined ? t('people.inside') : t('people.at', { name })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
        closeOnEscape={asked === undefined}
        classNames={{ content: classes.content ?? '', body: classes.body ?? '', title: classes.title ?? '' }}
      >
        <People key={`${node}.${version}`} node={node ?? undefined} version={version} onAsk={setAsked} />
      </Drawer>
      {asked && <ConfirmAct asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
