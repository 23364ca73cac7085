import type { TraceRow } from '@tabiji/shared/api/trace.ts';
import { useTranslation } from 'react-i18next';
import { useBecauseWords } from '../../../customers/use-because-words.ts';
import { useReasonWords } from '../../../customers/use-reason-words.ts';
import type { Fmt } from '../../../fmt.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useAsking } from '../inject/use-asking.ts';
import { aboutWords } from './about-words.ts';

type Row<Kind extends TraceRow['kind']> = Extract<TraceRow, { kind: Kind }>;

/** A row as a sentence. A code that has no words here is shown as it is. */
export function useTraceWords(fmt: Fmt): (row: TraceRow) => string {
  const { t, i18n } = useTranslation('simulation');
  const locale = useLocale();
  const asking = useAsking();
  const becauseWords = useBecauseWords();
  const reasonWords = useReasonWords();
  const instant = (at: string | null) => (at === null ? '' : fmt.compact(at, at));
  const known = (group: string, code: string): string =>
    i18n.exists(`simulation:${group}.${code}`) ? t(`${group}.${code}` as 'fact.order') : code;

  const step = ({ outcome, port, label, until }: Row<'step'>): string => {
    if (outcome === 'leave')
      return port === null || port === 'next' ? t('step.leave') : t('step.leaveBy', { port: label?.[locale] ?? port });
    if (outcome === 'exit') return t('step.exit', { reason: reasonWords(port ?? '') });
    if (outcome === 'listen' && until === null) return t('step.listenForever');
    if (!i18n.exists(`simulation:step.${outcome}`)) return outcome;
    return t(`step.${outcome}` as 'step.sleep', { until: instant(until) });
  };
  const mail = ({ state, subject, template, because }: Row<'mail'>): string => {
    const name = subject ?? template;
    const text = i18n.exists(`simulation:mail.${state}`)
      ? t(`mail.${state}` as 'mail.sent', { name })
      : `${name}: ${state}`;
    return because === null ? text : t('because', { text, because: becauseWords(because) });
  };
  const fact = ({ what, about, source }: Row<'fact'>): string => {
    if (what === 'subscription' && typeof about['topic'] === 'string') {
      const said = about['subscribed'] === true ? 'injected.subscribed' : 'injected.unsubscribed';
      return t('fact.said', { name: t(said, { topic: about['topic'] }), source: t(`source.${source}`) });
    }
    const detail = aboutWords({ what, about }, locale, fmt, asking);
    const name = known('fact', what);
    return t('fact.said', { name: detail ? `${name} ${detail}` : name, source: t(`source.${source}`) });
  };
  return (row) => {
    switch (row.kind) {
      case 'entered':
        return row.words ? t('enteredBy', { trigger: row.words[locale] }) : t('entered');
      case 'refused':
        return t('refused', { because: known('notIn', row.because) });
      case 'held':
        return row.until === null
          ? known('held', row.why)
          : t('heldUntil', { why: known('held', row.why), until: instant(row.until) });
      case 'ended':
        return t('ended', { reason: reasonWords(row.reason) });
      case 'step':
        return step(row);
      case 'mail':
        return mail(row);
      case 'fact':
        return fact(row);
    }
  };
}
