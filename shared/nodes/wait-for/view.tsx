import { IconEar } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { WaitFor } from './node.ts';

export const waitForView: NodeView<WaitFor> = { icon: IconEar, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
