import type { PersonInside } from '@tabiji/shared/api/people.ts';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import { useWhyWords } from '../../why/use-why-words.ts';
import { PersonActions, type Act } from './PersonActions.tsx';
import classes from './people.module.css';

interface Props {
  person: PersonInside;
  top: number;
  position: number;
  total: number;
  isMulti: boolean;
  onAct: Act;
}

/** Somebody inside: who, since when, and in words what they rest for and until when. */
export function PersonRow({ person, top, position, total, isMulti, onAct }: Props) {
  const { t } = useTranslation('results');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const words = useWhyWords();
  const name = person.name || person.customer;
  const said = words.now(person.now).text;
  return (
    <li className={classes.row} style={{ top }} aria-posinset={position} aria-setsize={total}>
      <div className={classes.who}>
        <TextLink to="/customers/$id" params={{ id: person.customerId }} title={name}>
          {name}
        </TextLink>
        <p className={classes.quiet}>
          {t('people.entered', { at: fmt.compact(person.enteredAt, now) })}
          {isMulti && ` · ${t('people.version', { version: person.version })}`}
        </p>
      </div>
      <p className={classes.now} title={said} data-parked={person.now.state === 'parked' || undefined}>
        {said}
      </p>
      <PersonActions person={person} name={name} onAct={onAct} />
    </li>
  );
}
