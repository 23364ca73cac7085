import { IconBolt } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Start } from './node.ts';

export const startView: NodeView<Start> = { icon: IconBolt, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
