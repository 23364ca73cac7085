import { TextInput } from '@mantine/core';
import type { Brand } from '@tabiji/shared/api/mail-settings.ts';
import { useTranslation } from 'react-i18next';
import { PictureField } from '../templates/images/PictureField.tsx';
import { logoValues } from './logo-values.ts';

interface Props {
  brand: Brand;
  /** The address is none. */
  isWrong: boolean;
  onChange: (part: Partial<Brand>) => void;
}

/** The logo, chosen like any picture of a mail, and what it says to those who do not see it. */
export function LogoFields({ brand, isWrong, onChange }: Props) {
  const { t } = useTranslation('brand');
  return (
    <>
      <PictureField
        label={t('logo')}
        help={t('logoHelp')}
        error={isWrong && t('logoWrong')}
        address={brand.logo}
        onType={(logo) => onChange({ logo: logo.normalize('NFKC').trim() })}
        onPick={(image) => onChange(logoValues(brand, image))}
        verb={t('logoUse')}
        onTakeOff={() => onChange({ logo: '' })}
      />
      <TextInput
        label={t('logoAlt')}
        value={brand.logoAlt}
        onChange={({ currentTarget }) => onChange({ logoAlt: currentTarget.value })}
      />
    </>
  );
}
