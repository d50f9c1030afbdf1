// A value inside a sentence, on one line and not long, between the marks that a language puts round what it quotes.
import { foreign } from "./foreign";

/** Whatever was typed, on one line. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const quoting =
  (open: string, close: string) =>
  (value: string): string => {
    const line = onOneLine(value);
    const letters = [...line];
    return letters.length > 60 ? `${open}${foreign(letters.slice(0, 57).join("").trimEnd())}…${close}` : `${open}${foreign(line)}${close}`;
  };
