import { IconBooks } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Series } from './node.ts';

export const seriesView: NodeView<Series> = { icon: IconBooks, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
