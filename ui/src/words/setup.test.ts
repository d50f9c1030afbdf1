import { describe, expect, test } from "vitest";
import { asRead } from "../../dev/asRead";
import { differences, preview, setupFaults, shownOtherwise, summary, unsealFaults } from "../../dev/setups";
import type { Provenance, Standing } from "../shell/types";
import { words } from "./words.svelte";

const w = words.setup;
const forbidden = /\b(schema|uuid|guid|tenant|organisation id|api|json|http|multipart|endpoint|payload|dto|header|undefined|null)\b|\[object/i;
const sentence = /^[“A-Z0-9].+[.]$/s;

describe("each way in which a file is no team setup has a sentence", () => {
  test.each(Object.values(setupFaults).map((fault) => [fault.code, fault] as const))("%s", (code, fault) => {
    expect(w.fault(fault)).toMatch(sentence);
    expect(w.fault(fault)).not.toMatch(forbidden);
    expect(w.where(fault)).toContain(code);
    expect(w.where(fault)).not.toContain("[object");
  });
  test("one of a newer app is told from a damaged one", () => {
    expect(w.fault(setupFaults.newer_version)).toContain("Update the app");
    expect(w.fault(setupFaults.damaged)).not.toContain("Update the app");
  });
});

test("each reason why sealed keys are not given has a sentence of its own", () => {
  const said = unsealFaults.map(w.unseal);
  for (const one of said) expect(one).toMatch(sentence);
  expect(new Set(said).size).toBe(unsealFaults.length);
});

describe("what a setup would set up", () => {
  test("the place comes first, with the organisation: it is what a person can check", () => {
    const seen = words.setupDetails.rows(preview()).map(({ what, is, was }) => [what, asRead(is), was]);
    expect(seen).toEqual([
      ["Tickets are at", "apigw.service-in.leadsquared.com", null],
      ["Organisation ID", "22824", null],
      ["Customers are looked up at", "api-in21.leadsquared.com", null],
    ]);
    expect(w.facts(preview()).map(asRead)).toEqual([
      "You see 12 fields that your team chose.",
      "It brings 2 presets: “On hold + papers” and “Closed, customer informed”.",
      "Files may have up to 20 MB, and only be of these kinds: PDF, JPG and PNG.",
      "The app makes at most 25 calls in 5 seconds.",
      "The keys come with it, under a passphrase.",
    ]);
  });
  test("what it does not set is not named", () => {
    const least = { ...summary, lead_host: null, fields: 0, presets: [], limits: { largest_file: null, endings: null }, has_sealed_keys: false };
    expect(w.facts(preview({ summary: least })).map(asRead)).toEqual([
      "You see the usual fields.",
      "The app makes at most 25 calls in 5 seconds.",
      "No keys are in it.",
    ]);
    expect(w.facts(preview({ summary: { ...least, limits: { largest_file: null, endings: ["pdf"] } } })).map(asRead)).toContain("Files may only be of these kinds: PDF.");
    expect(w.facts(preview({ summary: { ...least, limits: { largest_file: 1_000_000, endings: null } } })).map(asRead)).toContain("Files may have up to 1 MB.");
  });
  test("how it stands to what is here: an older one changes nothing, and one that parted asks", () => {
    const said = (standing: Standing) => w.standing(preview({ standing, account: "Acme", revisionHere: 4 }));
    const all: Standing[] = ["new", "joins", "newer", "same", "older", "parted", "leaps"];
    for (const standing of all) expect(said(standing)).toMatch(sentence);
    expect(new Set(all.map(said)).size).toBe(all.length);
    expect(said("older")).toContain("Nothing was changed.");
    expect(said("parted")).toContain("Ask which one holds.");
  });
});

test("a file that the team does not allow is named, with the limit", () => {
  expect(asRead(words.leftOut({ code: "larger_than_allowed", file: "Film.mp4", size: 41_000_000, most: 20_000_000 }))).toBe(
    "“Film.mp4” has 41 MB; your team sends files of at most 20 MB.",
  );
  expect(asRead(words.leftOut({ code: "kind_not_allowed", file: "Setup.exe", endings: ["pdf", "jpg"] }))).toBe(
    "“Setup.exe” is of a kind that your team does not send. It sends PDF and JPG.",
  );
});

describe("what a person must see before they take a setup", () => {
  const d = words.setupDetails;
  test("each kind of change is a sentence with what it was and will be", () => {
    const said = differences.map(d.difference).map(asRead);
    for (const one of said) expect(one).toMatch(sentence);
    expect(new Set(said).size).toBe(differences.length);
    expect(said).toContain("New preset “On hold + papers”: sets Status to “On Hold” and reminds of “The claim form.”.");
    expect(said).toContain("“Cc emails” (CcEmails) is called “Region” instead of “Cc emails”, is a list instead of a text, stands under “Place”, may not be emptied any more, offers “North”, which sends “a@example.org” and has other rules for what may be entered.");
  });
  test("a name or a value that is sent otherwise than it is shown has both", () => {
    expect(shownOtherwise.map(d.otherwise).map((said) => asRead(said ?? ""))).toEqual([
      "“Region” is the field CcEmails, which is usually called “Cc emails”.",
      "In Status, “Closed” sends “Open”. “Closed” is usually another value, “Closed”.",
    ]);
    expect(d.otherwise({ of: "field", name: "CcEmails", label: "Cc emails", usual: "CcEmails", name_of: null })).toBeNull();
  });
  test("each thing that a signature may say has its own sentence", () => {
    const all: Provenance[] = ["unknown", "first_key", "same_team", "other_key", "signature_missing", "signature_invalid"];
    expect(new Set(all.map((provenance) => d.provenance(preview({ provenance })))).size).toBe(all.length);
  });
});
