import { IconFlag } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Exit } from './node.ts';

export const exitView: NodeView<Exit> = { icon: IconFlag, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
