import { IconMail } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Email } from './node.ts';

export const emailView: NodeView<Email> = { icon: IconMail, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
