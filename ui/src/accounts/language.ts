import { languageFor, speak } from "../words/words.svelte";

let followed: string | null = null;

/** Null: as the system says, which is spoken from the start. It is done when the words are there. */
export function speakChosen(chosen: string | null): Promise<void> {
  // Whatever else has changed, the language has not.
  if (chosen === followed) return Promise.resolve();
  followed = chosen;
  return speak(languageFor(chosen === null ? navigator.languages : [chosen, ...navigator.languages]));
}
