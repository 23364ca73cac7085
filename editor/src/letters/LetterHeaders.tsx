import styles from './LetterView.module.css';

/** The headers of a mail, as they were handed over. */
export function LetterHeaders({ headers }: { headers: Readonly<Record<string, string>> }) {
  return (
    <table className={styles.headers}>
      <tbody>
        {Object.entries(headers).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
