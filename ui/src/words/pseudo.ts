// A language that nobody speaks, made of English: longer by 40 %, with accents, and written from right to left. It shows
// which sentences are not in the catalogue, which places are too narrow, and which know only left and right.
import { isolate, isolateEnd } from "./foreign";

const accents: Record<string, string> = Object.fromEntries(
  [..."aáAÁcçCÇdďDĎeéEÉgğGĞiíIÍlľLĽnñNÑoóOÓrřRŘsšSŠtťTŤuúUÚyýYÝzžZŽ"].reduce<[string, string][]>(
    (pairs, letter, at, all) => (at % 2 === 0 ? [...pairs, [letter, all[at + 1] ?? letter]] : pairs),
    [],
  ),
);
const filling = ["öñé", "ťẃö", "ťĥřéé", "ƒöúř", "ƒíṽé", "šíẋ", "šéṽéñ", "éíğĥť", "ñíñé", "ťéñ"];
const longer = 0.4;

/** What is foreign stays as it is. */
const own = new RegExp(`(${isolate}[^${isolateEnd}]*${isolateEnd})`);

export function pseudoText(text: string): string {
  const letters = text.split(own).map((part, at) => (at % 2 === 1 ? 0 : part.replace(/[^\p{L}]/gu, "").length)).reduce((sum, n) => sum + n, 0);
  if (letters === 0) return text;
  const accented = text
    .split(own)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter)))
    .join("");
  let more = "";
  for (let at = 0; more.length < letters * longer; at += 1) more += `${more === "" ? "" : " "}${filling[at % filling.length] ?? ""}`;
  return `${accented} ${more.slice(0, Math.max(2, Math.round(letters * longer)))}`;
}

/** Walks a catalogue: texts, what functions make of their parts, and all that lies within. */
export function pseudo<T>(words: T): T {
  const turned = (value: unknown): unknown => {
    if (typeof value === "string") return pseudoText(value);
    if (typeof value === "function") return (...parts: unknown[]) => turned(value(...parts));
    if (Array.isArray(value)) return value.map(turned);
    if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turned(one)]));
    return value;
  };
  return turned(words) as T;
}
