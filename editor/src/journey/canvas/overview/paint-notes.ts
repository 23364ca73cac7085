import type { Scene } from './paint.ts';

/** From this size on the words of a note can be read. */
const WORDS_FROM = 0.25;
const FOLD = 24;

/** Sticky notes as sheets with a folded corner, so that they are no cards; with their words where those can be read. */
export function paintNotes(on: CanvasRenderingContext2D, { notes = [], colourOf, view }: Scene): void {
  const px = 1 / view.zoom;
  for (const { x, y, width, height, text } of notes) {
    on.beginPath();
    on.moveTo(x, y);
    on.lineTo(x + width - FOLD, y);
    on.lineTo(x + width, y + FOLD);
    on.lineTo(x + width, y + height);
    on.lineTo(x, y + height);
    on.closePath();
    on.fillStyle = colourOf('card');
    on.fill();
    on.strokeStyle = colourOf('branch');
    on.lineWidth = px;
    on.stroke();
    if (view.zoom < WORDS_FROM) continue;
    on.save();
    on.clip();
    const size = 10 * px;
    on.font = `${size}px ${getComputedStyle(on.canvas).fontFamily}`;
    on.fillStyle = colourOf('ink');
    on.textBaseline = 'top';
    const [edge, leading] = [6 * px, size * 1.4];
    const fits = Math.max(1, Math.floor((height - edge) / leading)); // half a line says nothing
    wrapped(text, (line) => on.measureText(line).width <= width - 2 * edge)
      .slice(0, fits)
      .forEach((line, i) => on.fillText(line, x + edge, y + edge + i * leading));
    on.restore();
  }
}

/** A text in lines that fit; broken anywhere, as Japanese is. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const letter of paragraph) {
      const longer = lines.at(-1)! + letter;
      if (fits(longer) || lines.at(-1) === '') lines[lines.length - 1] = longer;
      else lines.push(letter);
    }
    return lines;
  });
}
