declare module 'hoodiecrow-imap' {
  interface Server {
    listen(port: number, host: string, ready: () => void): void;
    server: { address(): { port: number } };
    getMailbox(path: string): { uidvalidity: number };
  }
  export default function hoodiecrow(options: object): Server;
}
