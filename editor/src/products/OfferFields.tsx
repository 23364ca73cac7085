import { notifications } from '@mantine/notifications';
import { Offer } from '@tabiji/shared/sending/offer.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { products } from '../api/products.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { useErrorWords } from '../ui/use-error-words.ts';
import { ProductsField } from './ProductsField.tsx';

const USUAL_DAYS = 30;

/** Products that a mail recommends, and for how long nobody gets it who has bought one; saved as they are chosen. */
export function OfferFields({ template, saved }: { template: string; saved: Offer | null }) {
  const { t } = useTranslation(['products', 'ui']);
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const [days, setDays] = useState<number | undefined>(saved?.boughtWithin ?? USUAL_DAYS);
  const save = useMutation({
    mutationFn: (offer: Offer | null) => products.offer(template, { offer }),
    onSuccess: (kept) => client.setQueryData(products.offerOf(template).queryKey, kept),
    onError: (error) => notifications.show({ color: 'shu', title: t('ui:notSaved'), message: errorWords(error) }),
  });
  const shown = save.isPending ? save.variables : saved;
  const write = (codes: readonly string[], boughtWithin: number | undefined) => {
    if (codes.length === 0) return save.mutate(null);
    const sound = Offer.safeParse({ products: codes, boughtWithin });
    if (sound.success) save.mutate(sound.data);
  };
  const codes = shown?.products ?? [];
  const isSound = Offer.shape.boughtWithin.safeParse(days ?? null).success;
  return (
    <>
      <ProductsField
        label={t('offer.label')}
        help={t('offer.help')}
        hint={t('hint')}
        value={codes}
        most={50}
        onChange={(chosen) => write(chosen, isSound ? days : USUAL_DAYS)}
      />
      {codes.length > 0 && (
        <NumberField
          label={t('offer.days')}
          description={t('offer.daysHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rightSection={t('offer.unit')}
          rightSectionWidth={56}
          value={days}
          error={!isSound && t('offer.daysWrong')}
          onChange={(typed) => {
            setDays(typed);
            if (typed !== shown?.boughtWithin) write(codes, typed);
          }}
        />
      )}
    </>
  );
}
