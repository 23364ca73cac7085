import { IconFlask } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Experiment } from './node.ts';

export const experimentView: NodeView<Experiment> = {
  icon: IconFlask,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
