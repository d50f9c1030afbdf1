import { beforeEach, expect, test, vi } from "vitest";
import { emptyDraft, filled } from "../../dev/samples";
import { preview } from "../../dev/setups";
import type { Draft, LaunchRequest } from "../shell/types";

let waiting: LaunchRequest[] = [];
let kept: Draft = emptyDraft;
const fulfilled: boolean[] = [];
vi.mock("../shell/commands", () => ({
  ticketOfFiles: () => Promise.resolve(null),
  nextLaunchRequest: () => Promise.resolve(waiting.shift() ?? null),
  addLaunchedFiles: (anew: boolean) => {
    fulfilled.push(anew);
    if (anew) kept = emptyDraft;
    return Promise.resolve({ draft: kept, attached: { attachments: filled.attachments, added: 3, left: [], asked: [] } });
  },
  saveDraft: () => Promise.resolve(),
  leaveSetup: () => Promise.resolve(),
}));
vi.mock("../accounts/accounts.svelte", () => ({ accounts: {} }));
vi.mock("./start.svelte", () => ({ start: { inUse: false } }));
vi.stubGlobal("document", { getElementById: () => null });
const { draft } = await import("../draft/draft.svelte");
const { screen } = await import("../parts/screen.svelte");
const { setup } = await import("../setup/setup.svelte");
const { launchRequests } = await import("./launchRequests.svelte");

const settle = () => new Promise((done) => setTimeout(done));
beforeEach(() => {
  waiting = [];
  fulfilled.length = 0;
  kept = emptyDraft;
  draft.take(emptyDraft);
  screen.close();
});

test("a number and files fill an empty draft, and nothing is asked", async () => {
  waiting = [{ request: "draft", ticket: "143", files: 3 }];
  await launchRequests.look();
  expect(fulfilled).toEqual([false]);
  expect(draft.number).toBe("143");
  expect(draft.attachments).toHaveLength(3);
});

test("files alone are added, whatever ticket is typed", async () => {
  draft.ticket = "99";
  waiting = [{ request: "draft", ticket: null, files: 3 }];
  await launchRequests.look();
  expect(screen.question).toBeNull();
  expect(draft.number).toBe("99");
});

test("the ticket that is typed already is not asked about, and stays as it was typed", async () => {
  draft.ticket = "#143";
  waiting = [{ request: "draft", ticket: "143", files: 0 }];
  await launchRequests.look();
  expect(screen.question).toBeNull();
  expect(draft.ticket).toBe("#143");
});

test("a draft for another ticket stays as it is unless the person says so", async () => {
  kept = { ...filled, ticket: "99" };
  draft.take(kept);
  waiting = [{ request: "draft", ticket: "143", files: 1 }, { request: "draft", ticket: "144", files: 1 }];
  const looked = launchRequests.look();
  await settle();
  expect(screen.question?.text).toContain("an update of #99, with 2 changes and 3 files");
  screen.question?.answer(false);
  await settle();
  expect(draft.number).toBe("99");
  expect(draft.lines).toHaveLength(2);
  expect(fulfilled).toEqual([]);
  screen.question?.answer(true);
  await looked;
  expect(fulfilled).toEqual([true]);
  expect(draft.number).toBe("144");
  expect(draft.lines).toHaveLength(0);
});

test("a setup waits until what is open is closed", async () => {
  screen.open({ what: "account", id: null });
  waiting = [{ request: "setup", opened: { result: "previewed", preview: preview() } }];
  await launchRequests.look();
  expect(waiting).toHaveLength(1);
  screen.close();
  await launchRequests.look();
  expect(screen.opened.what).toBe("setup");
  expect(setup.preview?.summary.name).toBe("Support, Pune");
});

test("a link that asks for more is said, and nothing else happens", async () => {
  waiting = [{ request: "strange_link" }];
  await launchRequests.look();
  expect(launchRequests.strangeLink).toBe(true);
  expect(draft.empty).toBe(true);
});
