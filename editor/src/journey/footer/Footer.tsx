import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconCommand, IconKeyboard, IconSearch } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { keyWords } from '../../hotkeys.ts';
import { say, type Text } from '../../i18n/text.ts';
import { useSession } from '../session/use-session.ts';
import { useIsPhone, useView } from '../use-view.ts';
import classes from './Footer.module.css';

/** How the journey is shown, and the ways to everything else. */
export function Footer() {
  const { t } = useTranslation('outline');
  const { ui } = useSession();
  const view = useView();
  if (useIsPhone()) return <PhoneFooter />;
  return (
    <footer className={classes.footer} aria-label={t('footer')} data-region="footer">
      <SegmentedControl
        size="xs"
        aria-label={t('view')}
        value={view}
        data={[
          { value: 'canvas', label: t('canvas') },
          { value: 'outline', label: t('outline') },
        ]}
        onChange={(next) => ui.setView(next)}
      />
      <span className={classes.space} />
      <FootButton icon={IconSearch} label="actions:page.find" combo="mod+f" onClick={() => ui.find(true)} />
      <FootButton icon={IconCommand} label="actions:page.palette" combo="mod+k" onClick={() => ui.show('palette')} />
      <FootButton icon={IconKeyboard} label="actions:page.keys" combo="?" onClick={() => ui.show('keys')} />
    </footer>
  );
}

/** On a phone there are no keys: the two ways to everything, for fingers. */
function PhoneFooter() {
  const { t } = useTranslation('outline');
  const { ui } = useSession();
  return (
    <footer className={classes.footer} aria-label={t('footer')} data-region="footer">
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconSearch size={18} stroke={1.75} />}
        onClick={() => ui.find(true)}
      >
        {t('find')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconCommand size={18} stroke={1.75} />}
        onClick={() => ui.show('palette')}
      >
        {t('palette')}
      </Button>
    </footer>
  );
}

interface ButtonProps {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  label: Text;
  combo: string;
  onClick: () => void;
}

const FootButton = ({ icon: Icon, label, combo, onClick }: ButtonProps) => (
  <Tooltip label={`${say(label)} (${keyWords(combo)})`}>
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={say(label)} onClick={onClick}>
      <Icon size={18} stroke={1.75} />
    </ActionIcon>
  </Tooltip>
);
