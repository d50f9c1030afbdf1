import { afterEach, describe, expect, test, vi } from "vitest";
import { sentFiles } from "../../dev/samples";
import { en, type Words } from "./en";
import { foreign, shown } from "./foreign";
import { pseudo, pseudoText } from "./pseudo";
import { rules } from "./rules";
import { languageFor, speak, spoken, words } from "./words.svelte";

vi.stubGlobal("document", { documentElement: { lang: "", dir: "" } });
afterEach(() => speak(languageFor(["en"])));
const nobodys = pseudo<Words>(en);

describe("the language that is spoken", () => {
  test.each([[["C"]], [["C.UTF-8"]], [[""]], [["tlh-001"]], [[]], [["fr", "en-US"]]])("is English for %j", (wanted) => {
    expect(languageFor(wanted).tag).toBe("en");
  });
  test("is the first that there is, of whatever region", () => {
    expect([["es-MX"], ["fr", "es", "en"], ["es_419.UTF-8"]].map((wanted) => languageFor(wanted).tag)).toEqual(["es", "es", "es"]);
  });
  test("can be another one at any time, with its direction", async () => {
    expect(words.cancel).toBe("Cancel");
    await speak(languageFor(["pseudo"]));
    expect(words.cancel).toMatch(/^Çáñçéľ /);
    expect(document.documentElement.dir).toBe("rtl");
    await speak(languageFor(["C"]));
    expect([words.cancel, document.documentElement.dir]).toEqual(["Cancel", "ltr"]);
  });
  test("is the one that was chosen last, though another takes longer to load", async () => {
    const slow = { ...languageFor(["es"]), load: () => new Promise<Words>((done) => setTimeout(done, 0, nobodys)) };
    const first = speak(slow);
    await speak(languageFor(["en"]));
    await first;
    expect([words.cancel, document.documentElement.lang]).toEqual(["Cancel", "en"]);
  });
  test("is English where the words of another cannot be loaded, and says so of itself", async () => {
    await speak(languageFor(["pseudo"]));
    await speak({ ...languageFor(["es"]), load: () => Promise.reject(new Error("gone")) });
    expect([words.cancel, spoken().tag, document.documentElement.lang, document.documentElement.dir]).toEqual(["Cancel", "en", "en", "ltr"]);
  });
});

test("what is no language counts, dates and lists as English does", () => {
  const none = rules("C");
  const english = rules("en-GB");
  expect(none.size(41_000_000)).toBe(english.size(41_000_000));
  expect(none.list(["a", "b", "c"])).toBe("a, b and c");
  expect(none.dateAndTime(0)).toBe(english.dateAndTime(0));
});
test("a language brings its own plurals, units and order", () => {
  const german = rules("de");
  expect([german.size(1_500_000), german.number(12_345), german.relativeDay(1)]).toEqual(["1,5 MB", "12.345", "morgen"]);
  expect([0, 1, 2, 5].map((n) => rules("pl").form(n, { one: "plik", few: "pliki", other: "plików" }))).toEqual(["plików", "plik", "pliki", "plików"]);
});

describe("the language that nobody speaks", () => {
  test("is longer by 40 %, and every letter has its accent where there is one", () => {
    for (const text of ["Cancel", "Nothing is on its way any more.", "Send"]) {
      const letters = text.replace(/[^a-z]/gi, "").length;
      expect(pseudoText(text).length).toBeGreaterThanOrEqual(text.length + Math.floor(letters * 0.4));
    }
    expect(pseudoText("Ticket")).toMatch(/^Ťíçkéť /);
  });
  test("leaves names, figures and signs as they are", () => {
    expect(pseudoText(`Remove “${foreign("Papers.zip")}”?`)).toContain("\u2068Papers.zip\u2069");
    expect(pseudoText("12")).toBe("12");
  });
  test("has every sentence that English has", () => {
    const paths = (value: unknown, path = ""): string[] =>
      value !== null && typeof value === "object" ? Object.entries(value).flatMap(([name, one]) => paths(one, `${path}.${name}`)) : [path];
    expect(paths(nobodys)).toEqual(paths(en));
  });
});

describe("a name that turns letters round", () => {
  const name = "invoice\u202Efdp.exe";
  test("shows its true ending", () => {
    expect(shown(name)).toBe("invoice\uFFFDfdp.exe");
  });
  test("in sentences too, and does not reach out of its place", () => {
    const [first] = sentFiles;
    if (!first) throw new Error("no file");
    const said = [en.files.removed({ name }), en.draft.removeFile({ name }), en.outbox.summary({ job: "update", changes: [], note: "", files: [{ ...first, name }] })];
    for (const sentence of said) expect(sentence).toContain("\u2068invoice\uFFFDfdp.exe\u2069");
  });
  test("cannot end its isolation by itself", () => {
    expect(foreign("a\u2069b")).toBe("\u2068a\uFFFDb\u2069");
  });
});
