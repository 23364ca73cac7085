import { Text } from '@mantine/core';
import type { PublishPreview } from '@tabiji/shared/api/journeys.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import classes from '../dialogs/dialogs.module.css';

interface Props {
  graph: JourneyGraph;
  isFirst: boolean;
  inside: PublishPreview | undefined;
}

/** In words: who will enter, how often, what they will get, and what happens to the people inside. */
export function WhatHappens({ graph, isFirst, inside }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  const names = useNames();
  const start = graph.nodes[graph.start];
  const opened = start && openNode(start);
  const { reentry = 'once' } = graph.settings;
  const nodes = Object.values(graph.nodes);
  const sends = nodes.filter((node) => {
    const each = openNode(node);
    return each.ok && each.definition.group === 'send' && !node.disabled;
  }).length;
  return (
    <dl className={classes.facts}>
      <dt>{t('publish.who')}</dt>
      <dd>{opened?.ok ? opened.definition.summary(opened.config, locale, names) : ''}</dd>
      <dt>{t('reentry.label')}</dt>
      <dd>{t(`reentry.${typeof reentry === 'string' ? reentry : 'after'}`)}</dd>
      <dt>{t('publish.content')}</dt>
      <dd>{t('publish.counts', { nodes: nodes.length, mails: sends })}</dd>
      <dt>{t('publish.inside')}</dt>
      <dd>
        {isFirst
          ? t('publish.nobody')
          : inside && t(inside.goOn > 0 ? 'publish.goOn' : 'publish.noneGoOn', { count: inside.goOn })}
        {inside !== undefined && inside.finishing > 0 && (
          <Text size="xs" c="dimmed">
            {t('publish.finishing', { count: inside.finishing })}
          </Text>
        )}
      </dd>
    </dl>
  );
}
