// Generated from the Rust types by `cargo test --test screen_types`; do not edit by hand.

/** A field and its new value. */
export type Change = { field: string; value: string };

/** A file of a draft, as it was when it was attached. */
export type Attachment = { id: number; name: string; path: string; size: number; kind: FileKind };
export type FileKind = "picture" | "pdf" | "archive" | "text" | "table" | "document" | "sound" | "video" | "other";

/** What a person is putting together; typed text is kept exactly as typed. */
export type Draft = { ticket: string; lead: string; changes: Change[]; attachments: Attachment[] };
/** The typed part of a draft; attachments are added and removed by commands of their own. */
export type DraftText = { ticket: string; lead: string; changes: Change[] };

/** What came of adding files: the draft's attachments after it, and what was not added. */
export type Attached = { attachments: Attachment[]; added: number; left: LeftOut[] };
export type LeftOut =
  | { code: "already_attached"; file: string }
  | { code: "same_content"; file: string; as: string }
  | { code: "file_missing"; file: string }
  | { code: "file_unreadable"; file: string; why: string }
  | { code: "file_not_regular"; file: string; kind: NotRegular };
export type NotRegular = "folder" | "pipe" | "device" | "other";

/** What happens over the window while files are dragged onto it. Event "files-over". */
export type FilesOver = "over" | "left" | "dropped";
// Event "files-dropped" carries an Attached.

/** Where a fault of the draft stands. `change` counts from 0. */
export type DraftFault =
  | { code: "ticket_empty" }
  | { code: "ticket_not_a_number"; given: string }
  | { code: "lead_empty" }
  | { code: "lead_not_an_id"; given: string }
  | { code: "field_empty"; change: number }
  | { code: "field_twice"; change: number; field: string }
  | { code: "value_not_a_time"; change: number; given: string }
  | { code: "nothing_to_send" };

export type FieldKind = "list" | "text" | "long_text" | "time" | "emails" | "tags";
/** A field the screen offers; `values` are suggestions, an account may have others. */
export type Field = { name: string; kind: FieldKind; values: string[] };

export type KeysState =
  /** In the system's keychain. */
  | "saved"
  /** Kept until the app is closed. */
  | "session"
  /** None were ever given for this account on this computer. */
  | "missing"
  /** They were saved, but the keychain is locked (it answers as if nothing were saved). */
  | "locked"
  /** They were saved, but this computer has no keychain running now. */
  | "no_keychain";
export type Account = {
  id: string;
  name: string;
  practice: boolean;
  host: string;
  organisation: string;
  callsPerWindow: number;
  keys: KeysState;
};
export type Theme = "system" | "light" | "dark";
export type Preferences = { theme: Theme };
/** `firstStart`: nobody has yet chosen practice or added an account. `current` always names an account of the list. */
export type Overview = { accounts: Account[]; current: string; firstStart: boolean; preferences: Preferences };

/** What the account form holds. Keys are sent to the shell once and never come back: empty = leave the saved ones. */
export type AccountForm = {
  id: string | null;
  name: string;
  /** A host, or a whole pasted API address. */
  address: string;
  organisation: string;
  callsPerWindow: number;
  accessKey: string;
  secretKey: string;
  keep: "keychain" | "session";
};
export type AccountFault =
  | { code: "name_empty" }
  | { code: "address_empty" }
  | { code: "address_unreadable"; given: string }
  | { code: "address_not_secure" }
  | { code: "organisation_empty" }
  | { code: "organisation_unreadable"; given: string }
  | { code: "access_key_empty" }
  | { code: "access_key_unreadable" }
  | { code: "secret_key_empty" }
  | { code: "secret_key_unreadable" }
  | { code: "calls_out_of_range" };
/** The answer to saving an account. */
export type Saved =
  | { result: "saved"; overview: Overview }
  | { result: "faults"; faults: AccountFault[] }
  /** Nothing was saved: the keychain would not take the keys. Offer `keep: "session"`. */
  | { result: "no_keychain"; why: string }
  | { result: "keychain_locked" };
/** What a pasted address was understood as; organisation only where the address named one. */
export type Address = { host: string; organisation: string | null };

/** What trying the connection found. */
export type Connection =
  | { result: "works" }
  | { result: "faults"; faults: AccountFault[] }
  | { result: "keys_not_available"; keys: KeysState }
  /** 401: keys wrong, or this computer is not on the account's IP whitelist. */
  | { result: "keys_refused"; said: string | null }
  /** The keys and host are right, the organisation ID is not. */
  | { result: "organisation_unknown"; said: string | null }
  /** Something answered, but not the ticket system: wrong host. */
  | { result: "not_the_ticket_system"; status: number }
  /** The network, the host name, or the server failed. */
  | { result: "failed"; failure: Failure };

/** What the server may have done with a failed attempt. */
export type Effect = "not_sent" | "not_done" | "may_be_done";
/** The server's answer as received. `body` holds at most 1 MiB. */
export type Answer = { status: number; reason: string | null; message: string | null; body: string };
export type Code =
  | { code: "file_missing"; file: string }
  | { code: "file_unreadable"; file: string; why: string }
  | { code: "file_not_regular"; file: string; kind: NotRegular }
  /** Changed between being attached and being sent. */
  | { code: "file_changed"; file: string }
  /** Became shorter or longer while it was being sent. */
  | { code: "file_shrank"; file: string }
  | { code: "file_grew"; file: string }
  | { code: "keys_not_available"; keys: KeysState }
  | { code: "host_not_found"; host: string }
  | { code: "cannot_connect"; host: string }
  | { code: "connect_timed_out"; host: string }
  | { code: "connection_not_secure"; host: string; why: string }
  | { code: "broke_while_sending" }
  | { code: "stalled_while_sending"; seconds: number }
  | { code: "cancelled" }
  | { code: "too_many_calls" }
  | { code: "unavailable" }
  /** 400 */
  | { code: "not_accepted" }
  /** 401 */
  | { code: "keys_refused" }
  /** 403 */
  | { code: "forbidden" }
  /** 404 */
  | { code: "not_found" }
  /** 413 */
  | { code: "too_large" }
  /** Any other 4xx. */
  | { code: "refused"; status: number }
  | { code: "redirected"; status: number; to: string | null }
  /** 200 with a Status other than Success. */
  | { code: "declined"; status: string }
  /** 500, 502, 504 and other 5xx: may have been done. */
  | { code: "server_error"; status: number }
  | { code: "answer_unreadable"; status: number }
  | { code: "answered_early"; status: number }
  | { code: "broke_before_answer" }
  | { code: "no_answer"; seconds: number };
export type Failure = Code & { effect: Effect; answer: Answer | null };
/** `key` is how the server names the ticket ("#143"). */
export type Receipt = { ticket: string; key: string | null; message: string | null; answer: Answer };

export type Progress =
  /** The account's calls are used up for the moment, or the server asked to wait. `milliseconds` is how long, as far as known. */
  | { step: "waiting"; milliseconds: number; asked: boolean }
  /** `file` counts from 0 in the order of the draft; null before the first one. All sizes in bytes. */
  | { step: "sending"; file: number | null; fileSent: number; fileSize: number; sent: number; total: number }
  /** Everything was sent; the answer is awaited. */
  | { step: "answer" };

export type Outcome =
  | { state: "sending" }
  | { state: "done"; receipt: Receipt }
  | { state: "failed"; failure: Failure }
  /** The app ended while it was sending; what the server did is not known. */
  | { state: "interrupted" };
export type SentFile = { name: string; size: number; kind: FileKind };
/** Times are milliseconds since 1970. */
export type Delivery = {
  id: number;
  account: string;
  practice: boolean;
  ticket: string;
  lead: string;
  changes: Change[];
  files: SentFile[];
  startedAt: number;
  endedAt: number | null;
  outcome: Outcome;
};
/** One page of the history, newest first; `more` says whether older ones follow. */
export type HistoryPage = { deliveries: Delivery[]; more: boolean };

/** The answer to pressing Send. */
export type Sent = { result: "faults"; faults: DraftFault[] } | { result: "settled"; delivery: Delivery };

/** Why a command itself failed (the disk, the database): rare, and never about the ticket. */
export type ShellError = { code: "storage"; why: string } | { code: "practice_server"; why: string } | { code: "busy" };
