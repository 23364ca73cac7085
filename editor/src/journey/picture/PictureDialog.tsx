import { Text } from '@mantine/core';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GraphPicture } from './GraphPicture.tsx';
import classes from './PictureDialog.module.css';
import { MarkSign } from './MarkSign.tsx';
import { withGhosts } from './with-ghosts.ts';
import { StackedModal } from '../../ui/StackedModal.tsx';

const MARKS = ['added', 'changed', 'moved', 'removed'] as const;

interface Props {
  title: string;
  before: JourneyGraph;
  after: JourneyGraph;
  onClose: () => void;
}

/** Two journeys in one drawing: the later one, with what was removed as ghosts beside it. */
export function PictureDialog({ title, before, after, onClose }: Props) {
  const { t } = useTranslation(['publishing', 'ui']);
  const { graph, marks, ghostWays } = useMemo(() => withGhosts(before, after), [before, after]);
  return (
    <StackedModal opened fullScreen onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <div className={classes.frame}>
        <div className={classes.legend}>
          {MARKS.map((mark) => (
            <span key={mark}>
              <MarkSign mark={mark} />
              <Text size="xs" component="span">
                {t(`mark.${mark}`)}
              </Text>
            </span>
          ))}
        </div>
        <GraphPicture graph={graph} marks={marks} ghostWays={ghostWays} label={title} />
      </div>
    </StackedModal>
  );
}
