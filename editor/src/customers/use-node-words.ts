import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { useLocale } from '../i18n/locale.ts';

/** What a node is called: its own name, else its type's, else the type's key (a type of another version). */
export function useNodeWords(): (node: { name: string | null; type: string }) => string {
  const locale = useLocale();
  return ({ name, type }) => name ?? findNodeType(type)?.label[locale] ?? type;
}
