import { Checkbox } from '@mantine/core';
import type { RehearsalMail } from '@tabiji/shared/api/rehearsals.ts';
import { useTranslation } from 'react-i18next';
import { useBecauseWords } from '../../customers/use-because-words.ts';
import type { MailProgress } from './progress.ts';
import { RehearsalState } from './RehearsalState.tsx';
import classes from './rehearsal.module.css';

interface Props {
  mail: RehearsalMail;
  /** The local date and time. */
  when: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  progress: MailProgress;
}

/** One mail: its day, its moment, what it is called and says, and whether it can go. */
export function RehearsalRow({ mail, when, isChosen, onChoose, progress }: Props) {
  const { t, i18n } = useTranslation(['rehearsal', 'simulation']);
  const becauseWords = useBecauseWords();
  const { day, at, name, subject, standing, because, missing } = mail;
  const goes = standing === 'goes';
  const held = `simulation:held.${because}`;
  const reason =
    because !== null && standing === 'waits'
      ? i18n.exists(held)
        ? t(held as 'simulation:held.cap')
        : because
      : becauseWords(because ?? '');
  const dayWords = t('day', { count: day });
  return (
    <li className={classes.row} data-goes={goes}>
      <Checkbox
        className={classes.check}
        aria-label={t('choose', { day: dayWords, name })}
        disabled={!goes}
        checked={isChosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      <span className={classes.day}>
        <b>{dayWords}</b>
        <time dateTime={at}>{when}</time>
      </span>
      <span className={classes.words}>
        <b>{subject || name}</b>
        {subject && subject !== name && <small>{name}</small>}
        {!goes && <small className={classes.not}>{t('notSent', { because: reason })}</small>}
        {missing.length > 0 && (
          <small className={classes.missing}>
            {t('missing', { values: missing.map((path) => `{{ ${path} }}`).join(t('comma')) })}
          </small>
        )}
        {progress.state === 'failed' && <small className={classes.failed}>{progress.reasons.join(t('comma'))}</small>}
      </span>
      <RehearsalState progress={progress} goes={goes} />
    </li>
  );
}
