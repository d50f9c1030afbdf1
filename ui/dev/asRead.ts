/** A sentence as a person reads it: what isolates foreign text in it is not seen. */
export const asRead = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, "");
