import { IconUserPause } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Holdout } from './node.ts';

export const holdoutView: NodeView<Holdout> = {
  icon: IconUserPause,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
