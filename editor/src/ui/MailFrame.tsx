import styles from './MailFrame.module.css';

/**
 * A mail's HTML behind glass: nothing in it can run, submit or reach the editor. Its height cannot be read from outside,
 * so it scrolls inside.
 */
export function MailFrame({ title, html, width }: { title: string; html: string; width: number }) {
  return (
    <div className={styles.desk}>
      <iframe className={styles.frame} style={{ width }} title={title} sandbox="" srcDoc={html} />
    </div>
  );
}
