import { Button, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { SegmentKey, type SaveSegment } from '@tabiji/shared/api/segments.ts';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { ConditionEditor } from '../conditions/ConditionEditor.tsx';
import { isComplete } from '../conditions/gaps.ts';
import { Card } from '../ui/Card.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { MembersPanel } from './MembersPanel.tsx';
import { suggestKey } from './new-segment.ts';
import styles from './SegmentForm.module.css';

interface Props {
  /** The key under which it is saved; undefined while it is new. */
  savedKey?: string;
  first: SaveSegment;
  catalogue: Catalogue;
  taken: ReadonlySet<string>;
}

/** Name and condition of a segment, with the people it would hold. */
export function SegmentForm({ savedKey, first, catalogue, taken }: Props) {
  const { t } = useTranslation(['segments', 'ui']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const [name, setName] = useState(first.name);
  const [condition, setCondition] = useState(first.condition);
  const [ownKey, setOwnKey] = useState<string>();
  const [isTried, setTried] = useState(false);
  const key = savedKey ?? ownKey ?? suggestKey(name, taken);
  const isOpen = !isComplete(condition);
  const keyError = () => {
    if (savedKey !== undefined) return undefined;
    if (!SegmentKey.safeParse(key).success) return t('keyWrong');
    return taken.has(key) ? t('keyTaken') : undefined;
  };
  const shownKeyError = () => (isTried || ownKey !== undefined ? keyError() : undefined);
  const save = useMutation({
    mutationFn: () => api.segments.save(key, { name: name.trim(), condition }),
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: queries.catalogue.queryKey });
      await client.invalidateQueries({ queryKey: queries.segments.queryKey });
      notifications.show({ color: 'wakatake', message: t('ui:saved') });
      await navigate({ to: '/segments' });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && !isOpen && !keyError()) save.mutate();
  };
  return (
    <Page>
      <PageHeader title={name || t('create')} back={<TextLink to="/segments">{t('back')}</TextLink>} />
      <form className={styles.columns} onSubmit={submit} noValidate>
        <Card>
          <div className={styles.fields}>
            <TextInput
              label={t('name')}
              placeholder={t('namePlaceholder')}
              value={name}
              error={isTried && name.trim() === '' && t('nameMissing')}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            {savedKey === undefined && (
              <TextInput
                label={t('key')}
                description={shownKeyError() ? undefined : t('keyHelp')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={key}
                error={shownKeyError()}
                onChange={({ currentTarget }) => setOwnKey(currentTarget.value.normalize('NFKC'))}
              />
            )}
            <ConditionEditor value={condition} onChange={setCondition} catalogue={catalogue} />
          </div>
          <div className={styles.foot}>
            {isOpen && (
              <Text size="xs" c="dimmed">
                {t('incomplete')}
              </Text>
            )}
            <Button type="submit" disabled={isOpen} loading={save.isPending}>
              {t('ui:save')}
            </Button>
          </div>
        </Card>
        <MembersPanel condition={condition} />
      </form>
    </Page>
  );
}
