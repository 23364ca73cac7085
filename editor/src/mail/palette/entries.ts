import { IconBookmark } from '@tabler/icons-react';
import type { SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { BLOCK_GROUPS } from '@tabiji/shared/mail/blocks/define-block.ts';
import { blockTypes } from '@tabiji/shared/mail/blocks/registry.ts';
import { blockIcon, type BlockIcon } from '@tabiji/shared/mail/blocks/views.ts';
import type { Defaults } from '@tabiji/shared/mail/source/defaults.ts';
import { matches } from '../../folded.ts';

/** Something that can be put into a mail. */
export interface Entry {
  id: string;
  group: (typeof BLOCK_GROUPS)[number] | 'saved';
  icon: BlockIcon;
  label: string;
  about: string;
  mjml: string;
  /** Of a saved block, to take it off the list. */
  savedId?: number;
}

/** Everything that fits a search, by groups: the shop's own blocks first, since they were saved to be used. */
export function entriesFor(
  query: string,
  saved: readonly SavedBlock[],
  context: { locale: Locale; defaults: Defaults },
): Entry[] {
  const { locale } = context;
  const own = saved
    .filter(({ name }) => matches(query, [name]))
    .map(({ id, name, mjml }): Entry => ({
      id: `saved-${id}`,
      group: 'saved',
      icon: IconBookmark,
      label: name,
      about: '',
      mjml,
      savedId: id,
    }));
  const offered = BLOCK_GROUPS.flatMap((group) =>
    blockTypes
      .filter((type) => type.group === group)
      .flatMap(({ type, offers }) =>
        offers
          .filter(({ label, keywords }) => matches(query, [label.ja, label.en, ...keywords]))
          .map((offer): Entry => ({
            id: `${type}-${offer.name}`,
            group,
            icon: blockIcon(type),
            label: offer.label[locale],
            about: offer.about[locale],
            mjml: offer.mjml(context),
          })),
      ),
  );
  return [...own, ...offered];
}
