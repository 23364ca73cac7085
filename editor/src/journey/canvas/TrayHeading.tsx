import { useTranslation } from 'react-i18next';
import classes from './JourneyCanvas.module.css';

/** Stands over nodes that nothing leads to. */
export function TrayHeading() {
  const { t } = useTranslation('journey');
  return (
    <div className={classes.tray}>
      <b>{t('tray.title')}</b>
      {t('tray.about')}
    </div>
  );
}
