import {
  IconArrowsSplit2,
  IconBoxMargin,
  IconClick,
  IconCode,
  IconColumns2,
  IconH1,
  IconLayoutBottombar,
  IconListNumbers,
  IconMessageQuestion,
  IconPackage,
  IconPhoto,
  IconRectangle,
  IconSeparatorHorizontal,
  IconShare,
  IconShoppingBag,
  IconSpacingVertical,
  IconTextSize,
  IconTicket,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { BlockName } from './registry.ts';

export type BlockIcon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** The icon of every block type; a missing one does not compile. */
const ICONS = {
  heading: IconH1,
  question: IconMessageQuestion,
  'order-items': IconPackage,
  coupon: IconTicket,
  social: IconShare,
  footer: IconLayoutBottombar,
  text: IconTextSize,
  image: IconPhoto,
  button: IconClick,
  table: IconListNumbers,
  divider: IconSeparatorHorizontal,
  spacer: IconSpacingVertical,
  product: IconShoppingBag,
  section: IconRectangle,
  columns: IconColumns2,
  wrapper: IconBoxMargin,
  conditional: IconArrowsSplit2,
  raw: IconCode,
} satisfies Record<BlockName, BlockIcon>;

const byType: ReadonlyMap<string, BlockIcon> = new Map(Object.entries(ICONS));

export const blockIcon = (type: string): BlockIcon => byType.get(type) ?? IconCode;
