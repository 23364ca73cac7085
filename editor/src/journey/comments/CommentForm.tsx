import { Button, Group, Select, Text, Textarea } from '@mantine/core';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useDoc, useUi } from '../session/use-session.ts';
import type { useComments } from './use-comments.ts';

const WHOLE = '';

/** Begins a thread: about the selected node, unless another or the whole journey is chosen. */
export function CommentForm({ talk }: { talk: ReturnType<typeof useComments> }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const selected = useUi((state) => state.selected);
  const nodes = useDoc(({ graph }) => graph.nodes);
  const [about, setAbout] = useState(selected !== null && nodes[selected] ? selected : WHOLE);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    talk.send(
      { text: text.trim(), ...(about !== WHOLE && { node: about }) },
      {
        onSuccess: () => {
          setText('');
          setTried(false);
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Select
        label={t('comments.about')}
        allowDeselect={false}
        searchable
        value={about}
        data={[
          { value: WHOLE, label: t('comments.whole') },
          ...Object.entries(nodes).map(([value, node]) => ({ value, label: titleOf(node)[locale] })),
        ]}
        onChange={(next) => setAbout(next ?? WHOLE)}
      />
      <Textarea
        data-autofocus
        mt="sm"
        label={t('comments.text')}
        maxLength={2000}
        autosize
        minRows={2}
        value={text}
        error={isTried && text.trim() === '' && t('comments.textNeeded')}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {talk.failure && (
        <Text size="sm" c="var(--tabiji-error)" role="alert">
          {talk.failure}
        </Text>
      )}
      <Group justify="flex-end" mt="sm">
        <Button type="submit" loading={talk.isSending}>
          {t('comments.say')}
        </Button>
      </Group>
    </form>
  );
}
