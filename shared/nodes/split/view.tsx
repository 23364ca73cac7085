import { IconArrowsShuffle } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Split } from './node.ts';

export const splitView: NodeView<Split> = {
  icon: IconArrowsShuffle,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
