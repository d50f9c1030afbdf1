// The one place where the screen talks to the shell: a function for each command, an event for each subscription.
import { Channel, invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type {
  AccountForm,
  Address,
  Attached,
  Attachment,
  Connection,
  Delivery,
  Draft,
  DraftFault,
  DraftText,
  Field,
  FilesOver,
  HistoryPage,
  Overview,
  Preferences,
  Progress,
  Saved,
  Sent,
  ShellError,
  UsedAgain,
} from "./types";

/** Tells the shell that the screen is painted and takes input; the window is shown then. */
export const ready = () => invoke<void>("ready");

export const overview = () => invoke<Overview>("overview");
/** Asks the keychain where the current account's keys are; may wait for a person to unlock it. */
export const lookForKeys = () => invoke<Overview>("look_for_keys");
export const chooseAccount = (id: string) => invoke<Overview>("choose_account", { id });
export const saveAccount = (form: AccountForm) => invoke<Saved>("save_account", { form });
export const removeAccount = (id: string) => invoke<Overview>("remove_account", { id });
/** Null where the text is no address. */
export const readAddress = (text: string) => invoke<Address | null>("read_address", { text });
export const tryConnection = (form: AccountForm) => invoke<Connection>("try_connection", { form });
export const setPreferences = (preferences: Preferences) => invoke<Overview>("set_preferences", { preferences });

export const fields = () => invoke<Field[]>("fields");
export const draft = () => invoke<Draft>("draft");
export const saveDraft = (text: DraftText) => invoke<void>("save_draft", { text });
export const checkDraft = (text: DraftText) => invoke<DraftFault[]>("check_draft", { text });
/** Opens the system's file dialog. */
export const chooseFiles = () => invoke<Attached>("choose_files");
export const detach = (id: number) => invoke<Attachment[]>("detach", { id });

export const updateTicket = (text: DraftText, onProgress: (progress: Progress) => void) => {
  const progress = new Channel<Progress>();
  progress.onmessage = onProgress;
  return invoke<Sent>("update_ticket", { text, progress });
};
export const cancel = () => invoke<void>("cancel");

export const history = (before: number | null) => invoke<HistoryPage>("history", { before });
export const delivery = (id: number) => invoke<Delivery>("delivery", { id });
/** Puts a delivery's changes and files into the draft; files that are gone or changed are named in `left`. */
export const useAgain = (id: number) => invoke<UsedAgain>("use_again", { id });

export const onFilesOver = (seen: (over: FilesOver) => void): Promise<UnlistenFn> =>
  listen<FilesOver>("files-over", (event) => seen(event.payload));
/** Something failed that no command was waiting for. */
export const onShellFailed = (seen: (error: ShellError) => void): Promise<UnlistenFn> =>
  listen<ShellError>("shell-failed", (event) => seen(event.payload));
export const onFilesDropped = (seen: (attached: Attached) => void): Promise<UnlistenFn> =>
  listen<Attached>("files-dropped", (event) => seen(event.payload));
