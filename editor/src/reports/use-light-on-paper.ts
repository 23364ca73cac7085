import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white: a page that is dark on the screen is printed in the colours of the light one. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const { documentElement: root } = document;
    let before: string | null = null;
    const lighten = () => {
      before = root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    };
    const restore = () => before !== null && root.setAttribute(SCHEME, before);
    window.addEventListener('beforeprint', lighten);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', lighten);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
}
