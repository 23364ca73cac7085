import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useLocale } from '../i18n/locale.ts';
import { useReasonWords } from './use-reason-words.ts';

/** By which way somebody left a node, where that says something; a way that an author added is called by its key. */
export function usePortWords(): (type: string, port: string | null) => string | undefined {
  const locale = useLocale();
  const reasonWords = useReasonWords();
  return (type, port) => {
    if (port === null || port === 'next') return undefined;
    const definition = findNodeType(type);
    if (definition?.group === 'send') return undefined; // the mail has a line of its own
    if (definition?.group === 'exit') return reasonWords(port);
    const known = definition?.ports(definition.initial).find(({ id }) => id === port);
    return known?.label[locale] ?? port;
  };
}
