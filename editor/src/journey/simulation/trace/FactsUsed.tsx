import { IconCheck, IconX } from '@tabler/icons-react';
import type { FactUsed } from '@tabiji/shared/api/trace.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../i18n/locale.ts';
import classes from './trace.module.css';

/** The tests that decided, with what was found then. */
export function FactsUsed({ facts }: { facts: readonly FactUsed[] }) {
  const { t } = useTranslation('simulation');
  const locale = useLocale();
  const found = (value: Json): string => {
    if (value === null) return t('value.none');
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return (
    <ul className={classes.facts}>
      {facts.map(({ words, value, met }, i) => {
        const Icon = met ? IconCheck : IconX;
        return (
          <li key={i}>
            <Icon size={14} stroke={2} aria-label={t(met ? 'met' : 'notMet')} />
            <span>
              {words[locale]}
              <small>{t('found', { value: found(value) })}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
