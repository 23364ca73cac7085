import type { WhyLine, WhyNow } from '@tabiji/shared/api/why.ts';
import { useTranslation } from 'react-i18next';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { useReasonWords } from '../customers/use-reason-words.ts';
import { useLocale } from '../i18n/locale.ts';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';

interface Said {
  text: string;
  because?: string | undefined;
}

/** The engine's codes as sentences. A code that has no words here is shown as it is. */
export function useWhyWords() {
  const { t, i18n } = useTranslation('why');
  const locale = useLocale();
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const becauseWords = useBecauseWords();
  const reasonWords = useReasonWords();
  const known = (group: 'reason' | 'holds', code: string | null): string | undefined => {
    if (code === null) return undefined;
    return i18n.exists(`why:${group}.${code}`) ? t(`${group}.${code}` as 'reason.window') : code;
  };

  const step = (line: Extract<WhyLine, { kind: 'step' }>): Said => {
    const node = line.node.title[locale];
    const until = line.until === null ? '' : fmt.compact(line.until, now);
    const because = known('reason', line.why) ?? (line.outcome === 'leave' ? line.node.summary[locale] : undefined);
    if (line.outcome === 'leave' && line.port !== null && line.port !== 'next')
      return { text: t('step.leaveBy', { node, port: line.portLabel?.[locale] ?? line.port }), because };
    if (line.outcome === 'listen' && line.until === null) return { text: t('step.listenForever', { node }), because };
    if (!i18n.exists(`why:step.${line.outcome}`)) return { text: t('step.other', { node, outcome: line.outcome }) };
    return { text: t(`step.${line.outcome}` as 'step.sleep', { node, until }), because };
  };

  const line = (one: WhyLine): Said => {
    switch (one.kind) {
      case 'entered': {
        const trigger = one.trigger?.[locale] ?? one.by;
        return { text: trigger === null ? t('entered') : t('enteredBy', { trigger }) };
      }
      case 'step':
        return step(one);
      case 'held':
        return {
          text: one.until === null ? t('heldOpen') : t('held', { until: fmt.compact(one.until, now) }),
          because: known('holds', one.why),
        };
      case 'letter': {
        const { template, state } = one;
        const text = i18n.exists(`why:letter.${state}`)
          ? t(`letter.${state}` as 'letter.sent', { template })
          : t('letter.other', { template, state });
        return { text, because: one.because === null ? undefined : becauseWords(one.because) };
      }
      case 'ended':
        return { text: t('ended', { reason: reasonWords(one.reason) }) };
    }
  };

  return {
    line,
    now: ({ state, node, until, error }: WhyNow) => ({
      title: t('nowTitle'),
      text: t(`now.${state === 'listens' && until === null ? 'listensForever' : state}`, {
        node: node.title[locale],
        until: until === null ? '' : fmt.compact(until, now),
      }),
      error,
    }),
  };
}
