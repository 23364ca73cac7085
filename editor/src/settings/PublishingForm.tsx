import { Switch } from '@mantine/core';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useSaveWorkspace } from './use-save-workspace.ts';

/** Whether journeys are published by one person alone; it is saved as it is switched. */
export function PublishingForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation('settings');
  const { mutate, isPending, variables } = useSaveWorkspace(() => undefined);
  const isRequired = (isPending ? variables.reviewRequired : undefined) ?? workspace.reviewRequired;
  const isAlone = (isPending ? variables.reviewAlone : undefined) ?? workspace.reviewAlone;
  return (
    <Panel title={t('publishing.title')}>
      <Switch
        label={t('publishing.review')}
        description={t('publishing.reviewHelp')}
        checked={isRequired}
        disabled={isPending}
        onChange={({ currentTarget }) => mutate({ reviewRequired: currentTarget.checked })}
      />
      {isRequired && (
        <Switch
          mt="md"
          label={t('publishing.alone')}
          description={t('publishing.aloneHelp')}
          checked={isAlone}
          disabled={isPending}
          onChange={({ currentTarget }) => mutate({ reviewAlone: currentTarget.checked })}
        />
      )}
    </Panel>
  );
}
