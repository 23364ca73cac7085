import { TextLink } from '../ui/TextLink.tsx';
import styles from './Reports.module.css';

interface Props {
  search: { from: string; to: string; journey: number; node?: string };
  name: string;
  second?: string | undefined;
}

/** The name of a row, which leads to a report of what the row is about. */
export function RowLink({ search, name, second }: Props) {
  return (
    <>
      <TextLink to="/reports" search={search}>
        {name}
      </TextLink>
      {second !== undefined && <span className={styles.second}>{second}</span>}
    </>
  );
}
