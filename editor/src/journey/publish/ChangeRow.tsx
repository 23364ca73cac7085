import { VisuallyHidden } from '@mantine/core';
import type { Change, Line } from '@tabiji/shared/journey/diff/words.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkSign } from '../picture/MarkSign.tsx';
import classes from './publish.module.css';

/** One change in words; `children` (what happens to the people there) stand below it. */
export function ChangeRow({ change, people, children }: { change: Change; people?: number; children?: ReactNode }) {
  const { t } = useTranslation('publishing');
  const { kind, title, summary, lines } = change;
  return (
    <li className={classes.change}>
      <MarkSign mark={kind} />
      <div className={classes.words}>
        <div className={classes.titleLine}>
          <b>{title}</b>
          {summary !== undefined && <span className={kind === 'removed' ? classes.was : undefined}>{summary}</span>}
          {people !== undefined && people > 0 && (
            <span className={classes.people}>{t('change.people', { count: people })}</span>
          )}
        </div>
        {lines.map((line) => (
          <LineWords key={JSON.stringify(line)} line={line} />
        ))}
        {children}
      </div>
    </li>
  );
}

function LineWords({ line }: { line: Line }) {
  const { t } = useTranslation('publishing');
  if ('text' in line) return <div className={classes.line}>{line.text}</div>;
  return (
    <div className={classes.line}>
      {line.label !== null && <span className={classes.label}>{line.label}</span>}
      <span className={classes.was}>{line.before}</span>
      <span aria-hidden>→</span>
      <VisuallyHidden>{t('change.to')}</VisuallyHidden>
      <span>{line.after}</span>
    </div>
  );
}
