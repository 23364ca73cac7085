import { IconMessageQuestion } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Question } from './node.ts';

export const questionView: NodeView<Question> = {
  icon: IconMessageQuestion,
  Form: lazyPart(() => import('./Form.tsx'), 'Form'),
};
