import { IconRepeat } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { GoTo } from './node.ts';

export const goToView: NodeView<GoTo> = { icon: IconRepeat, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
