import type { ImageRow } from '@tabiji/shared/api/images.ts';
import type { DocStore } from '../doc/doc-store.ts';
import { imageTag, placeForElement } from '../images/image-tag.ts';

/** Puts a piece of text where the cursor of the source stands; at the end of the first text where it never stood. */
export function insertAtCursor(store: DocStore, text: string): void {
  const { doc, cursor, change } = store.getState();
  const at = cursor ?? placeFor(doc.mjml);
  change({ mjml: doc.mjml.slice(0, at) + text + doc.mjml.slice(at) }, `insert ${at}`);
  store.setState({ cursor: at + text.length });
}

function placeFor(mjml: string): number {
  const end = mjml.indexOf('</mj-text>');
  return end < 0 ? mjml.length : end;
}

/** Puts a picture behind the element in which the cursor stands. */
export function insertImage(store: DocStore, image: ImageRow): void {
  const { doc, cursor, change, select } = store.getState();
  const at = placeForElement(doc.mjml, cursor ?? placeFor(doc.mjml));
  if (at === undefined) return;
  const tag = `\n        ${imageTag(image)}`;
  change({ mjml: doc.mjml.slice(0, at) + tag + doc.mjml.slice(at) }, `insert ${at}`);
  select(at + tag.indexOf('<'), 'finding');
}
