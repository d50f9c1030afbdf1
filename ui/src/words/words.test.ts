import { describe, expect, test } from "vitest";
import { asRead } from "../../dev/asRead";
import { delivery, doubtful, failed, comparisons, waitings } from "../../dev/deliveries";
import { codes } from "../../dev/samples";
import type { Effect, Failure, FieldFound, KeysState, DeskError } from "../shell/types";
import { duration, size, sizeOf } from "./amounts";
import { words } from "./words.svelte";

describe("amounts", () => {
  test("a size never reads 1,000 of a unit", () => {
    expect([0, 1, 999, 999_499, 999_500, 999_949_999, 999_950_000].map(size)).toEqual([
      "0 bytes", "1 byte", "999 bytes", "999 kB", "1 MB", "999.9 MB", "1 GB",
    ]);
  });
  test("what was sent has the unit of the whole", () => {
    expect(sizeOf(8_100_000, 13_000_000)).toBe("8.1 of 13 MB");
    expect(sizeOf(0, 2_000_000_000)).toBe("0 of 2 GB");
  });
  test("a time left is never 0 s, nor 60 min", () => {
    expect([0, 11.2, 59.9, 90, 3590, 3900].map(duration)).toEqual(["1 sec", "12 secs", "60 secs", "2 mins", "1 hr", "1 hr 5 mins"]);
  });
});

describe("the Send button says what it will do", () => {
  test.each([
    [2, 3, "143", "Send 2 changes and 3 files to #143"],
    [1, 0, "143", "Send 1 change to #143"],
    [0, 1, "143", "Send 1 file to #143"],
    [1, 1, "", "Send 1 change and 1 file"],
    [0, 0, "143", "Send"],
  ])("%i changes, %i files, ticket %j", (changes, files, ticket, sentence) => {
    expect(words.send.button({ job: "update", changes: changes, files: files, ticket })).toBe(sentence);
  });
});

const forbidden = /\b(schema|uuid|tenant|json|http|multipart|endpoint|payload|spool|undefined|null)\b|\[object/i;
const sentence = /^[“A-Z0-9].+[.]$/s;

describe("each reason to wait has its own words", () => {
  test.each(Object.values(waitings).map((waiting) => [waiting.code, waiting] as const))("%s", (_code, waiting) => {
    const waits = delivery({ state: "waiting", waiting });
    expect(words.outbox.waitingWhy(waits)).toMatch(sentence);
    expect(words.outbox.waitingWhy(waits)).not.toMatch(forbidden);
    expect(words.outbox.state(waits)).not.toBe("");
  });
  test("without a connection nothing sounds like an error, and no address is shown", () => {
    const why = words.outbox.waitingWhy(delivery({ state: "waiting", waiting: waitings.connection }));
    expect(why).toContain("goes on by itself");
    expect(why).not.toMatch(/https?:|error|fail/i);
  });
  test("keys: each state says what to do, and where", () => {
    const states: KeysState[] = ["missing", "locked", "no_keychain", "saved", "session"];
    const said = states.map((keys) => words.outbox.waitingWhy(delivery({ state: "waiting", waiting: { code: "keys", keys } })));
    for (const one of said) expect(one).toMatch(sentence);
    expect(said[0]).toContain("Acme Support");
  });
});

describe("one that may be done says what is known and what the choices do", () => {
  test.each(comparisons)("%s", (comparison) => {
    const asked = doubtful(comparison);
    const finding = asked.finding;
    if (!finding) throw new Error("no finding");
    const known = [words.choices.happened(asked), words.choices.found({ delivery: asked, finding }), words.choices.files(asked)].filter((one) => one !== "");
    for (const one of known) {
      expect(one).toMatch(sentence);
      expect(one).not.toMatch(forbidden);
    }
    expect(known.at(-1)).toContain("can't be seen from here");
  });
  test("what the ticket shows is named, and what is long is cut", () => {
    const asked = doubtful("looks_done", { files: [] });
    const fields = [{ field: "Status", wanted: "On Hold", found: "On Hold", likeness: "same" as const }];
    expect(asRead(words.choices.found({ delivery: asked, finding: { readAt: 0, comparison: "looks_done", fields, failure: null, files: null } }))).toBe(
      "On the ticket, Status is “On Hold” now: it looks done.",
    );
    const long = [{ field: "Title", wanted: "x".repeat(500), found: null, likeness: "other" as const }];
    expect(words.choices.found({ delivery: asked, finding: { readAt: 0, comparison: "nothing_changed", fields: long, failure: null, files: null } }).length).toBeLessThan(200);
  });
  test("a part: which fields are as they were to be, and which are not", () => {
    const fields = [
      { field: "Status", wanted: "On Hold", found: "On Hold", likeness: "same" as const },
      { field: "Priority", wanted: "Low", found: "", likeness: "other" as const },
    ];
    const said = (more: FieldFound[]) =>
      asRead(words.choices.found({ delivery: doubtful("partly"), finding: { readAt: 0, comparison: "partly", fields: [...fields, ...more], failure: null, files: null } }));
    expect(said([])).toBe("Only a part shows on the ticket: Status is “On Hold” as it was to be, but Priority is empty (not “Low”).");
    expect(said([{ field: "Tags", wanted: "vip", found: null, likeness: "cannot_tell" }])).toBe(
      "Only a part shows on the ticket: Status is “On Hold” as it was to be, but Priority is empty (not “Low”) and nobody can tell of Tags.",
    );
  });
  test("sending files again says that they may be there twice; changes alone are not", () => {
    expect(words.choices.sendAgainText(doubtful(null))).toContain("twice");
    expect(words.choices.sendAgainText(doubtful(null, { files: [] }))).not.toContain("twice");
  });
});

describe("an attempt says whether the ticket system may have had everything", () => {
  const attempt = { id: 1, startedAt: 0, endedAt: 1000, sent: 12_400_000, total: 40_000_000, ended: failed("broke_while_sending") };
  test("before the line of no return and after it", () => {
    expect(words.delivery.far({ ...attempt, releasedAt: null })).toBe(
      "12.4 of 40 MB had left this computer. The last part was never sent, so nothing can have been changed by this attempt.",
    );
    expect(words.delivery.far({ ...attempt, releasedAt: 900 })).toContain("may have had everything");
  });
});

test("every trouble with the app's own files has words", () => {
  const errors: DeskError[] = [
    { code: "storage", why: "w" }, { code: "practice_server", why: "w" }, { code: "busy" }, { code: "in_use" }, { code: "no_room" },
    { code: "read_only" }, { code: "held" }, { code: "newer" }, { code: "not_possible" },
  ];
  const said = errors.map((error) => words.trouble(error));
  for (const one of said) expect(one).toMatch(sentence);
  expect(new Set(said).size).toBe(errors.length);
});

test("settings that could not be read: what is back, what is missing, and where the damaged file is", () => {
  const said = [
    { setAside: "/x", restored: true, lost: 0 }, { setAside: null, restored: true, lost: 0 },
    { setAside: "/x", restored: true, lost: 1 }, { setAside: "/x", restored: false, lost: 2 }, { setAside: "/x", restored: false, lost: 0 },
  ].map((rescue) => words.start.settingsRescue(rescue));
  expect(said[0]).toBe("The app's settings on this computer could not be read. They are back as they were kept last. The damaged file was kept:");
  expect(said[1]).toBe("The app's settings on this computer could not be read, or were gone. They are back as they were kept last.");
  expect(said[3]).toContain("2 accounts are missing: add them again.");
  expect(new Set(said).size).toBe(said.length);
});

test("closing says how much is on its way", () => {
  expect(words.closing.what({ sending: 1, waiting: 0 })).toBe("1 thing is being sent.");
  expect(words.closing.what({ sending: 0, waiting: 2 })).toBe("2 things wait to be sent.");
  expect(words.closing.what({ sending: 2, waiting: 1 })).toBe("2 things are being sent and 1 waits to be sent.");
});

describe("a new ticket and a note have words of their own", () => {
  const made = { job: "new_ticket" as const, ticket: "", changes: [{ field: "Title", value: "Broken chair" }, { field: "Priority", value: "High" }] };
  const noted = { job: "note" as const, changes: [], files: [], note: "Called\nback." };
  test("the Send button", () => {
    expect(words.send.button({ job: "note", changes: 0, files: 3, ticket: "143" })).toBe("Send the note to #143");
    expect(words.send.button({ job: "new_ticket", changes: 2, files: 1, ticket: "143" })).toBe("Make a new ticket with 1 file");
    expect(words.send.button({ job: "new_ticket", changes: 2, files: 0, ticket: "" })).toBe("Make a new ticket");
  });
  test("a notice names no customer, value, note or file", () => {
    const secret = "Zebra <b>Quagga</b> & Sons.pdf";
    const files = [{ name: secret, size: 3, kind: "pdf" as const }];
    const changes = [{ field: secret, value: secret }];
    for (const job of ["update", "new_ticket", "note"] as const) {
      for (const state of ["done", "refused", "may_be_done", "waiting"] as const) {
        const told = delivery({ job, state, changes: job === "note" ? [] : changes, files, note: secret, accountName: secret, lead: secret });
        const { title, text } = words.outbox.notice(told);
        expect(`${title} ${text}`).not.toMatch(/Zebra|Quagga|[<>&]/);
      }
    }
    expect(words.outbox.notice(delivery({ changes, files }))).toEqual({ title: "#143: Done", text: "1 change and 1 file" });
  });
  test("in the list, in a notice and when done", () => {
    const one = delivery({ ...made, files: [] });
    expect(asRead(words.outbox.summary(one))).toBe("Ticket Subject: Broken chair, Priority: High");
    expect(words.outbox.notice(one).title).toBe("New ticket: Done");
    const receipt = { ticket: "1044", key: null, message: null, answer: { status: 200, reason: null, message: null, body: "" } };
    expect(words.choices.done({ d: delivery({ ...made, ticket: "1044", files: [] }), receipt })).toBe("Ticket #1044 was made.");
    expect(words.named(delivery({ ...made, ticket: "1044" }))).toBe("New ticket #1044");
    const note = delivery(noted);
    expect([asRead(words.outbox.summary(note)), words.outbox.notice(note).title, words.choices.done({ d: note, receipt })]).toEqual([
      "Called back.", "Note on #143: Done", "The note is on ticket #143.",
    ]);
  });
  test.each([made, noted])("$job that may be done: what to look for, and what sending again would lead to", (part) => {
    const asked = doubtful("cannot_tell", part);
    const finding = asked.finding;
    if (!finding) throw new Error("no finding");
    expect(words.choices.found({ delivery: asked, finding })).toMatch(sentence);
    expect(words.choices.found({ delivery: asked, finding })).not.toMatch(forbidden);
    expect(words.choices.files(asked)).toBe("");
    expect(words.choices.sendAgainText(asked)).toMatch(part === made ? /two such tickets/ : /on the ticket twice/);
  });
  test("a failure says what became of them", () => {
    for (const code of Object.values(codes)) {
      for (const effect of ["not_done", "may_be_done"] as const) {
        const failure = { ...code, effect, answer: null } as Failure;
        expect(words.failure(failure, "new_ticket").safe).toMatch(effect === "not_done" ? /No ticket was made/ : /may have been made/);
        expect(words.failure(failure, "note").safe).toMatch(effect === "not_done" ? /not added/ : /may have been added/);
      }
    }
  });
});

describe("every failure has words, whatever became of the ticket", () => {
  const effects: Effect[] = ["not_sent", "not_done", "may_be_done"];
  const all = Object.values(codes).flatMap((code) => effects.map((effect) => ({ ...code, effect, answer: null }) as Failure));
  test.each(all.map((failure) => [failure.code, failure.effect, failure] as const))("%s, %s", (_code, effect, failure) => {
    const { what, safe, next } = words.failure(failure);
    for (const sentence of [what, safe, next]) {
      expect(sentence).toMatch(/^\S.+[.]$/s);
      expect(sentence).not.toMatch(forbidden);
    }
    expect(safe).toMatch(effect === "not_sent" ? /^Nothing (was sent|reached the ticket)/ : effect === "not_done" ? /not changed/ : /may have been changed/);
  });
  test("no two codes read the same", () => {
    const sentences = Object.values(codes).map((code) => words.failure({ ...code, effect: "not_sent", answer: null, oversize: false }).what);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
