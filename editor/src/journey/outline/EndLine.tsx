import { IconCirclePlus } from '@tabler/icons-react';
import { usePlusLabel } from '../canvas/use-plus-label.ts';
import type { PortRef } from '../doc/ports.ts';
import { routeId } from '../layout/routes.ts';
import { useTranslation } from 'react-i18next';
import classes from './outline.module.css';

/** A way that leads nowhere yet: adds the next node. */
export function EndLine({ from, label }: { from: PortRef; label: string }) {
  const { t } = useTranslation('outline');
  const spoken = usePlusLabel(from);
  return (
    <span className={classes.line} data-slot={routeId(from)}>
      <span id={label} hidden>
        {spoken}
      </span>
      <IconCirclePlus size={18} stroke={1.75} className={classes.plus} aria-hidden="true" />
      <span className={classes.add} aria-hidden="true">
        {t('add')}
      </span>
    </span>
  );
}
