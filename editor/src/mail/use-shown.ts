import { blockAround, type Mail } from '@tabiji/shared/mail/block.ts';
import { useEffect, useRef, type RefObject } from 'react';
import { reveal } from './reveal.ts';

const PLACE = /^【[^】]*】/;

/** Shows a place of the mail once, whenever somebody asks for it anew. */
export function useShown(
  canvas: RefObject<HTMLElement | null>,
  mail: Mail,
  shown: { offset: number } | null | undefined,
): void {
  const done = useRef<{ offset: number } | null>(null);
  useEffect(() => {
    if (!shown || done.current === shown) return;
    done.current = shown;
    const block = blockAround(mail, shown.offset);
    const frame = block && canvas.current?.querySelector<HTMLElement>(`[data-block="${block.start}"]`);
    if (frame) reveal(frame, PLACE.exec(mail.source.slice(shown.offset, shown.offset + 300))?.[0]);
  }, [shown, mail, canvas]);
}
