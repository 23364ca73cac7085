import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SettingsPage.module.css';

interface Props {
  isUnchanged: boolean;
  isSaving: boolean;
  isSound?: boolean;
  /** Why it cannot be saved when it is not sound, where the fields do not say it. */
  wrong?: string;
}

/** The foot of a settings form: its button, and why that does nothing now. */
export function SaveFoot({ isUnchanged, isSaving, isSound = true, wrong }: Props) {
  const { t } = useTranslation(['settings', 'ui']);
  const why = isSound ? isUnchanged && t('unchanged') : wrong;
  return (
    <div className={styles.foot}>
      {why && (
        <Text size="xs" c={isSound ? 'dimmed' : 'shu'}>
          {why}
        </Text>
      )}
      <Button type="submit" loading={isSaving} disabled={isUnchanged || !isSound}>
        {t('ui:save')}
      </Button>
    </div>
  );
}
