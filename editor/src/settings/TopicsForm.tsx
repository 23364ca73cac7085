import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { WorkspaceDetail } from '@tabiji/shared/api/workspace.ts';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import styles from './SettingsPage.module.css';
import { isSound, withFirst, withNew } from './topic-list.ts';
import { TopicFields } from './TopicFields.tsx';
import { useSaveWorkspace } from './use-save-workspace.ts';

/** What customers can say yes or no to. */
export function TopicsForm({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslation(['stopping', 'settings', 'ui']);
  const [topics, setTopics] = useState<TopicSetting[]>(workspace.topics);
  const save = useSaveWorkspace((saved) => setTopics(saved.topics));
  const isUnchanged = JSON.stringify(topics) === JSON.stringify(workspace.topics);
  const sound = isSound(topics);
  const first = topics.findIndex(({ kind }) => kind === 'marketing');
  const known = new Set(workspace.topics.map(({ key }) => key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sound && !isUnchanged) save.mutate({ topics });
  };
  return (
    <Card label={t('topics.title')}>
      <form onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <Title order={2}>{t('topics.title')}</Title>
          <Text size="sm">{t('topics.about')}</Text>
          {topics.map((topic, at) => (
            <TopicFields
              // oxlint-disable-next-line react/no-array-index-key -- a new topic has no key yet, and keys are typed here
              key={at}
              topic={topic}
              isNew={!known.has(topic.key) || at >= workspace.topics.length}
              isFirst={at === first}
              onChange={(changed) => setTopics(topics.with(at, changed))}
              onFirst={() => setTopics(withFirst(topics, at))}
              onRemove={() => setTopics(topics.toSpliced(at, 1))}
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} stroke={1.75} />}
              onClick={() => setTopics(withNew(topics))}
            >
              {t('topics.add')}
            </Button>
          </div>
        </div>
        <SaveFoot isUnchanged={isUnchanged} isSaving={save.isPending} isSound={sound} wrong={t('topics.unsound')} />
      </form>
    </Card>
  );
}
