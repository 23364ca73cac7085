import { useEffect, useRef, type CSSProperties } from 'react';
import { useEditing } from '../editing.ts';
import { drawnHtml } from '../html/drawn-html.ts';
import { liquidLabel } from '../html/liquid-label.ts';
import classes from '../html/EditableHtml.module.css';

/** Words of a mail that are not written where they stand. */
export function StillWords({ html, tag, style }: { html: string; tag: string; style: CSSProperties }) {
  const { locale } = useEditing();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.replaceChildren(...drawnHtml(html, tag, (liquid) => liquidLabel(liquid, locale)).nodes);
  }, [html, tag, locale]);
  return <div ref={box} className={classes.words} style={{ ...style, cursor: 'default' }} />;
}
