import { IconHelpHexagon } from '@tabler/icons-react';
import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { findView } from '@tabiji/shared/nodes/views.ts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { WayRows } from '../canvas/WayRows.tsx';
import classes from './GraphPicture.module.css';
import { MarkSign } from './MarkSign.tsx';
import type { Mark } from './with-ghosts.ts';

/** One node of a picture, and in a corner what has become of it. */
export const PictureCard = memo(function PictureCard({ node, mark }: { node: GraphNode; mark: Mark | undefined }) {
  const { t } = useTranslation('publishing');
  const locale = useLocale();
  const names = useNames();
  const opened = openNode(node);
  const definition = opened.ok || opened.because === 'bad_config' ? opened.definition : undefined;
  const Icon = findView(node.type)?.icon ?? IconHelpHexagon;
  const title = titleOf(node)[locale];
  const said = opened.ok ? opened.definition.summary(opened.config, locale, names) : '';
  return (
    <div className={classes.card} data-group={definition?.group ?? 'custom'} data-mark={mark} data-off={node.disabled}>
      <span className={classes.head}>
        <Icon size={18} stroke={1.75} />
        <b className={classes.name} title={title}>
          {title}
        </b>
        {node.disabled && <small>{t('picture.off')}</small>}
        {mark && <MarkSign mark={mark} />}
      </span>
      <span className={classes.said} title={said}>
        {said}
      </span>
      <WayRows node={node} />
    </div>
  );
});
