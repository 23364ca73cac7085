import { Button, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutBoard, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StackedModal } from '../../ui/StackedModal.tsx';
import { PictureDialog } from '../picture/PictureDialog.tsx';
import { ChangeRow } from '../publish/ChangeRow.tsx';
import { MailChanges } from '../publish/MailChanges.tsx';
import classes from '../publish/publish.module.css';
import { ReviewBox } from '../publish/ReviewBox.tsx';
import { useReview } from '../publish/use-review.ts';
import { useSession } from '../session/use-session.ts';
import { useUnderReview } from './use-under-review.ts';
import { YourName } from './YourName.tsx';

/** For who is asked to look at a draft, also while somebody else draws: what it changes, and the answer. */
export function ReviewDialog() {
  const { t } = useTranslation(['approval', 'publishing', 'ui']);
  const { ui } = useSession();
  const isNarrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  const { live, before, after, changes } = useUnderReview();
  const review = useReview();
  const [isPictured, setPictured] = useState(false);
  return (
    <StackedModal
      opened
      onClose={() => ui.show(null)}
      size={760}
      fullScreen={isNarrow}
      title={t('review.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <YourName />
        {live === null && <Text size="sm">{t('publishing:first')}</Text>}
        {changes && changes.length === 0 && <Text size="sm">{t('publishing:change.none')}</Text>}
        {changes && changes.length > 0 && (
          <ul className={classes.changes} aria-label={t('publishing:tab.changes')}>
            {changes.map((change) => (
              <ChangeRow key={`${change.node} ${JSON.stringify(change.lines)}`} change={change} />
            ))}
          </ul>
        )}
        <MailChanges restore={undefined} />
        <Group gap="sm">
          {before && (
            <Button
              variant="default"
              leftSection={<IconLayoutBoard size={16} stroke={1.75} />}
              onClick={() => setPictured(true)}
            >
              {t('publishing:picture.open')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconMessage size={16} stroke={1.75} />}
            onClick={() => ui.show('comments')}
          >
            {t('review.comments')}
          </Button>
        </Group>
        <ReviewBox {...review} />
      </Stack>
      {isPictured && before && after && (
        <PictureDialog
          title={t('review.picture', { version: live ?? 0 })}
          before={before}
          after={after}
          onClose={() => setPictured(false)}
        />
      )}
    </StackedModal>
  );
}
