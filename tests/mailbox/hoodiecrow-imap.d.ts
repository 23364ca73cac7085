declare module 'hoodiecrow-imap' {
  interface Command {
    tag: string;
    attributes: { value?: string }[];
  }
  interface Connection {
    send(reply: object, why: string, parsed: Command, data: unknown): void;
  }
  type Handler = (connection: Connection, parsed: Command, data: unknown, callback: () => void) => void;
  interface Server {
    listen(port: number, host: string, ready: () => void): void;
    server: { address(): { port: number } };
    getMailbox(path: string): { uidvalidity: number };
    getCommandHandler(command: string): Handler;
    setCommandHandler(command: string, handler: Handler): void;
  }
  export default function hoodiecrow(options: object): Server;
}
