import type { Block } from '@tabiji/shared/mail/block.ts';
import { resolved } from '@tabiji/shared/mail/source/defaults.ts';
import type { ComponentType } from 'react';
import { useEditing } from '../editing.ts';
import { DrawnButton } from './DrawnButton.tsx';
import { DrawnColumns } from './DrawnColumns.tsx';
import { DrawnDivider } from './DrawnDivider.tsx';
import { DrawnImage } from './DrawnImage.tsx';
import { DrawnRun } from './DrawnRun.tsx';
import { DrawnSource } from './DrawnSource.tsx';
import { DrawnStill } from './DrawnStill.tsx';
import { DrawnSpacer } from './DrawnSpacer.tsx';
import { DrawnText } from './DrawnText.tsx';
import type { DrawnProps, DrawSlot } from './drawn-props.ts';
import { inBrand } from './in-brand.ts';
import { DrawnWrapper } from './DrawnWrapper.tsx';

/** How MJML's elements are drawn while they are edited; close to the mail, which the preview shows as it will be. */
const BY_TAG: Readonly<Record<string, ComponentType<DrawnProps>>> = {
  'mj-section': DrawnColumns,
  'mj-wrapper': DrawnWrapper,
  'mj-text': DrawnText,
  'mj-table': DrawnText,
  'mj-button': DrawnButton,
  'mj-image': DrawnImage,
  'mj-divider': DrawnDivider,
  'mj-spacer': DrawnSpacer,
};

/** What is inside a block's frame. */
export function Content({ block, SlotView }: { block: Block; SlotView: DrawSlot }) {
  const { mail, brand } = useEditing();
  const values = inBrand(resolved(mail.defaults, block.element), brand);
  const isKnown = block.type.slots === undefined || block.slots.length > 0;
  const Drawn = block.type.run ? DrawnRun : (isKnown && BY_TAG[block.element.tag]) || DrawnSource;
  const isFilledIn = Object.keys(block.type.fields).length > 0;
  const Without = isFilledIn ? DrawnStill : DrawnSource;
  const Fitting = Drawn === DrawnColumns && block.slots.length === 0 ? Without : Drawn;
  return <Fitting block={block} values={values} SlotView={SlotView} />;
}
