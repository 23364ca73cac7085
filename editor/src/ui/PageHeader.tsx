import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PageHeader.module.css';

interface Props {
  title: string;
  /** One sentence, muted, below the title. */
  about?: ReactNode;
  /** A way back, above the title. */
  back?: ReactNode;
  /** Beside the title: a badge, a state. */
  beside?: ReactNode;
  children?: ReactNode;
}

/** The title of a page (also of the browser's tab) with its actions at the right. */
export function PageHeader({ title, about, back, beside, children }: Props) {
  const { t } = useTranslation('shell');
  const product = t('product');
  useEffect(() => {
    document.title = `${title} – ${product}`;
  }, [title, product]);
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {back && <div className={styles.back}>{back}</div>}
        <div className={styles.line}>
          <Title order={1} className={styles.title}>
            {title}
          </Title>
          {beside}
        </div>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
