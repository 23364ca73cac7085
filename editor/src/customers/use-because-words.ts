import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);

/** Why a mail was not sent: the engine's code in words, with the detail after its colon. */
export function useBecauseWords(): (because: string) => string {
  const { t, i18n } = useTranslation('customers');
  const fmt = useFmt();
  return (because) => {
    const [code = '', ...detail] = because.split(': ');
    if (!i18n.exists(`customers:because.${code}`)) return because;
    const more = detail.join(': ');
    const words = t(`because.${code}` as 'because.merged');
    if (code === 'suppressed' && i18n.exists(`customers:suppression.${more}`))
      return `${words} (${t(`suppression.${more}` as 'suppression.staff')})`;
    return more === '' ? words : `${words} (${isInstant(more) ? fmt.full(more) : more})`;
  };
}
