import { Button, Group, Modal, Text } from '@mantine/core';
import type { SenderPace } from '@tabiji/shared/api/pace.ts';
import { LIMITED } from '@tabiji/shared/sending/pace.ts';
import { localDate } from '@tabiji/shared/time.ts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pace } from '../api/pace.ts';
import { queries } from '../api/queries.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { isWrongLimit, paceIn, valuesOf, withLimit } from './pace-values.ts';
import styles from './pace.module.css';
import { useChangePace } from './use-change-pace.ts';
import { WarmUpFields } from './WarmUpFields.tsx';

/** How fast the mails of a sender go to whom, and its warm-up. */
export function PaceForm({ sender, onClose }: { sender: SenderPace; onClose: () => void }) {
  const { t } = useTranslation(['pace', 'ui']);
  const zone = useQuery(queries.workspace).data?.timeZone ?? 'Asia/Tokyo';
  const [values, setValues] = useState(() => valuesOf(sender, localDate(Date.now(), zone)));
  const save = useChangePace(t('saved'), onClose);
  const wanted = paceIn(values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted) save.mutate(() => pace.set(sender.key, wanted));
  };
  const { name } = sender;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('form.title', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={submit} noValidate className={styles.fields}>
        <Text size="sm">{t('form.help')}</Text>
        <fieldset className={styles.limits}>
          <legend>{t('limits.title')}</legend>
          {LIMITED.map((of) => (
            <NumberField
              key={of}
              label={t(`limits.families.${of}`)}
              placeholder={t('limits.none')}
              value={values.limits[of] ?? undefined}
              error={isWrongLimit(values, of) && t('form.wrongLimit')}
              onChange={(most, text) => setValues(withLimit(values, of, { most, text }))}
            />
          ))}
        </fieldset>
        <WarmUpFields values={values} onChange={(part) => setValues({ ...values, ...part })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!wanted}>
            {t('ui:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
