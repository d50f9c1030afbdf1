import "./style/tokens.css";
import "./style/base.css";
import "./style/scripts.css";
import { flushSync, mount } from "svelte";
import { accounts } from "./accounts/accounts.svelte";
import { watchDragging } from "./draft/dragging.svelte";
import { watchFields } from "./draft/readFields";
import App from "./frame/App.svelte";
import { start } from "./frame/start.svelte";
import { watchOutbox } from "./frame/watch";
import { launchRequests } from "./frame/launchRequests.svelte";
import { report } from "./parts/trouble.svelte";
import * as shell from "./shell/commands";
import { languageFor, speak } from "./words/words.svelte";

// What the person chose comes with the accounts.
const system = speak(languageFor(navigator.languages));
// A test asks for the language that nobody speaks.
addEventListener("speak", (event) => void speak(languageFor([String((event as CustomEvent).detail)])));

watchDragging();
watchFields();
shell.onLaunchRequested(() => void launchRequests.look()).catch(report);
await Promise.all([watchOutbox(), start.look(), system]);

const target = document.getElementById("app");
if (target) mount(App, { target });
// Everything is in its place; a window that is not shown yet paints nothing, so there is no frame to wait for.
flushSync();
shell.ready().catch(report);
if (!start.inUse) void accounts.lookForKeys();
