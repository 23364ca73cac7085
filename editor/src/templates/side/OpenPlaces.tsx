import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { colour } from '../../tokens.ts';
import { useDoc, useDocStore } from '../doc/use-doc.ts';
import styles from './FindingsList.module.css';
import { fieldOfPlace, offsetOfPlace, type OpenPlace } from './open-places.ts';

interface Props {
  places: readonly OpenPlace[];
  /** Marks words of the subject or the preheader. */
  onField: (field: 'subject' | 'preheader', words: string) => void;
}

/** What only the shop can write; each leads to its words, marked to be written over. */
export function OpenPlaces({ places, onField }: Props) {
  const { t } = useTranslation('mail');
  const store = useDocStore();
  const fields = useDoc(({ doc }) => places.map((place) => fieldOfPlace(doc.mjml, place) ?? '').join()).split(',');
  const go = (place: OpenPlace) => {
    const { doc, select } = store.getState();
    const field = fieldOfPlace(doc.mjml, place);
    if (field) onField(field, place.words);
    else select(offsetOfPlace(doc.mjml, place), 'finding');
  };
  if (places.length === 0) return null;
  return (
    <section className={styles.open} aria-label={t('findings.toWrite', { count: places.length })}>
      <p className={styles.openTitle}>{t('findings.toWrite', { count: places.length })}</p>
      <ul className={styles.list}>
        {places.map((place, i) => (
          <li key={place.words}>
            <UnstyledButton className={styles.row} onClick={() => go(place)}>
              <IconPencil className={styles.icon} size={18} stroke={1.75} color={colour('error')} aria-hidden="true" />
              <span>
                {place.words}
                {fields[i] === 'subject' && <span className={styles.line}>{t('findings.subject')}</span>}
                {fields[i] === 'preheader' && <span className={styles.line}>{t('lines.preheader')}</span>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
