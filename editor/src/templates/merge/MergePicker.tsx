import { Combobox, Modal, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../../folded.ts';
import { isImeKey } from '../../hotkeys.ts';
import { useFmt } from '../../use-fmt.ts';
import type { Choice } from './choices.ts';
import styles from './MergePicker.module.css';
import { MergeForm } from './MergeForm.tsx';
import { useChoices } from './use-choices.ts';

const GROUPS = ['customer', 'attributes', 'orders', 'links', 'shop'] as const;

interface Props {
  onPick: (tag: string) => void;
  onClose: () => void;
}

/** Finds a value by name, reading or path, then asks how it is written and what stands there for those who have none. */
export function MergePicker({ onPick, onClose }: Props) {
  const { t } = useTranslation(['mail', 'ui']);
  const fmt = useFmt();
  const choices = useChoices();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Choice>();
  const combobox = useCombobox({ defaultOpened: true });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (query !== '') selectFirstOption(); // of what is drawn now
  }, [query, selectFirstOption]);
  const found = choices.filter(({ value, words, yomi }) => matches(query, [value.path, words, yomi]));
  const groups = GROUPS.map((group) => ({ group, rows: found.filter((choice) => choice.group === group) }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('merge.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {chosen ? (
        <MergeForm choice={chosen} onBack={() => setChosen(undefined)} onPick={onPick} />
      ) : (
        <Combobox
          store={combobox}
          onOptionSubmit={(path) => setChosen(choices.find(({ value }) => value.path === path))}
        >
          <Combobox.EventsTarget>
            <TextInput
              data-autofocus
              aria-label={t('merge.search')}
              placeholder={t('merge.search')}
              leftSection={<IconSearch size={16} stroke={1.75} />}
              value={query}
              onChange={({ currentTarget }) => setQuery(currentTarget.value)}
              onKeyDownCapture={(event) => {
                if (isImeKey(event.nativeEvent)) event.stopPropagation();
              }}
            />
          </Combobox.EventsTarget>
          <ScrollArea.Autosize mah={380} mt="sm" type="auto">
            <Combobox.Options labelledBy={t('merge.title')}>
              {groups
                .filter(({ rows }) => rows.length > 0)
                .map(({ group, rows }) => (
                  <Combobox.Group key={group} label={t(`merge.groups.${group}`)}>
                    {rows.map(({ value, words }) => (
                      <Combobox.Option key={value.path} value={value.path} className={styles.option}>
                        <span className={styles.words}>
                          {words}
                          <code className={styles.path}>{value.path}</code>
                        </span>
                        <span className={styles.sample}>{value.sample}</span>
                        <span className={styles.missing}>
                          {value.missing > 0 && t('merge.missing', { share: fmt.percent(value.missing) })}
                        </span>
                      </Combobox.Option>
                    ))}
                  </Combobox.Group>
                ))}
            </Combobox.Options>
            {found.length === 0 && (
              <Text c="dimmed" size="sm" p="sm">
                {t('merge.none')}
              </Text>
            )}
          </ScrollArea.Autosize>
        </Combobox>
      )}
    </Modal>
  );
}
