import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconFlag, IconLanguage, IconPlus, IconTrash } from '@tabler/icons-react';
import { OFFERED_LANGUAGES } from '@tabiji/shared/mail/languages.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { languageName } from '../../language-name.ts';
import { languagesOf, withLanguage, withoutShown } from '../doc/languages.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import styles from './LanguageMenu.module.css';

/** The language that is being written, and the others of the mail; each begins as a copy of another. */
export function LanguageMenu() {
  const { t } = useTranslation('languages');
  const locale = useLocale();
  const store = useDocStore();
  const shown = useDoc(({ doc }) => doc.language);
  const main = useDoc(({ doc }) => doc.main);
  const languages = useDoc(({ doc }) => languagesOf(doc).join(' ')).split(' ');
  const name = (language: string) => languageName(language, locale);
  const { show, change } = store.getState();
  const others = OFFERED_LANGUAGES.filter((one) => !languages.includes(one));
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={styles.button}
          leftSection={<IconLanguage size={16} stroke={1.75} />}
          rightSection={<IconChevronDown size={14} stroke={1.75} />}
        >
          <VisuallyHidden>{t('shown')}</VisuallyHidden>
          {name(shown)}
          {languages.length > 1 && <span className={styles.count}>{languages.length}</span>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown miw={220}>
        <Menu.Label>{t('title')}</Menu.Label>
        <Menu.RadioGroup value={shown} onChange={show}>
          {languages.map((language) => (
            <Menu.RadioItem
              key={language}
              value={language}
              closeMenuOnClick
              rightSection={language === main ? <span className={styles.note}>{t('main')}</span> : undefined}
            >
              {name(language)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconPlus size={16} stroke={1.75} />}>{t('add')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown mah={360} className={styles.list}>
            <Menu.Label>{t('copy', { language: name(shown) })}</Menu.Label>
            {others.map((language) => (
              <Menu.Item
                key={language}
                onClick={() => change(withLanguage(store.getState().doc, language), 'language')}
              >
                {name(language)}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        {shown !== main && (
          <>
            <Menu.Item
              leftSection={<IconFlag size={16} stroke={1.75} />}
              onClick={() => change({ main: shown }, 'language')}
            >
              {t('makeMain', { language: name(shown) })}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} stroke={1.75} />}
              onClick={() => change(withoutShown(store.getState().doc), 'language')}
            >
              {t('remove', { language: name(shown) })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
