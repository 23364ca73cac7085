import { IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DrawnProps } from './drawn-props.ts';
import classes from './drawing.module.css';
import { boxStyle, pictureOf, pixels } from './styles.ts';

/** A picture, or the place where one will be. */
export function DrawnImage({ values }: DrawnProps) {
  const { t } = useTranslation('blocks');
  const src = pictureOf(values['src']);
  const width = pixels(values['width']);
  return (
    <div style={boxStyle(values)}>
      {src === undefined ? (
        <div className={classes.noImage} style={{ width }}>
          <IconPhoto size={28} stroke={1.5} />
          <span>{values['src']?.includes('{{') ? values['src'] : t('noImage')}</span>
        </div>
      ) : (
        <img
          src={src}
          alt={values['alt'] ?? ''}
          className={classes.image}
          style={{ width, borderRadius: values['border-radius'] }}
          draggable={false}
          referrerPolicy="no-referrer"
        />
      )}
    </div>
  );
}
