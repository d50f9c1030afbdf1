// The language that the screen speaks now. Everything that shows words reads `words` while it is drawn, so that another
// language is there at once.
import { en, type Words } from "./en";
import { pseudo } from "./pseudo";

/** `tag` and `direction` are what the document says of itself. */
export type Language = { tag: string; direction: "ltr" | "rtl"; words: Words };

const english: Language = { tag: "en", direction: "ltr", words: en };
/** By the name under which they are asked for: the beginning of a language tag. */
const languages: Record<string, () => Language> = {
  en: () => english,
  pseudo: () => ({ tag: "en-XB", direction: "rtl", words: pseudo(en) }),
};

let current = $state.raw<Language>(english);

/** The first of these that the app has words in; English where there is none, or where one is no language, such as "C". */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const known = languages[tag.toLowerCase().split(/[-_.]/)[0] ?? ""];
    if (known) return known();
  }
  return english;
}

export function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
}

/** Read anew at each access; what is kept of it is of the language that was spoken then. */
export const words: Words = new Proxy(en, { get: (_, name) => Reflect.get(current.words, name) as unknown });
