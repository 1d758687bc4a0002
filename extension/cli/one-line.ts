/** An error's message in one line, whatever it is. */
export const oneLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).replace(/\s*\n\s*/g, ' ');
