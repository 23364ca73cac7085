import { type DarkRule, isAbout } from './dark-rules.ts';
import { readColour, type Rgb } from '@tabiji/shared/mail/colours.ts';

/** A piece of text with what it stands on, as a mail program draws it. */
export interface DrawnText {
  text: string;
  color: Rgb;
  background: Rgb;
  /** 24 px, or bold from 18.66 px on: less contrast is enough. */
  isLarge: boolean;
  /** Where the element begins in the source; undefined outside of all. */
  offset: number | undefined;
}

interface Box {
  name: string;
  color: Rgb;
  background: Rgb;
  size: number;
  bold: boolean;
  hidden: boolean;
  /** On a picture, whose colours are not known. */
  pictured: boolean;
  offset: number | undefined;
}

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const SILENT = new Set(['style', 'script', 'title', 'head']);
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gi;
const WHITE: Rgb = [255, 255, 255];

/** All texts of a compiled mail. Sizes are px; only styles written at elements count, and `rules` over them. */
export function textsIn(html: string, rules: readonly DarkRule[] = []): DrawnText[] {
  const body = html.slice(Math.max(0, html.search(/<body\b/i)));
  const open: Box[] = [
    {
      name: '',
      color: [0, 0, 0],
      background: WHITE,
      size: 16,
      bold: false,
      hidden: false,
      pictured: false,
      offset: undefined,
    },
  ];
  const texts: DrawnText[] = [];
  for (const [, closing, tag, attributes = '', text] of body.matchAll(TOKEN)) {
    const box = open.at(-1)!;
    if (text !== undefined) {
      const words = text.replace(/\{[{%][\s\S]*?[}%]\}/g, 'x').replace(/&nbsp;|[\s\u034f\u200c\u00a0]/g, '');
      if (words === '' || box.hidden || box.pictured) continue;
      const { color, background, offset } = box;
      const isLarge = box.size >= 24 || (box.bold && box.size >= 18.66);
      texts.push({ text: text.trim(), color, background, isLarge, offset });
    } else if (tag !== undefined) {
      const name = tag.toLowerCase();
      if (closing) close(open, name);
      else if (!VOID.has(name) && !attributes.endsWith('/')) open.push(inside(box, name, attributes, rules));
    }
  }
  return texts;
}

function close(open: Box[], name: string): void {
  const at = open.findLastIndex((box) => box.name === name);
  if (at > 0) open.splice(at);
}

function inside(box: Box, name: string, attributes: string, rules: readonly DarkRule[]): Box {
  const attribute = (key: string) => new RegExp(`\\s${key}="([^"]*)"`, 'i').exec(attributes)?.[1];
  const style = attribute('style') ?? '';
  const said = (property: string) => new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1];
  const classes = (attribute('class') ?? '').split(/\s+/);
  const ruled = rules.filter((rule) => isAbout(rule, name, classes));
  const background = said('background-color') ?? said('background') ?? attribute('bgcolor');
  const last = (key: 'color' | 'background') =>
    readColour(ruled.findLast((rule) => rule[key] !== undefined)?.[key] ?? '');
  const ground = last('background') ?? readColour(background?.split(/\s+/)[0] ?? '');
  const weight = said('font-weight');
  const src = attribute('data-src');
  return {
    name,
    color:
      last('color') ??
      readColour(said('color') ?? '') ??
      (name === 'a' && box.name !== 'a' && !said('color') ? LINK : box.color),
    background: ground ?? box.background,
    size: Number.parseFloat(/^\s*([\d.]+)px/.exec(said('font-size') ?? '')?.[1] ?? String(box.size)) || 1,
    bold:
      weight === undefined
        ? box.bold || name === 'b' || name === 'strong' || /^h[1-6]$/.test(name)
        : /bold|[6-9]00/.test(weight),
    hidden: box.hidden || SILENT.has(name) || /display\s*:\s*none/.test(style),
    pictured: (box.pictured && ground === undefined) || /url\(/.test(style) || attribute('background') !== undefined,
    offset: src === undefined ? box.offset : Number(src),
  };
}

const LINK: Rgb = [0, 0, 238];
