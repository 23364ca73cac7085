import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './PhoneBar.module.css';
import { PLACES } from './places.ts';

/** The rail of narrow screens: four pages at the foot, the others behind a menu. */
export function PhoneBar() {
  const { t } = useTranslation('shell');
  return (
    <nav className={styles.bar} aria-label={t('navigation')}>
      {PLACES.slice(0, 4).map(({ to, name, Icon }) => (
        <Link key={to} to={to} className={styles.item} activeProps={{ 'data-active': true, 'aria-current': 'page' }}>
          <Icon size={20} stroke={1.75} aria-hidden="true" />
          <span className={styles.label}>{t(`nav.${name}`)}</span>
        </Link>
      ))}
      <Menu position="top-end" width={200}>
        <Menu.Target>
          <UnstyledButton className={styles.item}>
            <IconDots size={20} stroke={1.75} aria-hidden="true" />
            <span className={styles.label}>{t('nav.more')}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {PLACES.slice(4).map(({ to, name, Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} stroke={1.75} />}>
              {t(`nav.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
