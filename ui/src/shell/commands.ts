// The one place where the screen talks to the shell: a function for each command, an event for each subscription.
import { Channel, invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type {
  AccountForm,
  Address,
  Attached,
  CloseHow,
  Closing,
  Connection,
  Delivery,
  DeliveryProgress,
  DeliveryWhole,
  Draft,
  DraftFault,
  DraftFiles,
  DraftText,
  Exported,
  FieldsAnswer,
  FilesOver,
  GivenKeys,
  KeepKeys,
  Folder,
  LeadsAnswer,
  Opened,
  OutboxAccount,
  OutboxPage,
  OutboxTop,
  Overview,
  Pasted,
  Preferences,
  Preset,
  Presets,
  PresetsSaved,
  PutBack,
  Query,
  Renamed,
  Rescue,
  Saved,
  SeenTicket,
  Sent,
  SetupForm,
  SetupOpened,
  SetupSaved,
  SetupTaken,
  SetupToSave,
  ShellError,
  Storage,
  Copying,
  TicketAnswer,
  UsedAgain,
  Wish,
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

/** The best that are known now; where more can be learnt it is, and an event tells. */
export const fields = () => invoke<FieldsAnswer>("fields");
export const lastUsed = () => invoke<Record<string, string[]>>("last_used");
export const presets = () => invoke<Presets>("presets");
/** All of the person's own, in their order. */
export const savePresets = (own: Preset[]) => invoke<PresetsSaved>("save_presets", { own });
/** Opens the system's file dialog, and the team setup that is chosen; nothing is changed by it. */
export const openSetup = () => invoke<SetupOpened>("open_setup");
/** Sets up what was opened last. With a passphrase it takes a second. */
export const takeSetup = (given: GivenKeys, keep: KeepKeys) => invoke<SetupTaken>("take_setup", { given, keep });
export const leaveSetup = () => invoke<void>("leave_setup");
export const setupForm = (id: string) => invoke<SetupForm>("setup_form", { id });
/** Opens the system's save dialog. Sealing the keys takes a second. */
export const saveSetup = (setup: SetupToSave) => invoke<SetupSaved>("save_setup", { setup });
/** The first that was asked from outside the window and is not done; null where there is nothing more. */
export const nextWish = () => invoke<Wish | null>("next_wish");
/** Adds the files of the draft that was asked for last; the draft that is there is emptied before if it is to be `anew`. */
export const fulfilWish = (anew: boolean) => invoke<UsedAgain>("fulfil_wish", { anew });

export const draft = () => invoke<Draft>("draft");
export const saveDraft = (text: DraftText) => invoke<void>("save_draft", { text });
export const checkDraft = (text: DraftText) => invoke<DraftFault[]>("check_draft", { text });
/** Opens the system's file dialog. */
export const chooseFiles = () => invoke<Attached>("choose_files");
/** It can be put back until the draft is sent, or until some others were taken out after it. */
export const detach = (id: number) => invoke<DraftFiles>("detach", { id });
export const putBack = (id: number) => invoke<PutBack>("put_back", { id });
/** As it will be called on the ticket. */
export const renameFile = (id: number, name: string) => invoke<Renamed>("rename_file", { id, name });
/** `to` counts from 0. */
export const moveFile = (id: number, to: number) => invoke<DraftFiles>("move_file", { id, to });

/** Adds what lies in the clipboard; a picture is called so. */
export const paste = (name: string) => invoke<Pasted>("paste", { name });

/** Opens the system's dialog for folders; null where none was chosen. */
export const chooseFolder = () => invoke<Folder | null>("choose_folder");
/** `chosen` are numbers of files in the listing. */
export const addFromFolder = (listing: number, chosen: number[]) => invoke<Attached>("add_from_folder", { listing, chosen });

/** In the system's own viewer. */
export const openFile = (id: number) => invoke<Opened>("open_file", { id });
/** As PNG; empty where there is none. */
export const thumbnail = (id: number) => invoke<ArrayBuffer>("thumbnail", { id });

/** Answered from the app's memory where it was read a short while ago, unless it is to be `fresh`. */
export const readTicket = (number: string, fresh: boolean) => invoke<TicketAnswer>("read_ticket", { number, fresh });
/** What is kept of it, however old; the ticket system is not asked. */
export const keptTicket = (number: string) => invoke<SeenTicket | null>("kept_ticket", { number });
export const findLeads = (email: string) => invoke<LeadsAnswer>("find_leads", { email });
/** The current account may be allowed to read tickets by now. */
export const tryTicketAgain = () => invoke<Overview>("try_ticket_again");

/** Resolves once the app has its own copies of the files and the delivery exists; what becomes of it comes by events. */
export const send = (text: DraftText, onTaking: (taking: Copying) => void) => {
  const taking = new Channel<Copying>();
  taking.onmessage = onTaking;
  return invoke<Sent>("send", { text, taking });
};
export const stopTaking = () => invoke<void>("stop_taking");

/** One that waits is cancelled at once; one that is being sent is stopped, and an event tells what became of it. */
export const cancel = (id: number) => invoke<void>("cancel", { id });
export const itWasDone = (id: number) => invoke<Delivery>("it_was_done", { id });
export const sendAgain = (id: number) => invoke<Delivery>("send_again", { id });
/** A refused one no longer needs the person. */
export const leave = (id: number) => invoke<Delivery>("leave", { id });
/** Reads the ticket again for one that may be done. */
export const lookAtTicket = (id: number) => invoke<Delivery>("look_at_ticket", { id });
/** Puts a delivery's changes and files into the draft; files that are gone or changed are named in `left`. */
export const useAgain = (id: number) => invoke<UsedAgain>("use_again", { id });

export const outboxTop = () => invoke<OutboxTop>("outbox_top");
export const outboxPage = (query: Query, before: number | null) => invoke<OutboxPage>("outbox_page", { query, before });
export const delivery = (id: number) => invoke<DeliveryWhole>("delivery", { id });
export const outboxAccounts = () => invoke<OutboxAccount[]>("outbox_accounts");
/** Opens the system's save dialog. */
export const exportCsv = (query: Query, name: string) => invoke<Exported>("export_csv", { query, name });

export const storage = () => invoke<Storage>("storage");
export const rescue = () => invoke<Rescue | null>("rescue");
export const closeWindow = (how: CloseHow) => invoke<void>("close_window", { how });
/** The person does not want to close the window after all. */
export const stay = () => invoke<void>("stay");
/** A notice by the system; the shell shows none while the person looks at the window. */
export const notify = (title: string, text: string) => invoke<void>("notify", { title, text });
/** Starts the app anew, when another one had the outbox. */
export const restart = () => invoke<void>("restart");

/** A delivery is new or changed. */
export const onOutboxChanged = (seen: (delivery: Delivery) => void): Promise<UnlistenFn> =>
  listen<Delivery>("outbox-changed", (event) => seen(event.payload));
/** At most 20 a second for each delivery. */
export const onOutboxProgress = (seen: (progress: DeliveryProgress) => void): Promise<UnlistenFn> =>
  listen<DeliveryProgress>("outbox-progress", (event) => seen(event.payload));
/** Old ones were removed, as the settings say. */
export const onOutboxRemoved = (seen: (ids: number[]) => void): Promise<UnlistenFn> =>
  listen<number[]>("outbox-removed", (event) => seen(event.payload));
/** The window was asked to close while something is on its way. */
export const onClosing = (seen: (closing: Closing) => void): Promise<UnlistenFn> =>
  listen<Closing>("closing", (event) => seen(event.payload));
export const onFilesOver = (seen: (over: FilesOver) => void): Promise<UnlistenFn> =>
  listen<FilesOver>("files-over", (event) => seen(event.payload));
/** An account has told its fields; carries its id. */
export const onFieldsRead = (seen: (account: string) => void): Promise<UnlistenFn> =>
  listen<string>("fields-read", (event) => seen(event.payload));
/** Something is asked from outside the window. */
export const onWishes = (seen: () => void): Promise<UnlistenFn> => listen("wishes", () => seen());
/** Something failed that no command was waiting for. */
export const onShellFailed = (seen: (error: ShellError) => void): Promise<UnlistenFn> =>
  listen<ShellError>("shell-failed", (event) => seen(event.payload));
export const onFilesDropped = (seen: (attached: Attached) => void): Promise<UnlistenFn> =>
  listen<Attached>("files-dropped", (event) => seen(event.payload));
/** Folders were dropped or pasted: none of their files is added yet. */
export const onFolderListed = (seen: (folder: Folder) => void): Promise<UnlistenFn> =>
  listen<Folder>("folder-listed", (event) => seen(event.payload));
