import "./style/tokens.css";
import "./style/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { accounts } from "./accounts/accounts.svelte";
import { draft } from "./draft/draft.svelte";
import { watchDragging } from "./draft/dragging.svelte";
import { history } from "./history/history.svelte";
import { report } from "./parts/trouble.svelte";
import * as shell from "./shell/commands";

/** Settles after the next two frames; a window that is not shown yet may draw none, so not later than a moment on. */
const painted = () =>
  Promise.race([
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    new Promise((done) => setTimeout(done, 150)),
  ]);

// All at once: the slowest of the four is how long it takes.
const first = [
  shell.overview().then((overview) => accounts.take(overview)),
  shell.fields().then((fields) => draft.takeFields(fields)),
  shell.draft().then((saved) => draft.take(saved)),
  shell.history(null).then((page) => history.take(page)),
];
watchDragging();
const known = await Promise.allSettled(first);
for (const one of known) if (one.status === "rejected") report(one.reason);

const target = document.getElementById("app");
if (target) mount(App, { target });
await painted();
shell.ready().catch(report);
