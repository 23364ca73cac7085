import { Button, Textarea } from '@mantine/core';
import type { JourneyComment } from '@tabiji/shared/api/comments.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import { goTo } from '../session/actions.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import classes from './comments.module.css';
import type { Thread } from './threads.ts';
import type { useComments } from './use-comments.ts';

interface Props {
  thread: Thread;
  talk: ReturnType<typeof useComments>;
  onLeave: () => void;
}

/** One thread: what it is about, what was said, an answer, and settling it. */
export function ThreadView({ thread: { first, answers }, talk, onLeave }: Props) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const session = useSession();
  const { node, id, resolved } = first;
  const title = useDoc(({ graph }) => (node !== null && graph.nodes[node] ? titleOf(graph.nodes[node])[locale] : null));
  const [answer, setAnswer] = useState<string | null>(null);
  const send = () => {
    if (answer?.trim()) talk.send({ text: answer.trim(), thread: id }, { onSuccess: () => setAnswer(null) });
  };
  const go = () => {
    if (node === null) return;
    onLeave();
    goTo(session, node);
  };
  return (
    <li className={classes.thread} data-settled={resolved !== null}>
      <div className={classes.head}>
        <b className={classes.about}>{node === null ? t('comments.whole') : (title ?? t('comments.gone'))}</b>
        {title !== null && (
          <Button variant="subtle" size="compact-xs" onClick={go}>
            {t('comments.show')}
          </Button>
        )}
      </div>
      <Said comment={first} />
      {answers.map((one) => (
        <div key={one.id} className={classes.answer}>
          <Said comment={one} />
        </div>
      ))}
      {answer !== null && (
        <Textarea
          autosize
          minRows={1}
          maxLength={2000}
          label={t('comments.answerText')}
          ref={focused}
          value={answer}
          onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
      )}
      <div className={classes.foot}>
        <Button
          variant="default"
          size="compact-sm"
          loading={talk.isSending}
          onClick={() => talk.send({ thread: id, resolved: resolved === null })}
        >
          {t(resolved === null ? 'comments.settle' : 'comments.reopen')}
        </Button>
        {answer === null ? (
          <Button variant="default" size="compact-sm" onClick={() => setAnswer('')}>
            {t('comments.answer')}
          </Button>
        ) : (
          <Button size="compact-sm" loading={talk.isSending} disabled={answer.trim() === ''} onClick={send}>
            {t('comments.send')}
          </Button>
        )}
      </div>
    </li>
  );
}

const focused = (field: HTMLTextAreaElement | null) => field?.focus();

function Said({ comment: { by, at, text } }: { comment: JourneyComment }) {
  const { t } = useTranslation('approval');
  const fmt = useFmt();
  return (
    <p className={classes.said}>
      <small>{`${by ?? t('somebody')} · ${fmt.full(at)}`}</small>
      {text}
    </p>
  );
}
