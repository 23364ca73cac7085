import { Select, TextInput } from '@mantine/core';
import { attributeWords, CPM_WORDS, ORDER_MEASURES } from '@tabiji/shared/conditions/words.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale.ts';
import { useSurroundings } from './context.ts';
import { fieldOf, leafOf, MEASURES } from './fields.ts';
import type { Leaf } from './sentence.ts';
import styles from './fields.module.css';

/** What a test is about. Attributes and events that nobody has seen yet can be named by hand. */
export function FieldSelect({ leaf, onChange }: { leaf: Leaf; onChange: (leaf: Leaf) => void }) {
  const { t } = useTranslation('conditions');
  const locale = useLocale();
  const { catalogue } = useSurroundings();
  const isNamed =
    ('attribute' in leaf && !catalogue.attributes.includes(leaf.attribute)) ||
    ('event' in leaf && !catalogue.events.includes(leaf.event));
  const kind = 'attribute' in leaf ? 'attribute' : 'event';
  const groups = [
    {
      group: t('groups.orders'),
      items: MEASURES.map((name) => ({ value: `orders:${name}`, label: ORDER_MEASURES[name][locale] })),
    },
    {
      group: t('groups.attributes'),
      items: [
        ...catalogue.attributes.map((name) => ({ value: `attribute:${name}`, label: attributeWords(name, locale) })),
        { value: 'attribute:', label: t('otherAttribute') },
      ],
    },
    {
      group: t('groups.events'),
      items: [
        ...catalogue.events.map((name) => ({ value: `event:${name}`, label: t('eventCount', { event: name }) })),
        { value: 'event:', label: t('otherEvent') },
      ],
    },
    {
      group: t('groups.others'),
      items: [
        { value: 'cpm:rank', label: CPM_WORDS.rank[locale] },
        { value: 'cpm:active', label: CPM_WORDS.active[locale] },
        { value: 'segment', label: t('segment') },
        { value: 'message', label: t('message') },
      ],
    },
  ];
  const name = 'attribute' in leaf ? leaf.attribute : 'event' in leaf ? leaf.event : '';
  return (
    <>
      <Select
        className={styles.field}
        aria-label={t('field')}
        data={groups}
        value={isNamed ? `${kind}:` : fieldOf(leaf)}
        searchable={catalogue.attributes.length + catalogue.events.length > 8}
        maxDropdownHeight={320}
        onChange={(field) => field && onChange(leafOf(field))}
      />
      {isNamed && (
        <TextInput
          className={styles.name}
          aria-label={t(`${kind}Name`)}
          placeholder={t(`${kind}Name`)}
          value={name}
          error={name === ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...leaf, [kind]: value })}
        />
      )}
    </>
  );
}
