import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useNames } from '../canvas/use-names.ts';
import { mergeGraphs } from '@tabiji/shared/journey/patches/merge-graphs.ts';
import type { Conflict } from '../session/save-state.ts';
import { useDoc } from '../session/use-session.ts';
import { conflictRows } from './conflict-rows.ts';

/** What both sides changed, in words; goes with what is drawn on meanwhile. */
export function useConflictRows({ base, theirs, places }: Conflict) {
  const { t } = useTranslation('saving');
  const locale = useLocale();
  const names = useNames();
  const mine = useDoc((state) => state.graph);
  return useMemo(() => {
    const merged = mergeGraphs(base, theirs, mine);
    const phrases = {
      gone: t('conflict.gone'),
      changed: t('conflict.unnamed'),
      journey: t('conflict.journey'),
      leadsTo: (name: string | undefined) => (name ? t('conflict.leadsTo', { name }) : t('conflict.leadsNowhere')),
    };
    const now = merged.ok ? places : merged.places;
    return { mine, rows: conflictRows(now, { base, theirs, mine, locale, names, phrases }) };
  }, [base, theirs, places, mine, locale, names, t]);
}
