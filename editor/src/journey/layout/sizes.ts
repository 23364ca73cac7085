/** Fixed measures of the canvas in pixels at 100 %. Text never changes them (editor layout needs no measuring). */
export const CARD_WIDTH = 280;
export const CARD_HEIGHT = 92;
/** Cards that customers never leave by a port: no figures of passage. */
export const END_HEIGHT = 64;
/** A card with more ways out than this lists them, a row for each. */
export const FEW_WAYS = 4;
export const WAY_ROW = 20;
/** Lines that leave a list side by side go down this far apart. */
export const FAN_GAP = 6;
/** What stands for a folded branch. */
export const PILL_HEIGHT = 36;
export const ROW_GAP = 78;
export const COLUMN_GAP = 40;
/** Room beside cards for a way that has no card of its own: an open end, or a way to a node further down. */
export const LANE_WIDTH = 168;
export const TRAY_GAP = 160;
