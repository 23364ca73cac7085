import type { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import { answerWords } from './answer-words.ts';
import { useAsking } from './use-asking.ts';

/** What was made to happen, in words. */
export function useInjectedWords(): (one: NonNullable<CaseSetup['inject']>[number]) => string {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const asking = useAsking();
  return (one) => {
    if (one.do === 'answer') return t('injected.answer', answerWords(asking, one.question, one.answer));
    if (one.do === 'react') return t(`inject.kind.${one.how}`);
    if (one.do === 'subscribe')
      return t(one.subscribed ? 'injected.subscribed' : 'injected.unsubscribed', { topic: one.topic });
    const { fact } = one;
    if (fact.type === 'order') return t('injected.order', { amount: fmt.money(fact.amount) });
    if (fact.type === 'track') return t('injected.event', { event: fact.event });
    return t(fact.type === 'shipment' ? 'fact.shipment' : 'fact.identify');
  };
}
