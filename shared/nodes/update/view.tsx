import { IconUserEdit } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Update } from './node.ts';

export const updateView: NodeView<Update> = { icon: IconUserEdit, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
