import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './modes.module.css';

/** Says that what is seen is a test: a red-white stripe around the canvas and a badge. */
export function TestFrame() {
  const { t } = useTranslation('modes');
  return (
    <>
      <div className={classes.frame} />
      <div className={classes.badge}>
        {t('badge')}
        <VisuallyHidden>{t('frame')}</VisuallyHidden>
      </div>
    </>
  );
}
