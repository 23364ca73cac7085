import { IconBellCheck } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Subscribe } from './node.ts';

export const subscribeView: NodeView<Subscribe> = {
  icon: IconBellCheck,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
