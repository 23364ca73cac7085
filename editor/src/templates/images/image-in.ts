/** The first picture among files that were dropped, pasted or chosen. */
export const imageIn = (files: Iterable<File>): File | undefined =>
  [...files].find(({ type }) => type.startsWith('image/'));
