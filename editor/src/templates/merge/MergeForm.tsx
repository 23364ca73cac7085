import { Alert, Button, Code, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/locale.ts';
import { useFmt } from '../../use-fmt.ts';
import type { Choice } from './choices.ts';
import { hasOwnFallback, mergeTag, type Style, stylesFor } from './merge-tag.ts';

interface Props {
  choice: Choice;
  onBack: () => void;
  onPick: (tag: string) => void;
}

/** How a chosen value is written, and what stands there for customers who have none. */
export function MergeForm({ choice: { value, words }, onBack, onPick }: Props) {
  const { t } = useTranslation(['mail', 'ui']);
  const fmt = useFmt();
  const locale = useLocale();
  const suited = stylesFor(value.type, value.path);
  // Honorifics are Japanese; an English-speaking author finds them, but not first.
  const styles =
    locale === 'ja' ? suited : suited.toSorted((a, b) => Number(hasOwnFallback(a)) - Number(hasOwnFallback(b)));
  const [style, setStyle] = useState<Style>(styles[0] ?? 'plain');
  const [fallback, setFallback] = useState('');
  const [isTried, setTried] = useState(false);
  const isAsked = value.missing > 0 && !hasOwnFallback(style);
  const isMissing = isAsked && fallback.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) onPick(mergeTag({ path: value.path, style, fallback }));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text fw={600}>{words}</Text>
        {value.missing > 0 && (
          <Alert color="yamabuki" variant="light">
            {t('merge.lacking', { share: fmt.percent(value.missing) })}
          </Alert>
        )}
        {styles.length > 1 && (
          <Select
            label={t('merge.style')}
            data={styles.map((one) => ({ value: one, label: t(`merge.styles.${one}`) }))}
            value={style}
            onChange={(next) => setStyle(next ?? 'plain')}
          />
        )}
        {isAsked && (
          <TextInput
            data-autofocus
            label={t('merge.fallback')}
            description={t('merge.fallbackHelp')}
            placeholder={t('merge.fallbackWord')}
            value={fallback}
            error={isTried && isMissing && t('merge.fallbackNeeded')}
            onChange={({ currentTarget }) => setFallback(currentTarget.value)}
          />
        )}
        <Code block>{mergeTag({ path: value.path, style, fallback })}</Code>
        <Group justify="space-between">
          <Button variant="subtle" leftSection={<IconArrowLeft size={16} stroke={1.75} />} onClick={onBack}>
            {t('merge.back')}
          </Button>
          <Button type="submit" data-autofocus={!isAsked || undefined}>
            {t('merge.insert')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
