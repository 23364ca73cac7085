import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { forwardRef, type AnchorHTMLAttributes } from 'react';

type Props = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

/** A link to a page of the editor, as text. */
export const TextLink = createLink(
  forwardRef<HTMLAnchorElement, Props>(function TextLink(props, ref) {
    return <Anchor ref={ref} {...props} />;
  }),
);
