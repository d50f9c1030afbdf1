import { beforeEach, expect, test, vi } from "vitest";
import { preview, summary } from "../../dev/setups";
import type { GivenKeys, SetupPreview, SetupTaken } from "../shell/types";

const given: [GivenKeys, string][] = [];
const said: string[][] = [];
let answer: SetupTaken = { result: "nothing_to_take" };
vi.mock("../shell/commands", () => ({
  takeSetup: (_id: string, keys: GivenKeys, keep: string, confirmed: string[]) => {
    given.push([keys, keep]);
    said.push([...confirmed]);
    return Promise.resolve(answer);
  },
  leaveSetup: () => Promise.resolve(),
}));
vi.mock("../accounts/accounts.svelte", () => ({ accounts: { take: () => undefined } }));
vi.stubGlobal("document", { getElementById: () => null });
const { screen } = await import("../parts/screen.svelte");
const { setup } = await import("./setup.svelte");

const show = (part: Partial<SetupPreview>) => setup.show({ result: "previewed", preview: preview(part) });
beforeEach(() => {
  given.length = said.length = 0;
});

test("a passphrase is needed where the keys come with it, and either will do", async () => {
  show({});
  expect(setup.asks).toBe("passphrase");
  await setup.take("keychain");
  expect(setup.faultAt("setup-passphrase")?.code).toBe("passphrase_empty");
  expect(given).toEqual([]);
  setup.passphrase = "right horse battery";
  await setup.take("session");
  setup.instead = true;
  setup.accessKey = "a";
  setup.secretKey = "b";
  await setup.take("keychain");
  expect(given).toEqual([
    [{ given: "passphrase", passphrase: "right horse battery" }, "session"],
    [{ given: "both", access_key: "a", secret_key: "b" }, "keychain"],
  ]);
});

test("an update asks for nothing, and takes a passphrase where new keys come with it", async () => {
  show({ standing: "newer", keys: "none" });
  expect(setup.asks).toBe("may");
  await setup.take("keychain");
  show({ standing: "newer", keys: "none", summary: { ...summary, has_sealed_keys: false } });
  expect(setup.asks).toBe("none");
  await setup.take("keychain");
  expect(given.map(([keys]) => keys.given)).toEqual(["none", "none"]);
});

test("what may not be taken asks for no keys", () => {
  show({ standing: "older", keys: "both", mayBeTaken: false });
  expect(setup.asks).toBe("none");
  show({ standing: "same", keys: "passphrase" });
  expect(setup.asks).toBe("passphrase");
});

test("keys that were typed are gone from the screen once they were taken", async () => {
  show({ keys: "both" });
  setup.accessKey = "canary";
  answer = { result: "taken", overview: { accounts: [], current: "", firstStart: false, preferences: { theme: "system", keepDays: null, sendAtOnce: false, language: null }, settingsRescue: null } };
  await setup.take("keychain");
  expect(setup.accessKey).toBe("");
  expect(screen.opened.what).toBe("nothing");
});

test("another place and another team are each asked for by name, and once only", async () => {
  const newer = preview({ standing: "newer", keys: "none", account: "Acme", summary: { ...summary, has_sealed_keys: false }, confirm: ["place", "signature"], provenance: "other_key" });
  setup.show({ result: "previewed", preview: newer });
  const asked: string[] = [];
  const question = async (yes: boolean) => {
    await vi.waitFor(() => {
      expect(screen.question).not.toBeNull();
    });
    asked.push(screen.question?.title ?? "");
    screen.question?.answer(yes);
  };
  answer = { result: "unconfirmed", preview: newer };
  let taking = setup.take("keychain");
  await question(false);
  await taking;
  expect(said).toEqual([[]]);
  taking = setup.take("keychain");
  await question(true);
  answer = { result: "no_keychain", why: "" };
  await question(true);
  await taking;
  await setup.take("session");
  expect(said.slice(-2)).toEqual([["place", "signature"], ["place", "signature"]]);
  expect(new Set(asked).size).toBe(2);
});
