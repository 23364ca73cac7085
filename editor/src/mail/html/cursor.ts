/**
 * Remembers where the cursor stands in what is written, counted from the end of the words: what is drawn anew differs
 * before it. Call the result when it is drawn.
 */
export function keepCursor(area: HTMLElement): () => void {
  const chosen = document.getSelection();
  if (document.activeElement !== area || !chosen?.focusNode) return () => undefined;
  const behind = document.createRange();
  behind.selectNodeContents(area);
  behind.setStart(chosen.focusNode, chosen.focusOffset);
  const left = behind.toString().length;
  return () => {
    const place = placeFromEnd(area, left);
    if (place) chosen.collapse(place.node, place.offset);
  };
}

function placeFromEnd(area: HTMLElement, left: number): { node: Node; offset: number } | undefined {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  let rest = left;
  for (const text of texts.toReversed()) {
    if (rest <= text.length) return { node: text, offset: text.length - rest };
    rest -= text.length;
  }
  return texts[0] && { node: texts[0], offset: 0 };
}
