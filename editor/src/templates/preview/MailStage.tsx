import { useElementSize } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import styles from './MailStage.module.css';
import { elementAt, offsetOf } from './pointing.ts';

/**
 * Nothing in a mail may run: the frame has no `allow-scripts`, and its document forbids scripts, forms and frames
 * besides. It shares our origin only so that we can read its height and see which element is clicked.
 */
const EMPTY =
  "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'\">";

const POINTED = 'outline:2px solid #2F5199;outline-offset:-2px;box-shadow:0 0 0 2px #fff inset';

interface Props {
  title: string;
  html: string;
  width: number;
  /** The element to point at, by its place in the source. */
  selected: number | null;
  /** Only what was chosen elsewhere is brought into sight. */
  follows: boolean;
  onSelect: (offset: number) => void;
}

/** The mail itself, as high as it is. It is renewed in place, so that it neither flashes nor jumps. */
export function MailStage({ title, html, width, selected, follows, onSelect }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [drawn, setDrawn] = useState<Element>();
  const [height, setHeight] = useState(480);
  const { ref: room, width: available } = useElementSize();
  const select = useEffectEvent(onSelect);

  useEffect(() => {
    const document = frame.current?.contentDocument;
    if (!isReady || !document) return undefined;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const root = document.adoptNode(parsed.documentElement);
    document.replaceChild(root, document.documentElement);
    setDrawn(root);
    const click = (event: Event) => {
      event.preventDefault();
      const offset = offsetOf(event.target);
      if (offset !== null) select(offset);
    };
    const measure = () => setHeight(Math.max(120, Math.ceil(document.documentElement.getBoundingClientRect().height)));
    const observer = new ResizeObserver(measure);
    observer.observe(document.documentElement);
    document.addEventListener('click', click);
    measure();
    return () => {
      observer.disconnect();
      document.removeEventListener('click', click);
    };
  }, [html, isReady]);

  useEffect(() => {
    const element = drawn && selected !== null ? elementAt(drawn, selected) : undefined;
    if (!element) return undefined;
    const before = element.getAttribute('style');
    element.setAttribute('style', `${before ?? ''};${POINTED}`);
    if (follows) element.scrollIntoView({ block: 'nearest' });
    return () => {
      if (before === null) element.removeAttribute('style');
      else element.setAttribute('style', before);
    };
  }, [drawn, selected, follows]);

  return (
    <div ref={room} className={styles.room}>
      <iframe
        ref={frame}
        className={styles.frame}
        // A narrow pane shows the mail smaller, never another mail: width decides how it is laid out.
        style={{ width, height, zoom: available > 0 ? Math.min(1, available / width) : 1 }}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={EMPTY}
        onLoad={() => setReady(true)}
      />
    </div>
  );
}
