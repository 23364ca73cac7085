import { Text } from '@mantine/core';
import type { Consent } from '@tabiji/shared/api/permission.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './PermissionCard.module.css';

interface Props {
  consents: readonly Consent[];
  nameOf: (topic: string) => string;
}

const KNOWN = ['form', 'import', 'api', 'preference_page', 'one_click', 'mailto', 'staff'] as const;

/** Every yes and no with when, how, by whom and the words that were shown; folded away until somebody asks. */
export function ConsentList({ consents, nameOf }: Props) {
  const { t } = useTranslation('stopping');
  const fmt = useFmt();
  const wayOf = ({ source, journey }: Consent) => {
    const known = KNOWN.find((one) => one === source);
    if (known) return t(`customer.sources.${known}`);
    return journey === null ? source : t('customer.sources.journey', { name: journey });
  };
  return (
    <details>
      <summary>{t('customer.proofs', { count: consents.length })}</summary>
      <ol className={styles.proofs}>
        {consents.map((one) => {
          const way = wayOf(one);
          return (
            <li key={one.id}>
              <Text size="sm">{t(one.subscribed ? 'customer.yes' : 'customer.no', { topic: nameOf(one.topic) })}</Text>
              <Text size="xs" c="dimmed">
                {fmt.full(one.at)} {one.actor ? t('customer.by', { source: way, who: one.actor }) : way}
              </Text>
              {one.text !== null && (
                <blockquote className={styles.text} aria-label={t('customer.shown')}>
                  {one.text}
                </blockquote>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
