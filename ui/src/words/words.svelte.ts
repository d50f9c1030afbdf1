// The language that the screen speaks now. Everything that shows words reads `words` while it is drawn, so that another
// language is there at once. English is always at hand; the words of another are loaded when it is chosen.
import { en, type Words } from "./en";
import { pseudo } from "./pseudo";

/** `tag` and `direction` are what the document says of itself. */
export type Language = {
  tag: string;
  direction: "ltr" | "rtl";
  /** Its own name for itself. */
  name: string;
  /** Whether somebody who grew up with it has read its words. */
  reviewed: boolean;
  load: () => Promise<Words>;
};

const english: Language = { tag: "en", direction: "ltr", name: "English", reviewed: true, load: () => Promise.resolve(en) };
/** Those that a person can choose. */
export const languages: readonly Language[] = [
  english,
  { tag: "es", direction: "ltr", name: "Español", reviewed: false, load: () => import("./es").then(({ es }) => es) },
  { tag: "id", direction: "ltr", name: "Bahasa Indonesia", reviewed: false, load: () => import("./id").then(({ id }) => id) },
  { tag: "hi", direction: "ltr", name: "हिन्दी", reviewed: false, load: () => import("./hi").then(({ hi }) => hi) },
];
/** For tests, which ask for it by its name. */
const nobodys: Language = { tag: "en-XB", direction: "rtl", name: "pseudo", reviewed: true, load: () => Promise.resolve(pseudo(en)) };

let current = $state.raw<{ language: Language; words: Words }>({ language: english, words: en });
let last: Language = english;

/** The first of these that the app has words in; English where there is none, or where one is no language, such as "C". */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const first = tag.toLowerCase().split(/[-_.]/)[0] ?? "";
    const known = first === nobodys.name ? nobodys : languages.find((language) => language.tag === first);
    if (known) return known;
  }
  return english;
}

/** English where the words of another cannot be loaded: the app is as good as before. */
export async function speak(language: Language): Promise<void> {
  last = language;
  const loaded = await language.load().then(
    (words) => ({ language, words }),
    () => ({ language: english, words: en }),
  );
  // Another was chosen meanwhile.
  if (last !== language) return;
  current = loaded;
  document.documentElement.lang = loaded.language.tag;
  document.documentElement.dir = loaded.language.direction;
}

/** The one that is spoken now. */
export const spoken = (): Language => current.language;

/** Read anew at each access; what is kept of it is of the language that was spoken then. */
export const words: Words = new Proxy<Words>(en, { get: (_, name) => Reflect.get(current.words, name) as unknown });
