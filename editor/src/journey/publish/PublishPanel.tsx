import { Alert, Button, Group, Skeleton, Stack, Tabs, Text, Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Existing } from '@tabiji/shared/journey/existing.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure.tsx';
import { isTyped, mustType } from '../../ui/typed-name.ts';
import { TypedName } from '../../ui/TypedName.tsx';
import { ProblemList } from '../panel/ProblemList.tsx';
import { PictureDialog } from '../picture/PictureDialog.tsx';
import { useDoc } from '../session/use-session.ts';
import { TestsTab } from './cases/TestsTab.tsx';
import { TestsTabLabel } from './cases/TestsTabLabel.tsx';
import { ChangesTab } from './ChangesTab.tsx';
import { ImpactTab } from './ImpactTab.tsx';
import { leavingBy } from './leaving.ts';
import { PublishingProgress } from './PublishingProgress.tsx';
import { ReviewBox } from './ReviewBox.tsx';
import classes from './publish.module.css';
import { usePublish } from './use-publish.ts';
import { usePublishing, type Restore } from './use-publishing.ts';
import { useReview } from './use-review.ts';
import { whyNotYet } from './why-not-yet.ts';

/** Changes, their effect, and the problems; below it a note, a colleague's opinion and the button. */
export function PublishPanel({ restore, onClose }: { restore: Restore; onClose: () => void }) {
  const { t } = useTranslation(['publishing', 'ui']);
  const publishing = usePublishing(restore);
  const { live, next, before, after, changes, preview, errors, plan, choose } = publishing;
  const problems = useDoc((state) => state.problems.length);
  const { publish, isPublishing, failure } = usePublish(restore, onClose);
  const review = useReview();
  const [existing, setExisting] = useState<Existing>('future');
  const [holdFirst, setHoldFirst] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [tab, setTab] = useState<string | null>(null);
  const [isPictured, setPictured] = useState(false);
  const [typed, setTyped] = useState('');
  const name = after?.name ?? '';
  const leaving = leavingBy(preview.data?.nodes ?? [], plan);
  const why = whyNotYet({
    errors,
    isUnnamed: mustType(leaving) && !isTyped(typed, name),
    isLoading: !preview.data,
    standing: restore === undefined ? review.standing : undefined,
  });
  const shown = tab ?? (errors > 0 ? 'problems' : live === undefined ? 'impact' : 'changes');
  return (
    <Stack gap="md" className={classes.panel}>
      <Text size="sm" c="dimmed">
        {live === undefined ? t('first') : t('fromTo', { from: live, to: next })}
      </Text>
      <Tabs value={shown} onChange={setTab} keepMounted={false}>
        <Tabs.List className={classes.tabs}>
          {live !== undefined && (
            <Tabs.Tab value="changes">{t('tab.changesCount', { count: changes?.length ?? 0 })}</Tabs.Tab>
          )}
          <Tabs.Tab value="impact">{t('tab.impact')}</Tabs.Tab>
          {restore === undefined && (
            <Tabs.Tab value="tests">
              <TestsTabLabel />
            </Tabs.Tab>
          )}
          {restore === undefined && <Tabs.Tab value="problems">{t('tab.problems', { count: problems })}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="changes" className={classes.tab}>
          {changes && after ? (
            <ChangesTab
              changes={changes}
              preview={preview.data}
              plan={plan}
              after={after}
              restore={restore}
              onChoose={choose}
              onPicture={() => setPictured(true)}
            />
          ) : (
            <Skeleton height={120} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="impact" className={classes.tab}>
          <ImpactTab
            publishing={publishing}
            restore={restore}
            existing={existing}
            onExisting={setExisting}
            holdFirst={holdFirst}
            onHoldFirst={setHoldFirst}
          />
        </Tabs.Panel>
        <Tabs.Panel value="tests" className={classes.tab}>
          <TestsTab onClose={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={classes.tab}>
          <ProblemList onChoose={onClose} />
        </Tabs.Panel>
      </Tabs>
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      <Textarea
        label={t('note.label')}
        placeholder={t('note.hint')}
        maxLength={1000}
        autosize
        minRows={1}
        maxRows={4}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {restore === undefined && <ReviewBox {...review} />}
      {mustType(leaving) && <TypedName name={name} people={leaving} value={typed} onChange={setTyped} />}
      {failure && (
        <Alert color="shu" variant="outline" icon={<IconAlertCircle stroke={1.75} />}>
          {failure}
        </Alert>
      )}
      <Group justify="flex-end" className={classes.foot}>
        {isPublishing && <PublishingProgress people={preview.data?.goOn ?? 0} />}
        {why && !isPublishing && (
          <Text size="sm" id="why-not-yet" className={classes.why}>
            {t(`whyNot.${why}`, { count: errors })}
          </Text>
        )}
        <Button variant="default" disabled={isPublishing} onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          loading={isPublishing}
          disabled={why !== undefined}
          aria-describedby={why && 'why-not-yet'}
          onClick={() =>
            publish({
              plan,
              existing: restore === undefined ? existing : 'future',
              ...(holdFirst !== null && { holdFirst }),
              ...(note.trim() && { note }),
            })
          }
          data-autofocus
        >
          {restore === undefined ? t('confirm', { version: next }) : t('restoreConfirm', { version: next })}
        </Button>
      </Group>
      {isPictured && before && after && (
        <PictureDialog
          title={t('picture.of', { from: live ?? 0, to: next })}
          before={before}
          after={after}
          onClose={() => setPictured(false)}
        />
      )}
    </Stack>
  );
}
