import type { MailElement } from '../source/element.ts';

/** The columns of a section, also those inside a group; undefined when something else stands among them. */
export function columnsOf(section: MailElement): MailElement[] | undefined {
  const columns = section.children.flatMap((child) => (child.tag === 'mj-group' ? child.children : [child]));
  return section.tag === 'mj-section' && columns.length > 0 && columns.every(({ tag }) => tag === 'mj-column')
    ? columns
    : undefined;
}
