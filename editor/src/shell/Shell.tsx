import { useLocalStorage } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PhoneBar } from './PhoneBar.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

/** What stands around every page: rail, top bar, and the page itself as the only scrolling part. */
export function Shell() {
  const { t } = useTranslation('shell');
  const [isPinned, setPinned] = useLocalStorage({ key: 'tabiji-rail-pinned', defaultValue: false });
  return (
    <div className={styles.shell} data-pinned={isPinned || undefined}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Rail isPinned={isPinned} onPin={setPinned} />
      <TopBar />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneBar />
    </div>
  );
}
