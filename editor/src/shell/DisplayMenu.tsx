import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseLocale } from '../i18n/i18n.ts';
import { useLocale } from '../i18n/locale.ts';
import { LANGUAGES, SCHEMES } from './display-choices.ts';

/** Language and colours, one click away from everywhere. */
export function DisplayMenu({ className, labelClassName }: { className?: string; labelClassName?: string }) {
  const { t } = useTranslation('shell');
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mark = (isChosen: boolean) => (isChosen ? <IconCheck size={16} /> : undefined);
  return (
    <Menu position="right-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={className} aria-label={t('display')}>
          <IconLanguage size={20} stroke={1.75} aria-hidden="true" />
          <span className={labelClassName}>{t('display')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        {LANGUAGES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            lang={value}
            aria-current={value === locale || undefined}
            rightSection={mark(value === locale)}
            onClick={() => void chooseLocale(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        {SCHEMES.map(({ value, Icon }) => (
          <Menu.Item
            key={value}
            aria-current={value === colorScheme || undefined}
            leftSection={<Icon size={16} stroke={1.75} />}
            rightSection={mark(value === colorScheme)}
            onClick={() => setColorScheme(value)}
          >
            {t(`theme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
