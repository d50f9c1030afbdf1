// Generated from the Rust sources; do not edit: `UPDATE_SCREEN=1 cargo test --test screen` writes this file.
import { Channel, invoke } from "@tauri-apps/api/core";
import { listen, type UnlistenFn } from "@tauri-apps/api/event";
import type {
  AccountForm,
  Adding,
  Address,
  AlreadyThere,
  Attached,
  Change,
  CloseHow,
  Closing,
  Confirmation,
  Connection,
  Copying,
  Delivery,
  DeliveryProgress,
  DeliveryWhole,
  DeskError,
  Draft,
  DraftFault,
  DraftFiles,
  DraftText,
  ExportWords,
  Exported,
  FieldsAnswer,
  FileShown,
  FilesLooked,
  FilesOver,
  Folder,
  GivenKeys,
  KeepKeys,
  KeysHint,
  KeysToAsk,
  LaunchRequest,
  LeadsAnswer,
  NamedTicket,
  OutboxAccount,
  OutboxPage,
  OutboxTop,
  Overview,
  OwnerAnswer,
  Passphrase,
  PasteInto,
  Pasted,
  Picture,
  Preferences,
  Preset,
  Presets,
  PresetsSaved,
  ProxySignIn,
  PutBackLooked,
  Query,
  RecentTicket,
  Region,
  Removable,
  Removal,
  Renamed,
  Rescue,
  RestoredFile,
  Saved,
  SeenTicket,
  Sent,
  SetAside,
  SetupForm,
  SetupOpened,
  SetupSaved,
  SetupTaken,
  SetupToSave,
  SigningKeyMoved,
  SizeBounds,
  Storage,
  TicketAnswer,
  Undone,
  UsedAgain,
} from "./types";

/** Tells the shell that the screen is painted and takes input; the window is shown then. */
export const ready = () => invoke<void>("ready");

/** The accounts and preferences, as far as they are known without asking anybody. */
export const overview = () => invoke<Overview>("overview");

/** Asks the keychain where the current account's keys are; may wait for a person to unlock it. */
export const lookForKeys = () => invoke<Overview>("look_for_keys");

/** The person does not wait any longer for the keychain: it is taken for locked. */
export const giveUpKeychain = () => invoke<void>("give_up_keychain");

/** Makes an account the current one. */
export const chooseAccount = (id: string) => invoke<Overview>("choose_account", { id });

/** Saves a new account, or one that was changed. */
export const saveAccount = (form: AccountForm) => invoke<Saved>("save_account", { form });

/** Removes an account and everything that is kept of it, but its deliveries. */
export const removeAccount = (id: string) => invoke<Overview>("remove_account", { id });

/** Null where the text is no address. */
export const readAddress = (text: string) => invoke<Address | null>("read_address", { text });

/** The number of the ticket that a text means; null where it means none or several. */
export const readNumber = (text: string) => invoke<string | null>("read_number", { text });

/** The ticket that files' names name; null where they name none or several. */
export const ticketOfFiles = (names: Array<string>) => invoke<NamedTicket | null>("ticket_of_files", { names });

/** The ticket that a text names that was dropped beside the boxes; null where it names none or several. */
export const ticketOfText = (text: string) => invoke<NamedTicket | null>("ticket_of_text", { text });

/** The vendor's regions, each with its hosts. */
export const regions = () => invoke<Array<Region>>("regions");

/** The oddity of two keys; null where there is none. Nobody is asked. */
export const keysHint = (keys: KeysToAsk) => invoke<KeysHint | null>("keys_hint", { keys });

/** Asks a lead host, with the person's leave, whose two keys are. Nothing is saved. */
export const keysOwner = (keys: KeysToAsk) => invoke<OwnerAnswer>("keys_owner", { keys });

/** Asks the server of a form whether it knows the account. Nothing is saved. */
export const tryConnection = (form: AccountForm) => invoke<Connection>("try_connection", { form });

/** Keeps what a person likes. */
export const setPreferences = (preferences: Preferences) => invoke<Overview>("set_preferences", { preferences });

/** The best that are known now; where more can be learnt it is, and an event tells. */
export const fields = () => invoke<FieldsAnswer>("fields");

/** The values that were sent last from the current account, newest first, by field. */
export const lastUsed = () => invoke<{ [key in string]: Array<string> }>("last_used");

/** The presets of the current account. */
export const presets = () => invoke<Presets>("presets");

/** All of the person's own, in their order. */
export const savePresets = (own: Array<Preset>) => invoke<PresetsSaved>("save_presets", { own });

/** Opens the system's file dialog, and the team setup that is chosen; nothing is changed by it. */
export const openSetup = () => invoke<SetupOpened>("open_setup");

/** Sets up what was opened under that ID. With a passphrase it takes a second. */
export const takeSetup = (id: string, given: GivenKeys, keep: KeepKeys, confirmed: Array<Confirmation>) => invoke<SetupTaken>("take_setup", { id, given, keep, confirmed });

/** The person does not want the setup that was opened under that ID. */
export const leaveSetup = (id: string) => invoke<void>("leave_setup", { id });

/** The form's first content when an account's team setup is saved. */
export const setupForm = (id: string) => invoke<SetupForm>("setup_form", { id });

/** Opens the system's save dialog. Sealing the keys takes a second. */
export const saveSetup = (setup: SetupToSave) => invoke<SetupSaved>("save_setup", { setup });

/** Opens the system's save dialog, for a file with the key that signs an account's setup. Sealing it takes a second. */
export const exportSigningKey = (id: string, passphrase: Passphrase) => invoke<SigningKeyMoved>("export_signing_key", { id, passphrase });

/** Opens the system's file dialog, for the key that another administrator gave away. */
export const importSigningKey = (id: string, passphrase: Passphrase) => invoke<SigningKeyMoved>("import_signing_key", { id, passphrase });

/** The first that was asked from outside the window and is not done; null where there is nothing more. */
export const nextLaunchRequest = () => invoke<LaunchRequest | null>("next_launch_request");

/** Adds the files of the draft that was asked for last; the draft that is there is emptied before if it is to be `anew`. */
export const addLaunchedFiles = (anew: boolean) => invoke<UsedAgain>("add_launched_files", { anew });

/** The draft as it was left. */
export const draft = () => invoke<Draft>("draft");

/** Keeps what was typed. */
export const saveDraft = (text: DraftText) => invoke<void>("save_draft", { text });

/** Everything that keeps a text from being sent with the draft's files. */
export const checkDraft = (text: DraftText) => invoke<Array<DraftFault>>("check_draft", { text });

/** The form in which a field's value would be sent; null where it cannot be sent so. */
export const readValue = (change: Change) => invoke<string | null>("read_value", { change });

/** Opens the system's file dialog. */
export const chooseFiles = () => invoke<Attached>("choose_files");

/** Files of the draft with these numbers that went to the ticket before, or are on their way there. */
export const alreadyThere = (ticket: string, files: Array<number>) => invoke<Array<AlreadyThere>>("already_there", { ticket, files });

/** A file taken out: it can be put back until the draft is sent, or until some others were taken out after it. */
export const detach = (id: number) => invoke<DraftFiles>("detach", { id });

/** Puts a file back that was taken out. */
export const restoreFile = (id: number) => invoke<RestoredFile>("restore_file", { id });

/** As it will be called on the ticket. */
export const renameFile = (id: number, name: string) => invoke<Renamed>("rename_file", { id, name });

/** `to` counts from 0. */
export const moveFile = (id: number, to: number) => invoke<DraftFiles>("move_file", { id, to });

/** Adds what lies in the clipboard, as it is meant there; a picture is called so. */
export const paste = (name: string, into: PasteInto) => invoke<Pasted>("paste", { name, into });

/** Opens the system's dialog for folders; null where none was chosen. */
export const chooseFolder = () => invoke<Folder | null>("choose_folder");

/** `chosen` are numbers of files in the listing. */
export const addFromFolder = (listing: number, chosen: Array<number>) => invoke<Attached>("add_from_folder", { listing, chosen });

/** In the system's own viewer. */
export const openFile = (id: number) => invoke<FileShown>("open_file", { id });

/** As PNG; empty where there is none. */
export const thumbnail = (id: number) => invoke<Picture>("thumbnail", { id });

/** Answered from the app's memory where it was read a short while ago, unless it is to be `fresh`. */
export const readTicket = (number: string, fresh: boolean) => invoke<TicketAnswer>("read_ticket", { number, fresh });

/** A ticket as it is kept, however old; the ticket system is not asked. */
export const keptTicket = (number: string) => invoke<SeenTicket | null>("kept_ticket", { number });

/** Looks for leads by email, where the current account says that they are. */
export const findLeads = (email: string) => invoke<LeadsAnswer>("find_leads", { email });

/** The current account may be allowed to read tickets by now. */
export const tryTicketAgain = () => invoke<Overview>("try_ticket_again");

/** Resolves once the app has its own copies of the files and the delivery exists; what becomes of it comes by events. `in_parts`: an update that is too large for one goes as several. */
export const updateTicket = (text: DraftText, inParts: boolean, onCopying: (copying: Copying) => void) => {
  const copying = new Channel<Copying>();
  copying.onmessage = onCopying;
  return invoke<Sent>("update_ticket", { text, inParts, copying });
};

/** Stops the copying of files. Nothing is sent then. */
export const stopCopying = () => invoke<void>("stop_copying");

/** Adds files that were asked about, by their numbers. */
export const addAllTheSame = (numbers: Array<number>) => invoke<Attached>("add_all_the_same", { numbers });

/** Takes a file that was changed since it was added as it is now. */
export const takeAsItIs = (id: number) => invoke<RestoredFile>("take_as_it_is", { id });

/** Stops adding files: what is not there yet is not added. */
export const stopAdding = () => invoke<void>("stop_adding");

/** A delivery's stop: one that waits is cancelled at once; of one that is being sent an event tells what became of it. */
export const cancel = (id: number) => invoke<void>("cancel", { id });

/** A person says that a delivery was done. */
export const itWasDone = (id: number) => invoke<Delivery>("it_was_done", { id });

/** A person wants a delivery to be sent again. */
export const sendAgain = (id: number) => invoke<Delivery>("send_again", { id });

/** Name and password for the proxy before the ticket system. False: the keychain did not take them. */
export const signInToProxy = (given: ProxySignIn) => invoke<boolean>("sign_in_to_proxy", { given });

/** A waiting delivery, tried at once, after a person has mended the way. */
export const tryNow = (id: number) => invoke<Delivery>("try_now", { id });

/** Takes back what is held back after Send. `replace`: what was put together since is given up for it. */
export const undo = (id: number, replace: boolean) => invoke<Undone>("undo", { id, replace });

/** Reads the ticket of a done update anew: what each field was, what was set, what it is now. */
export const lookBeforePuttingBack = (id: number) => invoke<PutBackLooked>("look_before_putting_back", { id });

/** Sends off a delivery that sets these fields to what they were before that update, where nobody changed them since. */
export const putBack = (id: number, fields: Array<string>) => invoke<Delivery>("put_back", { id, fields });

/** A held-back delivery goes at once. */
export const sendNow = (id: number) => invoke<Delivery>("send_now", { id });

/** A person wants a refused update to be sent as several smaller ones. */
export const split = (id: number) => invoke<Array<Delivery>>("split", { id });

/** The largest request of the current account that passed, and the smallest that was refused for its size. */
export const sizeBounds = () => invoke<SizeBounds>("size_bounds");

/** The last ticket of the customer for whom this draft would make a new one, where this app knows a recent one. */
export const recentTicket = (text: DraftText) => invoke<RecentTicket | null>("recent_ticket", { text });

/** A person wants a delivery that waits to be sent to where its account is now. */
export const sendToNewPlace = (id: number) => invoke<Delivery>("send_to_new_place", { id });

/** Sends all of an account's deliveries that wait to where the account is now; how many were for another place. */
export const sendAllToNewPlace = (account: string) => invoke<number>("send_all_to_new_place", { account });

/** How many of an account's deliveries are still to be sent. */
export const waitingOf = (account: string) => invoke<number>("waiting_of", { account });

/** Looks for a delivery's files on its ticket, as far as the account shows them. Nothing is kept of it. */
export const lookForFiles = (id: number) => invoke<FilesLooked>("look_for_files", { id });

/** Opens the tickets of a delivery's customer in the browser; false where nobody knows their address. */
export const showTickets = (id: number) => invoke<boolean>("show_tickets", { id });

/** The outbox came from another computer, and is this one's from now on: what waits goes. */
export const sendFromHere = () => invoke<void>("send_from_here");

/** A refused one no longer needs the person. */
export const leave = (id: number) => invoke<Delivery>("leave", { id });

/** Reads the ticket again for one that may be done. */
export const lookAtTicket = (id: number) => invoke<Delivery>("look_at_ticket", { id });

/** Puts a delivery's changes and files into the draft; files that are gone or changed are named in `left`. */
export const useAgain = (id: number) => invoke<UsedAgain>("use_again", { id });

/** The part above the list. */
export const outboxTop = () => invoke<OutboxTop>("outbox_top");

/** One page of the list: the newest `before` a delivery's number, or of all. */
export const outboxPage = (query: Query, before: number | null) => invoke<OutboxPage>("outbox_page", { query, before });

/** A delivery with its attempts. */
export const delivery = (id: number) => invoke<DeliveryWhole>("delivery", { id });

/** The accounts that deliveries were sent off under. */
export const outboxAccounts = () => invoke<Array<OutboxAccount>>("outbox_accounts");

/** Opens the system's save dialog. */
export const exportCsv = (query: Query, name: string, words: ExportWords) => invoke<Exported>("export_csv", { query, name, words });

/** How much room the outbox takes, and where it lies. */
export const storage = () => invoke<Storage>("storage");

/** The damage that was found in the database at the start, if any was. */
export const rescue = () => invoke<Rescue | null>("rescue");

/** A removal's takings, and what it would leave. */
export const removable = (removal: Removal) => invoke<Removable>("removable", { removal });

/** Removes it, for good; the tickets are not changed. */
export const remove = (removal: Removal) => invoke<void>("remove", { removal });

/** The damaged lists that rescues have set aside, the newest first. */
export const setAside = () => invoke<Array<SetAside>>("set_aside");

/** Removes one of them, for good; the others are the answer. */
export const removeSetAside = (name: string) => invoke<Array<SetAside>>("remove_set_aside", { name });

/** Closes the window while something is on its way, as the person wants it. */
export const closeWindow = (how: CloseHow) => invoke<void>("close_window", { how });

/** The person does not want to close the window after all. */
export const stay = () => invoke<void>("stay");

/** A notice by the system; the shell shows none while the person looks at the window. */
export const notify = (title: string, text: string) => invoke<void>("notify", { title, text });

/** Starts the app anew, when another one had the outbox. */
export const restart = () => invoke<void>("restart");

/** A delivery is new or changed. */
export const onOutboxChanged = (hear: (told: Delivery) => void): Promise<UnlistenFn> =>
  listen<Delivery>("OutboxChanged", (event) => hear(event.payload));

/** How far a delivery has come, at most 20 times a second for each. */
export const onOutboxProgress = (hear: (told: DeliveryProgress) => void): Promise<UnlistenFn> =>
  listen<DeliveryProgress>("OutboxProgress", (event) => hear(event.payload));

/** Old deliveries were removed, as the settings say; their numbers. */
export const onOutboxRemoved = (hear: (told: Array<number>) => void): Promise<UnlistenFn> =>
  listen<Array<number>>("OutboxRemoved", (event) => hear(event.payload));

/** Something failed that no command was waiting for. */
export const onFailed = (hear: (told: DeskError) => void): Promise<UnlistenFn> =>
  listen<DeskError>("Failed", (event) => hear(event.payload));

/** An account has told its fields; the account's id. */
export const onFieldsRead = (hear: (told: string) => void): Promise<UnlistenFn> =>
  listen<string>("FieldsRead", (event) => hear(event.payload));

/** The keychain has not answered for a while: it may be waiting for the person. Or it has, or nobody waits any more. */
export const onKeychainWaits = (hear: (told: boolean) => void): Promise<UnlistenFn> =>
  listen<boolean>("KeychainWaits", (event) => hear(event.payload));

/** Something is asked from outside the window. */
export const onLaunchRequested = (hear: () => void): Promise<UnlistenFn> =>
  listen("LaunchRequested", () => hear());

/** The window was asked to close while something is on its way. */
export const onClosing = (hear: (told: Closing) => void): Promise<UnlistenFn> =>
  listen<Closing>("Closing", (event) => hear(event.payload));

/** Files hang over the window, or no longer do. */
export const onFilesOver = (hear: (told: FilesOver) => void): Promise<UnlistenFn> =>
  listen<FilesOver>("FilesOver", (event) => hear(event.payload));

/** Files are being looked at and copied to be added; null when that is over. */
export const onAddingFiles = (hear: (told: Adding | null) => void): Promise<UnlistenFn> =>
  listen<Adding | null>("AddingFiles", (event) => hear(event.payload));

/** Files were dropped, and this came of adding them. */
export const onFilesDropped = (hear: (told: Attached) => void): Promise<UnlistenFn> =>
  listen<Attached>("FilesDropped", (event) => hear(event.payload));

/** Folders were dropped or pasted: none of their files is added yet. */
export const onFolderListed = (hear: (told: Folder) => void): Promise<UnlistenFn> =>
  listen<Folder>("FolderListed", (event) => hear(event.payload));
