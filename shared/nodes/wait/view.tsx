import { IconHourglass } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Wait } from './node.ts';

export const waitView: NodeView<Wait> = { icon: IconHourglass, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
