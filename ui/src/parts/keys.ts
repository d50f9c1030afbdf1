// What a key press means, whatever keyboard and input method it comes from.

/** The letter of a shortcut: of a layout without Latin letters (Cyrillic, Greek, Hindi), by the key's place. */
export const letterOf = ({ key, code }: KeyboardEvent): string => {
  const letter = key.toLowerCase();
  return /^[a-z]$/.test(letter) ? letter : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? letter);
};

/** Whether the key belongs to an input method, which is at work on a word: WebKit says so by the code 229 alone. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
