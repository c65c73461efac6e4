/** Something the user must know about one input; the batch goes on. */
export interface Message {
  readonly file: string;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** An error the user can mend: shown as one line, without a stack. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
}

/** One input could not be read. */
export class InputError extends UserError {
  override readonly name = 'InputError';
}
