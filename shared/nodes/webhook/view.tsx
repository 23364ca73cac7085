import { IconWebhook } from '@tabler/icons-react';
import { lazyPart } from '../../lazy-part.tsx';
import type { NodeView } from '../define-view.ts';
import type { Webhook } from './node.ts';

export const webhookView: NodeView<Webhook> = { icon: IconWebhook, Form: lazyPart(() => import('./Form.tsx'), 'Form') };
