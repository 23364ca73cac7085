import { useTranslation } from 'react-i18next';
import classes from './outline.module.css';

/** Stands over nodes that nothing leads to. */
export function LooseLine({ label }: { label: string }) {
  const { t } = useTranslation('journey');
  return (
    <span className={classes.line}>
      <span id={label} className={classes.branch}>
        <b>{t('tray.title')}</b>
        <span className={classes.said}>{t('tray.about')}</span>
      </span>
    </span>
  );
}
