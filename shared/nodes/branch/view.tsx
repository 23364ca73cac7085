import { IconArrowsSplit2 } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Branch } from './node.ts';

export const branchView: NodeView<Branch> = {
  icon: IconArrowsSplit2,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
