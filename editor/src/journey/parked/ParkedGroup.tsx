import { Button, Code, Group, Select, Text } from '@mantine/core';
import type { ActOnParked, ParkedPage } from '@tabiji/shared/api/parked.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import classes from '../dialogs/dialogs.module.css';
import { useNames } from '../canvas/use-names.ts';
import { mentionWithSummary } from '../doc/mention.ts';
import { useDoc } from '../session/use-session.ts';
import { useActOnParked } from './use-act-on-parked.ts';

type Action = ActOnParked['action'];

/** Everybody whom one error has stopped at one node. Trying again is harmless; the rest is asked for first. */
export function ParkedGroup({ group }: { group: ParkedPage['groups'][number] }) {
  const { t } = useTranslation('parked');
  const locale = useLocale();
  const names = useNames();
  const nodes = useDoc(({ graph }) => graph.nodes);
  const [asked, setAsked] = useState<Exclude<Action, 'retry'> | null>(null);
  const { act, isActing } = useActOnParked(() => setAsked(null));
  const { node, error, count, nodeName, nodeType } = group;
  const name = nodeName ?? findNodeType(nodeType)?.label[locale] ?? node;
  const decide = (action: Action) => act({ who: { node, error }, action });
  const kind = asked === null ? 'skip' : typeof asked === 'string' ? asked : 'move';
  const target = typeof asked === 'object' && asked ? mentionWithSummary(nodes[asked.move], locale, names) : '';
  return (
    <section className={classes.place} aria-label={name}>
      <Text size="sm" fw={600}>
        {t('at', { node: name, count })}
      </Text>
      <Code block className={classes.error}>
        {error}
      </Code>
      <Group gap="xs">
        <Button size="xs" variant="light" loading={isActing} onClick={() => decide('retry')}>
          {t('retry')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked('skip')}>
          {t('skip')}
        </Button>
        <Select
          size="xs"
          w={200}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          placeholder={t('move')}
          aria-label={t('move')}
          searchable
          value={null}
          data={Object.entries(nodes)
            .filter(([, { type }]) => type !== 'start')
            .map(([value, one]) => ({ value, label: mentionWithSummary(one, locale, names) }))}
          onChange={(to) => to && setAsked({ move: to })}
        />
        <Button size="xs" variant="subtle" color="shu" onClick={() => setAsked('exit')}>
          {t('exit')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t(`ask.${kind}.title`)}
        body={t(`ask.${kind}.body`, { count, node: name, target })}
        verb={t(`ask.${kind}.verb`)}
        isBusy={isActing}
        onConfirm={() => asked && decide(asked)}
        onClose={() => setAsked(null)}
      />
    </section>
  );
}
