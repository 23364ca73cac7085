import { Button, ColorInput, Select, Switch, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Brand, type MailSettings, Utm } from '@tabiji/shared/api/mail-settings.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import styles from './BrandForm.module.css';
import { BrandSample } from './BrandSample.tsx';
import { LogoFields } from './LogoFields.tsx';
import { mailQueries, mails } from '../api/mails.ts';

const COLOURS = ['primary', 'text', 'muted', 'background', 'surface'] as const;
const FONT_NAMES = ['gothic', 'mincho', 'rounded'] as const;

/** Colours, typeface, logo, footer, and what links say of where a visit comes from. */
export function BrandForm({ settings }: { settings: MailSettings }) {
  const { t } = useTranslation(['brand', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [brand, setBrand] = useState(settings.brand);
  const [utm, setUtm] = useState(settings.utm);
  const set = (part: Partial<Brand>) => setBrand({ ...brand, ...part });
  const judged = { brand: Brand.safeParse(brand), utm: utm === null ? null : Utm.safeParse(utm) };
  const isWrong = (field: keyof Brand) => judged.brand.error?.issues.some(({ path }) => path[0] === field) ?? false;
  const isUtmWrong = (field: 'source' | 'medium') =>
    judged.utm?.error?.issues.some(({ path }) => path[0] === field) ?? false;
  const isFine = judged.brand.success && judged.utm?.success !== false;
  const save = useMutation({
    mutationFn: () => mails.mail.saveSettings({ brand, utm }),
    onSuccess: (saved) => {
      client.setQueryData(mailQueries.mailSettings.queryKey, saved);
      void client.invalidateQueries({ queryKey: ['template-preview'] });
      notifications.show({ color: 'wakatake', message: t('ui:saved') });
    },
    onError: (error) =>
      notifications.show({ color: 'shu', autoClose: 10_000, title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFine) save.mutate();
  };
  return (
    <div className={styles.columns}>
      <Card>
        <form className={styles.fields} onSubmit={submit} noValidate>
          <Title order={2}>{t('look')}</Title>
          <div className={styles.colours}>
            {COLOURS.map((one) => (
              <ColorInput
                key={one}
                label={t(`colours.${one}`)}
                eyeDropperButtonProps={{ 'aria-label': t('pick', { colour: t(`colours.${one}`) }) }}
                value={brand[one]}
                error={isWrong(one) && t('colourWrong')}
                onChange={(value) => set({ [one]: value })}
              />
            ))}
          </div>
          <Select
            label={t('font')}
            data={FONT_NAMES.map((value) => ({ value, label: t(`fonts.${value}`) }))}
            value={brand.font}
            onChange={(font) => font && set({ font })}
          />
          <LogoFields brand={brand} isWrong={isWrong('logo')} onChange={set} />
          <Textarea
            label={t('footer')}
            description={t('footerHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            minRows={3}
            value={brand.footer}
            onChange={({ currentTarget }) => set({ footer: currentTarget.value })}
          />
          <Title order={2} mt="md">
            {t('links')}
          </Title>
          <Switch
            label={t('utm')}
            description={t('utmHelp')}
            checked={utm !== null}
            onChange={({ currentTarget }) => setUtm(currentTarget.checked ? Utm.parse({}) : null)}
          />
          {utm && (
            <div className={styles.colours}>
              {(['source', 'medium'] as const).map((one) => (
                <TextInput
                  key={one}
                  label={`utm_${one}`}
                  value={utm[one]}
                  error={isUtmWrong(one) && t('utmWrong')}
                  onChange={({ currentTarget }) =>
                    setUtm({ ...utm, [one]: currentTarget.value.normalize('NFKC').trim() })
                  }
                />
              ))}
            </div>
          )}
          <Text size="xs" c="dimmed">
            {t('when')}
          </Text>
          <div className={styles.foot}>
            <Button type="submit" loading={save.isPending}>
              {t('ui:save')}
            </Button>
          </div>
        </form>
      </Card>
      <BrandSample brand={judged.brand.success ? judged.brand.data : settings.brand} />
    </div>
  );
}
