import "./style/tokens.css";
import "./style/base.css";
import { flushSync, mount } from "svelte";
import App from "./App.svelte";
import { accounts } from "./accounts/accounts.svelte";
import { draft } from "./draft/draft.svelte";
import { watchDragging } from "./draft/dragging.svelte";
import { history } from "./history/history.svelte";
import { report } from "./parts/trouble.svelte";
import * as shell from "./shell/commands";

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
// Everything is in its place; a window that is not shown yet paints nothing, so there is no frame to wait for.
flushSync();
shell.ready().catch(report);
void accounts.lookForKeys();
