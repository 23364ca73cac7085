import { ActionIcon, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { NodeGroup } from '@tabiji/shared/nodes/define-node.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import classes from './Inspector.module.css';

interface Props {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  group: NodeGroup | 'journey';
  title: string;
}

/** What the panel is about. The cross leads back to the journey (and takes the sheet away on a phone). */
export function PanelHead({ icon: Icon, group, title }: Props) {
  const { t } = useTranslation('journey');
  const { ui } = useSession();
  const close = () => {
    ui.focusSelected();
    ui.closePanel();
    ui.select(null);
  };
  return (
    <div className={classes.head} data-group={group}>
      <Icon size={20} stroke={1.75} />
      <Title order={2}>{title}</Title>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('panel.close')}
        className={group === 'journey' ? classes.sheetOnly : undefined}
        onClick={close}
      >
        <IconX size={18} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
