import { IconCalendarEvent } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { WaitUntilDate } from './node.ts';

export const waitUntilDateView: NodeView<WaitUntilDate> = {
  icon: IconCalendarEvent,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
