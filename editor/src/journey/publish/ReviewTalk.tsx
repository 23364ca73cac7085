import { Button, Group, Text, Textarea } from '@mantine/core';
import { type AnswerReview, isLetterheadOnly, type Review } from '@tabiji/shared/api/reviews.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../use-fmt.ts';
import { ReviewSince } from '../review/ReviewSince.tsx';
import { Status } from '../../ui/Status.tsx';
import classes from './publish.module.css';
import type { useReview } from './use-review.ts';

const TOKENS = { asked: 'branch', approved: 'start', changes_wanted: 'error' } as const;

interface Props extends Pick<ReturnType<typeof useReview>, 'send' | 'isSending'> {
  review: Review;
}

/** What was asked and said so far; whoever was asked can answer here. */
export function ReviewTalk({ review, send, isSending }: Props) {
  const { t } = useTranslation(['publishing', 'approval']);
  const fmt = useFmt();
  const [text, setText] = useState('');
  const [isReasonless, setReasonless] = useState(false);
  const { state, outdated, since, own, reviewer, askedBy, askedAt, comments } = review;
  const answer = (with_: AnswerReview['state']) => {
    const lacks = with_ === 'changes_wanted' && text.trim() === '';
    setReasonless(lacks);
    if (lacks) return;
    send({ answer: { ...(with_ && { state: with_ }), ...(text.trim() && { text: text.trim() }) } });
    setText('');
  };
  return (
    <>
      <div className={classes.standing}>
        <Status token={TOKENS[state]} isHollow={state === 'asked'} wraps>
          {t(`review.state.${state}`, { name: reviewer })}
        </Status>
        <Text size="xs" c="dimmed">
          {askedBy
            ? t('review.askedBy', { name: askedBy, at: fmt.full(askedAt) })
            : t('review.askedAt', { at: fmt.full(askedAt) })}
        </Text>
      </div>
      {outdated && (
        <Text size="sm">{t(isLetterheadOnly(review) ? 'approval:review.letterheadOutdated' : 'review.outdated')}</Text>
      )}
      {since && <ReviewSince since={since} />}
      {comments.length > 0 && (
        <ul className={classes.comments}>
          {comments.map((one) => (
            <li key={`${one.at} ${one.text}`}>
              <Text size="xs" c="dimmed">{`${one.by ?? t('review.somebody')} · ${fmt.full(one.at)}`}</Text>
              <span className={classes.said}>{one.text}</span>
            </li>
          ))}
        </ul>
      )}
      <Textarea
        label={t('review.comment')}
        maxLength={2000}
        autosize
        minRows={1}
        value={text}
        error={isReasonless && t('approval:review.reasonNeeded')}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {own && (
        <Text size="sm" id="review-own">
          {t('approval:review.own')}
        </Text>
      )}
      <Group gap="xs" mb="xs">
        <Button
          variant="default"
          size="compact-sm"
          loading={isSending}
          disabled={own}
          aria-describedby={own ? 'review-own' : undefined}
          onClick={() => answer('approved')}
        >
          {t('review.approve')}
        </Button>
        <Button variant="default" size="compact-sm" loading={isSending} onClick={() => answer('changes_wanted')}>
          {t('review.want')}
        </Button>
        {text.trim() !== '' && (
          <Button variant="default" size="compact-sm" loading={isSending} onClick={() => answer(undefined)}>
            {t('review.say')}
          </Button>
        )}
      </Group>
    </>
  );
}
