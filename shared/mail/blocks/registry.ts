import { button } from './button/block.ts';
import { columns } from './columns/block.ts';
import { conditional } from './conditional/block.ts';
import { coupon } from './coupon/block.ts';
import type { BlockType } from './define-block.ts';
import { divider } from './divider/block.ts';
import { footer } from './footer/block.ts';
import { heading } from './heading/block.ts';
import { image } from './image/block.ts';
import { orderItems } from './order-items/block.ts';
import { product } from './product/block.ts';
import { question } from './question/block.ts';
import { raw } from './raw/block.ts';
import { section } from './section/block.ts';
import { social } from './social/block.ts';
import { spacer } from './spacer/block.ts';
import { table } from './table/block.ts';
import { text } from './text/block.ts';
import { wrapper } from './wrapper/block.ts';

/** Every block type. An element belongs to the first that recognises it, so those that ask for more come before. */
const TYPES = {
  'order-items': orderItems,
  heading,
  question,
  coupon,
  social,
  footer,
  text,
  image,
  button,
  table,
  divider,
  spacer,
  product,
  section,
  columns,
  wrapper,
  conditional,
  raw,
};
export type BlockName = keyof typeof TYPES;

/** A type whose values are not known statically; its schema has judged them. */
export type AnyBlockType = BlockType;

export const blockTypes = Object.values(TYPES) as unknown as readonly AnyBlockType[];

export const findBlockType = (type: string): AnyBlockType | undefined => blockTypes.find((each) => each.type === type);
