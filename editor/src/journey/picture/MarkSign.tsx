import { VisuallyHidden } from '@mantine/core';
import { IconArrowsMove, IconMinus, IconPencil, IconPlus, IconSettings } from '@tabler/icons-react';
import type { ChangeKind } from '@tabiji/shared/journey/diff/words.ts';
import { useTranslation } from 'react-i18next';
import classes from './GraphPicture.module.css';

const ICONS = {
  added: IconPlus,
  removed: IconMinus,
  changed: IconPencil,
  moved: IconArrowsMove,
  settings: IconSettings,
} as const;

/** What has become of something: a sign with its word for those who do not see it. */
export function MarkSign({ mark }: { mark: ChangeKind }) {
  const { t } = useTranslation('publishing');
  const Icon = ICONS[mark];
  const word = t(`mark.${mark}`);
  return (
    <span className={classes.mark} data-mark={mark} title={word}>
      <Icon size={14} stroke={2} aria-hidden />
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  );
}
