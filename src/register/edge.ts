/** What comes from outside and would make two runs differ; handed in, so that tests can fix it. */
export interface Edge {
  readonly clock: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
  /** 32 random bytes, written so that they fit into an address. */
  readonly newSecret: () => string;
}

/** Who does something. The system itself and people who stay unnamed have neither id nor name. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}
export const NOBODY: Actor = { id: '', name: '' };
