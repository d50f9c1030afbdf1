// Text that is not the app's own (names, titles, values, what the server says) inside its sentences.

/** First strong isolate and its end: text between them does not reach out, whichever way it is written. */
export const isolate = "\u2068";
export const isolateEnd = "\u2069";

// Those that turn other letters round: embeddings, overrides and isolates. The marks of direction stay.
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** As it can be shown: what would turn its letters round is seen in its place, so that a name shows its true ending. */
export const shown = (text: string): string => text.replace(turning, "\uFFFD");

/** For the inside of a sentence. Text that stands alone is shown by parts/Foreign.svelte. */
export const foreign = (text: string): string => `${isolate}${shown(text)}${isolateEnd}`;
