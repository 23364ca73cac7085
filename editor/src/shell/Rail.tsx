import { UnstyledButton } from '@mantine/core';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DisplayMenu } from './DisplayMenu.tsx';
import { Mark } from './Mark.tsx';
import { PLACES } from './places.ts';
import styles from './Rail.module.css';

/** The left rail: icons, with labels while the pointer or the keyboard is there, or for good when pinned. */
export function Rail({ isPinned, onPin }: { isPinned: boolean; onPin: (pinned: boolean) => void }) {
  const { t } = useTranslation('shell');
  const PinIcon = isPinned ? IconChevronsLeft : IconChevronsRight;
  return (
    <nav className={styles.rail} aria-label={t('navigation')} data-pinned={isPinned || undefined}>
      <div className={styles.inner}>
        <Link to="/journeys" className={styles.brand} aria-label={t('product')}>
          <Mark />
          <span className={styles.name}>{t('product')}</span>
        </Link>
        {PLACES.map(({ to, name, Icon }) => (
          <Link key={to} to={to} className={styles.item} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
            <Icon size={20} stroke={1.75} aria-hidden="true" />
            <span className={styles.label}>{t(`nav.${name}`)}</span>
          </Link>
        ))}
        <span className={styles.space} />
        <DisplayMenu className={styles.item} labelClassName={styles.label} />
        <UnstyledButton className={styles.item} onClick={() => onPin(!isPinned)} aria-pressed={isPinned}>
          <PinIcon size={20} stroke={1.75} aria-hidden="true" />
          <span className={styles.label}>{t(isPinned ? 'collapse' : 'expand')}</span>
        </UnstyledButton>
      </div>
    </nav>
  );
}
