import { useTranslation } from 'react-i18next';

/** Why a mail was not sent: the engine's code in words, with the detail after its colon as it came. */
export function useBecauseWords(): (because: string) => string {
  const { t, i18n } = useTranslation('customers');
  return (because) => {
    const [code = '', ...detail] = because.split(': ');
    if (!i18n.exists(`customers:because.${code}`)) return because;
    const words = t(`because.${code}` as 'because.merged');
    return detail.length > 0 ? `${words} (${detail.join(': ')})` : words;
  };
}
