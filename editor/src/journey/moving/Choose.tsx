import { ChooseArm } from './ChooseArm.tsx';
import { ChooseNode } from './ChooseNode.tsx';
import { ChooseType } from './ChooseType.tsx';
import type { Choosing } from './moving-store.ts';

/** What is still to be chosen before something is done. */
export function Choose(choosing: Choosing) {
  switch (choosing.what) {
    case 'merge':
    case 'goto':
      return <ChooseNode {...choosing} />;
    case 'arm':
      return <ChooseArm node={choosing.node} />;
    case 'type':
      return <ChooseType node={choosing.node} />;
  }
}
