import type { Block, Slot } from '@tabiji/shared/mail/block.ts';
import type { ComponentType } from 'react';

/** Draws the blocks of a slot; handed down, since blocks hold slots that hold blocks. */
export type DrawSlot = ComponentType<{ slot: Slot }>;

/** What the drawing of an MJML element is given. */
export interface DrawnProps {
  block: Block;
  /** The attributes that count, by MJML's names. */
  values: Readonly<Record<string, string>>;
  SlotView: DrawSlot;
}
