/** Puts the focus into a field and marks these words in it, to be written over; all of it where they are not there. */
export function markField(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  const at = field.value.indexOf(words);
  field.focus();
  if (at < 0) field.select();
  else field.setSelectionRange(at, at + words.length);
}
