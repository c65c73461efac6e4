/** Text without line breaks and escape sequences, which would break a table or steer the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
