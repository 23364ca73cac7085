import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './publish.module.css';
import { ReviewTalk } from './ReviewTalk.tsx';
import type { useReview } from './use-review.ts';

/** Asks a colleague to look first, or shows what they have said. */
export function ReviewBox({ standing, send, isSending, failure }: ReturnType<typeof useReview>) {
  const { t } = useTranslation('publishing');
  const [isWanted, setWanted] = useState(false);
  const [reviewer, setReviewer] = useState('');
  const [text, setText] = useState('');
  if (!standing) return null;
  const { review, required } = standing;
  const ask = () => {
    send({ ask: { reviewer: reviewer.trim(), ...(text.trim() && { text: text.trim() }) } });
    setWanted(false);
    setText('');
  };
  return (
    <section className={classes.review} aria-label={t('review.title')}>
      {review && <ReviewTalk review={review} send={send} isSending={isSending} />}
      <Checkbox
        label={t(review ? 'review.again' : required ? 'review.must' : 'review.ask')}
        checked={isWanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.checked)}
      />
      {isWanted && (
        <Stack gap="sm">
          <TextInput
            label={t('review.reviewer')}
            description={t('review.reviewerHelp')}
            maxLength={60}
            value={reviewer}
            onChange={({ currentTarget }) => setReviewer(currentTarget.value)}
          />
          <Textarea
            label={t('review.text')}
            maxLength={2000}
            autosize
            minRows={2}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Group justify="flex-end">
            {reviewer.trim() === '' && (
              <Text size="sm" c="dimmed">
                {t('review.nameFirst')}
              </Text>
            )}
            <Button variant="default" loading={isSending} disabled={reviewer.trim() === ''} onClick={ask}>
              {t('review.send')}
            </Button>
          </Group>
        </Stack>
      )}
      {failure && (
        <Text size="sm" c="shu">
          {failure}
        </Text>
      )}
    </section>
  );
}
