import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Products } from '@tabiji/shared/api/products.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { products } from '../api/products.ts';
import { SaveFoot } from '../settings/SaveFoot.tsx';
import styles from '../settings/SettingsPage.module.css';
import { useErrorWords } from '../ui/use-error-words.ts';
import { ProductsField } from './ProductsField.tsx';

/** Which products are not recommended for now, and how many mails wait for that reason. */
export function PausedProductsForm({ data }: { data: Products }) {
  const { t } = useTranslation(['products', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [codes, setCodes] = useState<readonly string[]>(data.paused);
  const save = useMutation({
    mutationFn: products.pause,
    onSuccess: (saved) => {
      client.setQueryData(products.list.queryKey, saved);
      notifications.show({ color: 'wakatake', message: t('ui:saved') });
    },
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate([...codes]);
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <ProductsField
          label={t('paused.label')}
          help={t('paused.help')}
          hint={t('hint')}
          value={codes}
          most={500}
          onChange={setCodes}
        />
        {data.waiting > 0 && <Text size="sm">{t('paused.waiting', { count: data.waiting })}</Text>}
      </div>
      <SaveFoot isUnchanged={codes.join('\n') === data.paused.join('\n')} isSaving={save.isPending} />
    </form>
  );
}
