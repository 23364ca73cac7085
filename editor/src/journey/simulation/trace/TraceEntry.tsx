import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../../fmt.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { colour } from '../../../tokens.ts';
import { goTo } from '../../session/actions.ts';
import { useDoc, useSession } from '../../session/use-session.ts';
import { MailButton } from './MailButton.tsx';
import { TRACE_LOOKS } from './looks.ts';
import classes from './trace.module.css';
import { useTraceWords } from './use-trace-words.ts';
import { WhatIf } from './WhatIf.tsx';
import { Reasons } from './Reasons.tsx';

interface Props {
  row: TraceRow;
  fmt: Fmt;
  standing: 'been' | 'here' | 'ahead';
}

/** One row: when, at which node, what; its reasons, its mail and its other ways unfold. Pressed, the clock goes there. */
export function TraceEntry({ row, fmt, standing }: Props) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const session = useSession();
  const title = useDoc(({ graph }) => (row.node === null ? '' : titleOf(graph.nodes[row.node])[locale]));
  const said = useTraceWords(fmt)(row);
  const { Icon, token } = TRACE_LOOKS[row.kind];
  const isFine = row.warnings.length === 0;
  const Mark = isFine ? IconCheck : IconAlertTriangle;
  const go = () => {
    session.sim.play(false);
    session.sim.moveTo(Date.parse(row.at));
    if (row.node !== null) goTo(session, row.node);
  };
  return (
    <li className={classes.row} data-standing={standing} aria-current={standing === 'here' ? 'step' : undefined}>
      <button type="button" className={classes.head} onClick={go}>
        <time dateTime={row.at}>{fmt.compact(row.at, row.at)}</time>
        <Mark
          size={16}
          stroke={1.75}
          className={isFine ? classes.fine : classes.warned}
          aria-label={t(isFine ? 'fine' : 'warned')}
        />
        <span className={classes.what}>
          <Icon size={16} stroke={1.75} style={{ color: colour(token) }} aria-hidden="true" />
          <span>
            {title && <b>{title}</b>}
            {said}
          </span>
        </span>
      </button>
      <div className={classes.more}>
        {row.warnings.map(({ code, message }) => (
          <p key={code} className={classes.warning}>
            {message[locale]}
          </p>
        ))}
        <Reasons row={row} fmt={fmt} />
        {row.kind === 'mail' && row.mail !== null && <MailButton index={row.mail} />}
        <WhatIf row={row} />
      </div>
    </li>
  );
}
