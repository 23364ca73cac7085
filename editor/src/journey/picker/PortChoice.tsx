import { SegmentedControl } from '@mantine/core';
import type { Port } from '@tabiji/shared/nodes/define-node.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import type { PortRef } from '../doc/ports.ts';
import classes from './NodePicker.module.css';

interface Props {
  at: PortRef;
  ports: readonly Port[];
  onChoose: (port: string) => void;
}

/** Behind which way out of a branch it is added. */
export function PortChoice({ at, ports, onChoose }: Props) {
  const { t } = useTranslation('journey');
  const locale = useLocale();
  return (
    <div className={classes.ports}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('picker.at')}
        value={at.port}
        data={ports.map(({ id, label }) => ({ value: id, label: label[locale] }))}
        onChange={onChoose}
      />
    </div>
  );
}
