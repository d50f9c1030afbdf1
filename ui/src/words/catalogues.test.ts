// Every language is held to English: each sentence is there, is no English by mistake, and has the same foreign parts.
import { describe, expect, test } from "vitest";
import { sentences } from "../../dev/sentences";
import { en } from "./en";
import { isolate, isolateEnd } from "./foreign";
import { languages } from "./words.svelte";

const english = sentences(en);
const others = await Promise.all(languages.filter(({ tag }) => tag !== "en").map(async (language) => ({ ...language, all: sentences(await language.load()) })));

const foreignIn = (said: string) => (said.match(new RegExp(`${isolate}[^${isolateEnd}]*${isolateEnd}`, "g")) ?? []).sort();
const ownWords = (said: string) => said.replace(new RegExp(`${isolate}[^${isolateEnd}]*${isolateEnd}`, "g"), "").replace(/#\d+/g, "").match(/\p{L}{2,}/gu) ?? [];

/** Rightly the same: the product's own name, what is typed as it stands, and what consists of names. */
const everywhere = /^(product|readings|presets\.key|draft\.(leadPlaceholder|time|date|plainFieldName)|outbox\.(dayPlaceholder|summary|count)|setup\.where|account\.(addressPlaceholder|leadHostPlaceholder|organisationPlaceholder)|saveSetup\.endingsPlaceholder|amounts\..*|send\.(sent|sending|file))$/;
/** And in one language, because the word is the same there. */
const alike: Record<string, RegExp> = {
  es: /^(outbox\.exportWords\.columns\.ticket|delivery\.title|ticket\.spoken|owner\.regions\.hyderabad)$/,
  id: /^(owner\.regions\.(mumbai|hyderabad|jakarta)|outbox\.exportWords\.fields\.Status)$/,
  hi: /^$/,
};

test("the sentences are made of parts that they can have in the app", () => {
  expect(english.filter(({ said }) => /undefined|NaN|\[object|Invalid Date/.test(said))).toEqual([]);
  expect(english.length).toBeGreaterThan(1_000);
});

describe.each(others)("$name", ({ tag, all }) => {
  const pairs = all.map((sentence, at) => ({ ...sentence, english: english[at]?.said ?? "" }));

  test("has every sentence that English has, and no empty one", () => {
    expect(all.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
    expect(pairs.filter(({ said, english }) => (said.trim() === "") !== (english.trim() === "")).map(({ path, parts }) => [path, parts])).toEqual([]);
    expect(all.filter(({ said }) => /undefined|NaN|\[object|Invalid Date/.test(said))).toEqual([]);
  });
  test("is nowhere English by mistake", () => {
    const same = pairs.filter(({ path, said, english }) => said === english && ownWords(said).length > 0 && !everywhere.test(path) && !alike[tag]?.test(path));
    expect([...new Set(same.map(({ path, said }) => `${path}: ${said}`))]).toEqual([]);
  });
  test("has all foreign parts that English has, isolated", () => {
    // There a language has its own names for the usual fields, in quotes.
    const otherwise = pairs.filter(({ path, said, english }) => path !== "setupDetails.otherwise" && JSON.stringify(foreignIn(said)) !== JSON.stringify(foreignIn(english)));
    expect(otherwise.map(({ path, said, english }) => ({ path, said, english }))).toEqual([]);
  });
  test("names every ticket that English names", () => {
    const tickets = (said: string) => (said.match(/#\d+/g) ?? []).sort();
    expect(pairs.filter(({ said, english }) => JSON.stringify(tickets(said)) !== JSON.stringify(tickets(english))).map(({ path, said }) => [path, said])).toEqual([]);
  });
  test("puts round what it quotes of the screen what the screen says there", () => {
    // A button that a sentence names has to be found under that name.
    const named = ["choices.sendAgain", "choices.itWasDone", "choices.correct", "choices.tryNow", "choices.split", "delivery.useAgain"];
    const at = (path: string, of: { path: string; said: string }[]) => of.find((one) => one.path === path)?.said ?? "";
    for (const path of named) {
      const lacks = pairs.filter(({ said, english: theirs }) => theirs.includes(`“${at(path, english)}”`) && !said.includes(at(path, all)));
      expect(lacks.map(({ path, said }) => [path, said])).toEqual([]);
    }
  });
});

/** Words that only builders know, in English and in each language. */
const technical: Record<string, RegExp> = {
  en: /(?<!\p{L})(schema|guid|uuid|tenant|api|json|https?|multipart|endpoint|payload|dto|header|token|cache|spool|null)s?(?!\p{L})/iu,
  es: /(?<!\p{L})(esquema|inquilino|carga útil|encabezado|cabecera|punto de conexión|token|caché|búfer|hilo|solicitud|petición|parámetro|base de datos)s?(?!\p{L})/iu,
  id: /(?<!\p{L})(skema|tenan|penyewa|muatan|tajuk|token|tembolok|permintaan|parameter|basis data|titik akhir)(?!\p{L})/iu,
  hi: /(?<!\p{L})(स्कीमा|टेनेंट|पेलोड|हेडर|टोकन|कैश|बफ़र|थ्रेड|अनुरोध|पैरामीटर|डेटाबेस|एंडपॉइंट)(?!\p{L})/iu,
};
const besides = /^(account|owner|proxy|setup|setupDetails|saveSetup|answer)\./;

test.each([{ tag: "en", all: english }, ...others])("the main screen speaks plainly in $tag", ({ tag, all }) => {
  // What the vendor's own pages call something is quoted.
  const plain = (said: string) => said.replace(/[“«][^”»]*[”»]/g, "");
  const found = all.filter(({ path, said }) => !besides.test(path) && [technical["en"], technical[tag]].some((words) => words === undefined || words.test(plain(said))));
  expect([...new Set(found.map(({ path, said }) => `${path}: ${said}`))]).toEqual([]);
});

test("whatever is in the catalogue is used by the screen", () => {
  const sources = import.meta.glob<string>(["../**/*.{svelte,ts}", "!../words/**", "!../**/*.test.ts"], { query: "?raw", import: "default", eager: true });
  const screen = Object.values(sources).join("\n");
  const unused = Object.entries(en).flatMap(([section, of]) =>
    typeof of === "object" ? Object.keys(of).filter((name) => !new RegExp(`\\b${name}\\b`).test(screen)).map((name) => `${section}.${name}`) : new RegExp(`\\b${section}\\b`).test(screen) ? [] : [section],
  );
  expect(Object.keys(sources).length).toBeGreaterThan(100);
  expect(unused).toEqual([]);
});
