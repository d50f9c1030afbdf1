// Generated from the Rust sources; do not edit: `UPDATE_SCREEN=1 cargo test --test screen` writes this file.

/**
 * An account, without its keys.
 */
export type Account = { id: string, name: string, practice: boolean, host: string, organisation: string, callsPerWindow: number, keys: KeysState, 
/**
 * Where leads are looked up by email; empty for nowhere.
 */
leadHost: string, leadStep: LeadStep, 
/**
 * The note that says who sent, behind everything that was done; empty for none.
 */
signOff: string, 
/**
 * The key that its team setup is signed with lies on this computer.
 */
signs: boolean, };

/**
 * A fault of an account form.
 */
export type AccountFault = FormFault | AddressFault | KeysFault;

/**
 * The account form's content. Keys come once and never go back: empty = leave the saved ones.
 */
export type AccountForm = { id: string | null, name: string, 
/**
 * A host, or a whole pasted API address.
 */
address: string, organisation: string, callsPerWindow: number, accessKey: string, secretKey: string, keep: KeepKeys, 
/**
 * Where leads are looked up by email; empty for nowhere.
 */
leadHost: string, 
/**
 * The note that says who sent, behind everything that was done; empty for none.
 */
signOff: string, };

/**
 * Where an account is.
 */
export type AccountPlace = { 
/**
 * The account's name.
 */
account: string, 
/**
 * With the port where it is not the usual one.
 */
host: string, organisation: string, leadHost: string | null, };

/**
 * Files that are being added: how many, and how far the copying of those has come whose place does not last.
 */
export type Adding = { files: number, copied: number, 
/**
 * Bytes; 0 where nothing is copied.
 */
total: number, };

/**
 * The reading of a pasted address; organisation only where the address named one.
 */
export type Address = { host: string, organisation: string | null, };

/**
 * Why an address or an organisation ID cannot be used.
 */
export type AddressFault = { "code": "address_empty" } | { "code": "address_unreadable", given: string, } | { "code": "address_not_secure" } | { "code": "organisation_empty" } | { "code": "organisation_unreadable", given: string, };

/**
 * A file of the draft whose content is on its ticket already, as far as this outbox knows, or on its way there.
 */
export type AlreadyThere = { 
/**
 * The file of the draft.
 */
file: number, 
/**
 * The delivery that it went with last.
 */
delivery: number, 
/**
 * The file's name on the ticket.
 */
name: string, 
/**
 * When it was sent off, in milliseconds since 1970.
 */
at: number, 
/**
 * Where that delivery stands.
 */
state: DeliveryState, };

/**
 * The server's answer as it was received.
 */
export type Answer = { 
/**
 * HTTP status.
 */
status: number, 
/**
 * `ReasonForFailure`, or an exception's text.
 */
reason: string | null, 
/**
 * `Message`.
 */
message: string | null, 
/**
 * The text, at most 1 MiB of it.
 */
body: string, 
/**
 * The vendor's exception, such as `MXInvalidInputException`: under 500 it is mostly a reasoned refusal.
 */
exception?: string, 
/**
 * Another host of the vendor's that the words name, where the keys were refused: perhaps the right region's. For a
 * person to judge; it is never asked because a server named it.
 */
named_host?: string, };

/**
 * A file that is added only if the person says so. `number` stands for it.
 */
export type Asked = { number: number, about: LeftOut, };

/**
 * The outcome of adding files: the draft's attachments after it, and what was not added.
 */
export type Attached = { attachments: Array<Attachment>, added: number, left: Array<LeftOut>, 
/**
 * Files that were not added and can be all the same, if the person wants them.
 */
asked: Array<Asked>, };

/**
 * A file of a draft, as it was when it was attached.
 */
export type Attachment = { id: number, name: string, path: string, size: number, kind: FileKind, 
/**
 * A service has its content, and the system fetches it when it is sent.
 */
online: boolean, };

/**
 * A request that was made for a delivery. Times are milliseconds since 1970.
 */
export type Attempt = { 
/**
 * The attempt's number.
 */
id: number, 
/**
 * When it began.
 */
startedAt: number, 
/**
 * From when on the server may have had everything.
 */
releasedAt: number | null, 
/**
 * When it ended, if the app lived to see it.
 */
endedAt: number | null, 
/**
 * Bytes of the request that had left, where that is known.
 */
sent: number | null, 
/**
 * Bytes of the request in all.
 */
total: number | null, 
/**
 * The end; none while it is under way. The answer is whole.
 */
ended: Ended | null, };

/**
 * A field, by its schema name, and its new value.
 */
export type Change = { field: string, value: string, };

/**
 * A value that breaks a rule of its field. `change` counts from 0.
 */
export type ChangeFault = { change: number, } & ({ "code": "value_empty" } | { "code": "value_too_short", length: number, least: number, } | { "code": "value_too_long", length: number, most: number, } | { "code": "value_not_a_number", why: NumeralFault, } | { "code": "value_too_small", least: number, } | { "code": "value_too_great", most: number, } | { "code": "value_not_a_date", why: TimeFault, } | { "code": "value_not_a_time", why: TimeFault, } | { "code": "value_not_an_email", given: string, } | { "code": "value_not_like_pattern", pattern: string, });

/**
 * How the window is to be closed.
 */
export type CloseHow = "background" | "stop";

/**
 * The window was asked to close while something is on its way.
 */
export type Closing = { 
/**
 * Being sent, or about to be.
 */
sending: number, waiting: number, };

/**
 * Why an attempt failed: a stable code with its parameters, for a screen to turn into words.
 *
 * `file` is always the name that the file was to have on the ticket.
 */
export type Code = { "code": "file_missing", file: string, } | { "code": "file_unreadable", file: string, why: string, } | { "code": "file_not_regular", file: string, kind: NotRegular, } | { "code": "file_changed", file: string, } | { "code": "file_shrank", file: string, } | { "code": "file_grew", file: string, } | { "code": "lead_unknown" } | { "code": "changed_since", fields: Array<string>, } | { "code": "host_not_found", host: string, } | { "code": "cannot_connect", host: string, } | { "code": "connect_timed_out", host: string, } | { "code": "connection_not_secure", host: string, why: string, kind: Insecure, } | { "code": "proxy_unreachable", proxy: string, } | { "code": "proxy_not_spoken", proxy: string, kind: string, } | { "code": "proxy_sign_in", proxy: string, kinds: Array<string>, } | { "code": "proxy_refused", host: string, proxy: string, status: number | null, } | { "code": "broke_while_sending" } | { "code": "stalled_while_sending", seconds: number, } | { "code": "not_released", why: string, } | { "code": "cancelled" } | { "code": "too_many_calls" } | { "code": "unavailable" } | { "code": "too_slow" } | { "code": "failed_early", status: number, } | { "code": "not_the_ticket_system", status: number, } | { "code": "wrong_address" } | { "code": "not_accepted" } | { "code": "keys_refused" } | { "code": "forbidden" } | { "code": "not_found" } | { "code": "too_large" } | { "code": "refused", status: number, } | { "code": "redirected", status: number, to: string | null, } | { "code": "declined", status: string, } | { "code": "server_error", status: number, } | { "code": "answer_unreadable", status: number, } | { "code": "answered_early", status: number, } | { "code": "broke_before_answer" } | { "code": "no_answer", seconds: number, };

/**
 * How sure the ticket makes one. The ticket system shows fields, and no files.
 */
export type Comparison = "looks_done" | "nothing_changed" | "partly" | "cannot_tell" | "not_read";

/**
 * A person's further word, besides pressing the button, because it goes against something that is known.
 */
export type Confirmation = "place" | "signature";

/**
 * The outcome of trying a connection, or why it was not tried.
 */
export type Connection = NotTried | Found;

/**
 * How far the copying of files has come.
 */
export type Copying = { 
/**
 * The file that is being copied, counted from 0.
 */
file: number, 
/**
 * How many there are.
 */
files: number, 
/**
 * Bytes so far, of all of them.
 */
copied: number, 
/**
 * Bytes in all.
 */
total: number, };

/**
 * A draft that was sent off. Times are milliseconds since 1970.
 */
export type Delivery = { id: number, 
/**
 * The account's id.
 */
account: string, 
/**
 * The account's name then; empty for the practice account, whose name is the screen's to give.
 */
accountName: string, practice: boolean, job: Job, 
/**
 * Empty for a new one, until the server has named it.
 */
ticket: string, lead: string, changes: Array<Change>, note: string, files: Array<SentFile>, state: DeliveryState, 
/**
 * A delivery that waits for a person: it may be done, or it was refused and nobody has attended to it.
 */
needsYou: boolean, 
/**
 * The very same may be sent once more, by a press.
 */
mayBeSentAgain: boolean, 
/**
 * A delivery that may be sent as several smaller updates, by a press.
 */
mayBeSplit: boolean, 
/**
 * A delivery that may be corrected although it may be done, by a press.
 */
mayBeCorrected: boolean, 
/**
 * A delivery of which there is something to be looked at for putting it back.
 */
mayBePutBack: boolean, createdAt: number, settledAt: number | null, 
/**
 * While it waits.
 */
waiting: Waiting | null, 
/**
 * When it goes by itself, while it is held back and nobody has asked it back.
 */
goesAt: number | null, 
/**
 * A delivery that is held back until the person says: another draft was in the way of its Undo.
 */
askedBack: boolean, 
/**
 * The id of the update that it puts back.
 */
putsBack: number | null, 
/**
 * By its last attempt; null where there was none yet. Its answer comes without the body.
 */
ended: Ended | null, 
/**
 * Where its attempts ended, while it is refused only because it failed so often in a row.
 */
stuck: Stuck | null, 
/**
 * The ticket's evidence, while it may be done.
 */
finding: Finding | null, attempts: number, };

/**
 * How far a delivery has come.
 */
export type DeliveryProgress = { id: number, progress: Progress, };

/**
 * Where a delivery stands.
 */
export type DeliveryState = "waiting" | "sending" | "done" | "refused" | "may_be_done" | "cancelled" | "held_back";

/**
 * One delivery whole.
 */
export type DeliveryWhole = { delivery: Delivery, attempts: Array<Attempt>, };

/**
 * Why a command itself failed: rare, and never about the ticket.
 */
export type DeskError = { "code": "storage", why: string, } | { "code": "no_room" } | { "code": "read_only" } | { "code": "held" } | { "code": "in_use" } | { "code": "newer" } | { "code": "not_possible" } | { "code": "practice_server", why: string, } | { "code": "busy" };

/**
 * One thing that would be otherwise, with what it is and what it would be.
 */
export type Difference = { "of": "host", before: string, after: string, } | { "of": "organisation", before: string, after: string, } | { "of": "lead_host", before: string | null, after: string | null, } | { "of": "name", before: string, after: string, } | { "of": "pace", before: number, after: number, } | { "of": "field_added", field: SetupField, } | { "of": "field_removed", field: SetupField, } | { "of": "field_changed", before: SetupField, after: SetupField, } | { "of": "field_order" } | { "of": "preset_added", preset: Preset, } | { "of": "preset_removed", preset: Preset, } | { "of": "preset_changed", before: Preset, after: Preset, } | { "of": "preset_order" } | { "of": "largest_file", before: number | null, after: number | null, } | { "of": "endings", before: Array<string> | null, after: Array<string> | null, } | { "of": "sealed_keys", before: boolean, after: boolean, };

/**
 * A draft, as a person puts it together; typed text is kept exactly as typed.
 */
export type Draft = { job: Job, ticket: string, lead: string, changes: Array<Change>, customer: string, fields: Array<Change>, note: string, attachments: Array<Attachment>, 
/**
 * Files that can be put back, the latest last.
 */
removed: Array<Attachment>, };

/**
 * A draft's fault.
 */
export type DraftFault = UpdateFault | ChangeFault;

/**
 * The draft's files, in the order in which they are sent, and those that can be put back, the latest last.
 */
export type DraftFiles = { attachments: Array<Attachment>, removed: Array<Attachment>, };

/**
 * The typed part of a draft, exactly as it was typed.
 */
export type DraftText = { 
/**
 * The job of Send; what was typed for other jobs waits beside it.
 */
job: Job, 
/**
 * The ticket to update, or to note on.
 */
ticket: string, 
/**
 * The ticket's lead.
 */
lead: string, 
/**
 * For an update.
 */
changes: Array<Change>, 
/**
 * The lead of a new ticket.
 */
customer: string, 
/**
 * The values of a new ticket.
 */
fields: Array<Change>, 
/**
 * The text of a note.
 */
note: string, };

/**
 * The server's possible deeds in an attempt that failed.
 */
export type Effect = "not_sent" | "not_done" | "may_be_done";

/**
 * The end of an attempt, or of a delivery by its last attempt.
 */
export type Ended = { "ended": "done", receipt: Receipt, } | { "ended": "failed", failure: Failure, } | { "ended": "interrupted", released: boolean, } | { "ended": "said_done" };

/**
 * The headings, in their order.
 */
export type ExportColumns = { ticket: string, state: string, sent: string, settled: string, account: string, changes: string, files: string, attempts: string, answer: string, failure: string, number: string, what: string, note: string, };

/**
 * The words of the table: the screen's, for people read it.
 */
export type ExportWords = { 
/**
 * The headings.
 */
columns: ExportColumns, 
/**
 * States' words, by their names. A state without a word stays as it is, here and below.
 */
states: { [key in string]: string }, 
/**
 * Jobs' words, by their names.
 */
jobs: { [key in string]: string }, 
/**
 * Fields' words, by their schema names.
 */
fields: { [key in string]: string }, };

/**
 * The outcome of saving the list.
 */
export type Exported = { "result": "saved", path: string, rows: number, } | { "result": "not_chosen" } | { "result": "failed", why: string, };

/**
 * Why an attempt was not done, and what the server may have done.
 */
export type Failure = { 
/**
 * The server's possible deeds.
 */
effect: Effect, 
/**
 * The server's own words, where it gave any.
 */
answer: Answer | null, 
/**
 * Whether the request was so large, or had so many files, that a limit of something on the way may be what is
 * meant, though the answer does not say so.
 */
oversize: boolean, } & ({ "code": "file_missing", file: string, } | { "code": "file_unreadable", file: string, why: string, } | { "code": "file_not_regular", file: string, kind: NotRegular, } | { "code": "file_changed", file: string, } | { "code": "file_shrank", file: string, } | { "code": "file_grew", file: string, } | { "code": "lead_unknown" } | { "code": "changed_since", fields: Array<string>, } | { "code": "host_not_found", host: string, } | { "code": "cannot_connect", host: string, } | { "code": "connect_timed_out", host: string, } | { "code": "connection_not_secure", host: string, why: string, kind: Insecure, } | { "code": "proxy_unreachable", proxy: string, } | { "code": "proxy_not_spoken", proxy: string, kind: string, } | { "code": "proxy_sign_in", proxy: string, kinds: Array<string>, } | { "code": "proxy_refused", host: string, proxy: string, status: number | null, } | { "code": "broke_while_sending" } | { "code": "stalled_while_sending", seconds: number, } | { "code": "not_released", why: string, } | { "code": "cancelled" } | { "code": "too_many_calls" } | { "code": "unavailable" } | { "code": "too_slow" } | { "code": "failed_early", status: number, } | { "code": "not_the_ticket_system", status: number, } | { "code": "wrong_address" } | { "code": "not_accepted" } | { "code": "keys_refused" } | { "code": "forbidden" } | { "code": "not_found" } | { "code": "too_large" } | { "code": "refused", status: number, } | { "code": "redirected", status: number, to: string | null, } | { "code": "declined", status: string, } | { "code": "server_error", status: number, } | { "code": "answer_unreadable", status: number, } | { "code": "answered_early", status: number, } | { "code": "broke_before_answer" } | { "code": "no_answer", seconds: number, });

/**
 * A field of an update: what it was, what was set, what it is now.
 */
export type FieldBack = { field: string, 
/**
 * None where it was not read.
 */
was: string | null, set: string, 
/**
 * None where the ticket does not show it.
 */
now: string | null, stands: Stands, };

/**
 * A field that was to be changed, and its value on the ticket; none where the field is not among those that were read.
 */
export type FieldFound = { field: string, wanted: string, found: string | null, 
/**
 * How the two compare, by the field's kind.
 */
likeness: Likeness, };

/**
 * A field, by its schema name, and its value.
 */
export type FieldValue = { 
/**
 * The schema name.
 */
name: string, 
/**
 * As the server writes it; none where the field is empty.
 */
value: string | null, };

/**
 * The fields that can be changed on tickets of the current account, the best that are known of it.
 */
export type FieldsAnswer = { from: FieldsFrom, fields: Array<SetupField>, lacks: Lacks, 
/**
 * The names of fields by which a customer whom the ticket system does not know is named; one of them is enough.
 */
contacts: [string, string], };

/**
 * Where a list of fields comes from.
 */
export type FieldsFrom = "team" | "account" | "built_in";

/**
 * A file that was sent, and whether the ticket's conversations show one of its name. One that they do not show may be on
 * the ticket all the same.
 */
export type FileFound = { 
/**
 * The name that it was to have.
 */
name: string, 
/**
 * Whether one of that name is seen there that no other delivery explains.
 */
seen: boolean, 
/**
 * Whether those of that name that are seen may all be from other deliveries of this app.
 */
of_others: boolean, 
/**
 * Its conversation's time as the server writes it, in a zone that nobody knows.
 */
at: string | null, };

/**
 * A file's kind, by its name: for its badge and its word.
 */
export type FileKind = "picture" | "pdf" | "archive" | "text" | "table" | "document" | "sound" | "video" | "other";

/**
 * The outcome of looking at a file.
 */
export type FileShown = { "result": "shown" } | { "result": "not_for_viewing" } | { "result": "gone", failure: Failure, } | { "result": "no_viewer", why: string, };

/**
 * The outcome of looking for a delivery's files on its ticket.
 */
export type FilesLooked = { "result": "looked", files: Array<FileFound>, } | { "result": "not_answered", failure: Failure, } | { "result": "nobody_to_ask" };

/**
 * The course of a drag of files over the window.
 */
export type FilesOver = "over" | "left" | "dropped";

/**
 * The finding in a ticket that was read.
 */
export type Finding = { 
/**
 * When it was read, in milliseconds since 1970.
 */
readAt: number, 
/**
 * The result for all fields together.
 */
comparison: Comparison, 
/**
 * The fields that were to be changed.
 */
fields: Array<FieldFound>, 
/**
 * Why the ticket could not be read; none where the account's keys could not be had.
 */
failure: Failure | null, 
/**
 * The files, where the account answers what its conversations show.
 */
files: Array<FileFound> | null, };

/**
 * The files of a folder that was dropped, chosen or pasted, before they are added.
 */
export type Folder = { 
/**
 * Names the listing; a later one takes its place.
 */
listing: number, 
/**
 * The folders' names.
 */
names: Array<string>, files: Array<FolderFile>, 
/**
 * Hidden and system files and folders, which are not among the files.
 */
hidden: number, 
/**
 * Links and the like, which were not followed.
 */
links: number, 
/**
 * Files and folders that could not be read.
 */
unread: number, 
/**
 * There are more files than are listed.
 */
more: boolean, };

/**
 * A file in a folder: its way from there, and bytes.
 */
export type FolderFile = { name: string, size: number, kind: FileKind, };

/**
 * A fault of the form itself.
 */
export type FormFault = { "code": "name_empty" } | { "code": "calls_out_of_range" } | { "code": "lead_host_unreadable", given: string, } | { "code": "keys_of_another_place" };

/**
 * The finding of a try. `by`: who answered.
 */
export type Found = { "result": "works" } | { "result": "keys_refused", said: string | null, 
/**
 * Another host of the vendor's that the words name.
 */
named_host: string | null, by: Speaker, } | { "result": "forbidden", said: string | null, by: Speaker, } | { "result": "organisation_unknown", said: string | null, by: Speaker, } | { "result": "not_the_ticket_system", status: number, by: Speaker, } | { "result": "failed", failure: Failure, by: Speaker | null, 
/**
 * The proxy at which a name and a password may help.
 */
sign_in_to: string | null, };

/**
 * The keys that a person gives for a setup. They come once and never go back.
 */
export type GivenKeys = { "given": "none" } | { "given": "passphrase", passphrase: string, } | { "given": "both", access_key: string, secret_key: string, };

/**
 * Why a connection is not secure.
 */
export type Insecure = "expired" | "not_yet_valid" | "other_name" | "unknown_issuer" | "too_old" | "wants_certificate" | "other";

/**
 * The kind of thing that a draft is to become, and a delivery does.
 */
export type Job = "update" | "new_ticket" | "note";

/**
 * Where keys are to be kept.
 */
export type KeepKeys = "keychain" | "session";

/**
 * Why a key cannot be used. The key itself is not part of it.
 */
export type KeysFault = { "code": "access_key_empty" } | { "code": "access_key_unreadable" } | { "code": "secret_key_empty" } | { "code": "secret_key_unreadable" };

/**
 * The looks of two keys, where they are not as the vendor's.
 */
export type KeysHint = "swapped" | "same" | "access_key_cut" | "secret_key_cut" | "access_key_long" | "secret_key_long";

/**
 * The keys that a person has to give for a setup.
 */
export type KeysNeeded = "none" | "passphrase" | "both";

/**
 * Whose keys they are, and where their account is: what the vendor's "who am I" answers.
 */
export type KeysOwner = { 
/**
 * The person to whom the keys belong: each call with them is that person's.
 */
name: string | null, 
/**
 * The account's name, `OrgDisplayName`.
 */
company: string | null, 
/**
 * The organisation ID, `OrgShortCode`.
 */
organisation: string, 
/**
 * The owner's time zone, as the vendor names it.
 */
time_zone: string | null, 
/**
 * The account's lead host. One that is not under the vendor's own name is none: keys would go there.
 */
lead_host: string | null, 
/**
 * The ticket host that is printed for that region. A proposal: it differs by account.
 */
ticket_host: string | null, };

/**
 * Where an account's keys are.
 */
export type KeysState = "saved" | "session" | "missing" | "locked" | "no_keychain";

/**
 * Two keys, and the lead host at which a person wants it to be asked whose they are.
 */
export type KeysToAsk = { accessKey: string, secretKey: string, leadHost: string, };

/**
 * The parts of its catalogue that an account has and did not tell.
 */
export type Lacks = { 
/**
 * So many fields more, by its own count.
 */
fields: number, 
/**
 * Lists whose values could not be read, by the fields' names.
 */
lists: Array<string>, };

/**
 * A request from outside: by the app's arguments, a link, or a setup that was dropped.
 */
export type LaunchRequest = { "request": "setup", opened: SetupOpened, } | { "request": "draft", ticket: string | null, files: number, } | { "request": "strange_link" };

/**
 * A person whom tickets are about.
 */
export type LeadFound = { id: string, name: string, email: string, };

/**
 * How a ticket's lead is found. Each step down is taken by itself, when the account turns out not to be allowed
 * the one before.
 */
export type LeadStep = "ticket" | "email" | "hand";

/**
 * The outcome of looking for a lead by email.
 */
export type LeadsAnswer = { "result": "found", leads: Array<LeadFound>, } | { "result": "no_host" } | { "result": "not_allowed" } | { "result": "keys_not_available", keys: KeysState, } | { "result": "failed", why: Short, };

/**
 * A file that was not added, and why. `file` is its name.
 */
export type LeftOut = { "code": "already_attached", file: string, } | { "code": "same_content", file: string, as: string, } | { "code": "file_missing", file: string, } | { "code": "file_unreadable", file: string, why: string, } | { "code": "file_not_regular", file: string, kind: NotRegular, } | { "code": "not_here", file: string, lies: Lies, } | { "code": "only_a_link", file: string, } | { "code": "empty", file: string, } | { "code": "no_room_to_take", file: string, } | { "code": "stopped", file: string, } | { "code": "file_changed", file: string, } | { "code": "larger_than_allowed", file: string, size: number, most: number, } | { "code": "kind_not_allowed", file: string, endings: Array<string>, };

/**
 * Where lies what is no file of this computer.
 */
export type Lies = "server" | "phone" | "trash" | "archive" | "web_page" | "page_picture" | "nowhere";

/**
 * A field's value on the ticket, beside the value that it was to get.
 */
export type Likeness = "same" | "other" | "cannot_tell";

/**
 * A value of a list.
 */
export type ListValue = { 
/**
 * The value's name on the vendor's screens.
 */
text: string, 
/**
 * The value as it is sent.
 */
value: string, };

/**
 * Why a file cannot be called so.
 */
export type NameFault = { "code": "empty" } | { "code": "unseen" } | { "code": "separator" } | { "code": "too_long", bytes: number, most: number, } | { "code": "taken" };

/**
 * A ticket that a text names, and how surely.
 */
export type NamedTicket = { 
/**
 * The ticket's number.
 */
number: string, 
/**
 * Whether the text itself calls it a ticket's: `#143 invoice.pdf`, a ticket's address. A bare number at the beginning
 * may be anything.
 */
said: boolean, };

/**
 * The thing that a path names, where it is no regular file.
 */
export type NotRegular = "folder" | "pipe" | "device" | "other";

/**
 * Why a connection was not even tried.
 */
export type NotTried = { "result": "faults", faults: Array<AccountFault>, } | { "result": "keys_not_available", keys: KeysState, };

/**
 * Why a text names no ticket.
 */
export type NumberFault = "empty" | "no_number" | "several" | "not_whole" | "zero" | "too_long";

/**
 * Why a text is no number that can be sent.
 */
export type NumeralFault = { "is": "no_number" } | { "is": "doubtful", 
/**
 * One of the two.
 */
one: string, 
/**
 * The other.
 */
other: string, };

/**
 * An account that deliveries were sent off under, a removed one too.
 */
export type OutboxAccount = { id: string, name: string, practice: boolean, };

/**
 * One page of the list, newest first; `more` says whether older ones follow.
 */
export type OutboxPage = { deliveries: Array<Delivery>, more: boolean, };

/**
 * The part above the list, at most 50 of each: the newest that need the person, and what is on the way in its
 * order.
 */
export type OutboxTop = { needsYou: Array<Delivery>, needsYouTotal: number, onTheWay: Array<Delivery>, onTheWayTotal: number, };

/**
 * `firstStart`: nobody has yet chosen practice or added an account. `current` always names an account of the list.
 */
export type Overview = { accounts: Array<Account>, current: string, firstStart: boolean, preferences: Preferences, 
/**
 * The settings could not be read at the start, or not all of them.
 */
settingsRescue: SettingsRescue | null, };

/**
 * Whose keys they are, or why nobody knows.
 */
export type OwnerAnswer = { "result": "known", owner: KeysOwner, 
/**
 * The host that answered.
 */
asked: string, } | { "result": "faults", faults: Array<AccountFault>, } | { "result": "failed", failure: Failure, };

/**
 * A passphrase as it is typed. It comes once and never goes back.
 */
export type Passphrase = { secret: string, };

/**
 * Where a person pastes.
 */
export type PasteInto = "text_box" | "window" | "files";

/**
 * The outcome of pasting.
 */
export type Pasted = { "result": "added", attached: Attached, } | { "result": "text", text: string, } | { "result": "names_ticket", ticket: NamedTicket, } | { "result": "picture_beside_text" } | { "result": "nothing" };

/**
 * A picture on its way to the screen, as PNG: bytes, not JSON.
 */
export type Picture = ArrayBuffer;

/**
 * Host, organisation and lead host; the last is empty for none.
 */
export type Place = { host: string, organisation: string, leadHost: string, };

/**
 * A person's preferences.
 */
export type Preferences = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How long what was done is kept, in days; null: for ever.
 */
keepDays: number | null, 
/**
 * Whether Send sends at once, with no moment in which it can be undone.
 */
sendAtOnce: boolean, 
/**
 * The tag of the language that the screen speaks; null: the system's. Which ones there are is the screen's to know,
 * so that a tag of another version of the app is kept as it is.
 */
language: string | null, };

/**
 * A set of changes under a name. It may name fields that are not among those people see.
 */
export type Preset = { 
/**
 * As "On hold + papers".
 */
name: string, 
/**
 * Papers that belong to it.
 */
note: string | null, 
/**
 * Its changes; none is for a preset that only reminds of papers.
 */
changes: Array<Change>, };

/**
 * Why a preset cannot be kept.
 */
export type PresetFault = "name_empty" | "name_twice" | "nothing_in_it";

/**
 * The presets of the current account.
 */
export type Presets = { 
/**
 * Of the account's team setup: not to be edited here.
 */
team: Array<Preset>, 
/**
 * The person's own.
 */
own: Array<Preset>, };

/**
 * The answer to keeping presets.
 */
export type PresetsSaved = { "result": "saved", presets: Presets, } | { "result": "fault", preset: number, fault: PresetFault, };

/**
 * How far an update has come.
 */
export type Progress = { "step": "waiting", 
/**
 * How long, as far as is known.
 */
milliseconds: number, 
/**
 * Whether the server asked for it (429), and not the app's own count of calls.
 */
asked: boolean, } | { "step": "sending", 
/**
 * The file that is being sent, counted from 0; none before the first.
 */
file: number | null, 
/**
 * Bytes of that file.
 */
fileSent: number, 
/**
 * Bytes of that file in all.
 */
fileSize: number, 
/**
 * Bytes of the whole request.
 */
sent: number, 
/**
 * Bytes of the whole request in all.
 */
total: number, } | { "step": "answer" };

/**
 * How a file's signature stands to the key that is pinned: the one that came with the setup that was taken before.
 */
export type Provenance = "unknown" | "first_key" | "same_team" | "other_key" | "signature_missing" | "signature_invalid";

/**
 * A person's sign-in to the proxy before the ticket system. Name and password come once and never go back.
 */
export type ProxySignIn = { proxy: string, name: string, password: string, };

/**
 * A fresh reading's word about an update that is to be put back.
 */
export type PutBackLooked = { "result": "looked", fields: Array<FieldBack>, 
/**
 * When the ticket was read before the update, in milliseconds since 1970; null where it was not.
 */
before_read_at: number | null, } | { "result": "not_answered", failure: Failure, } | { "result": "nobody_to_ask" };

/**
 * A question to the list. The empty one wants everything that is not in [`Top`].
 */
export type Query = { 
/**
 * The words as typed; empty for no search. All its words must be there, each may be only begun.
 */
text: string, state: Wanted | null, 
/**
 * An account's id.
 */
account: string | null, 
/**
 * Sent off at this time or later, in milliseconds since 1970.
 */
from: number | null, 
/**
 * Sent off before this time.
 */
until: number | null, };

/**
 * The server's answer to a call that was done.
 */
export type Receipt = { 
/**
 * The number of the ticket that was changed, or made.
 */
ticket: string, 
/**
 * How the server names the ticket, such as "#143".
 */
key: string | null, 
/**
 * The server's `Message`.
 */
message: string | null, 
/**
 * All of it.
 */
answer: Answer, };

/**
 * A ticket of the same customer that this app had to do with.
 */
export type RecentTicket = { 
/**
 * Its number; none while the server has not named it yet.
 */
ticket: string | null, 
/**
 * When it was sent or read here last, in milliseconds since 1970.
 */
at: number, };

/**
 * A region of the vendor's. Keys are of one of them, and only its own hosts know them for certain.
 */
export type Region = { 
/**
 * Its name, for programs.
 */
name: RegionName, 
/**
 * The lead host, as the vendor prints it.
 */
lead_host: string, 
/**
 * The ticket host, where one is printed. Another account of the region may have another.
 */
ticket_host: string | null, };

/**
 * The name of a region.
 */
export type RegionName = "mumbai" | "hyderabad" | "singapore" | "united_states" | "ireland" | "canada" | "middle_east" | "jakarta";

/**
 * A removal's takings and leavings: deliveries, counted.
 */
export type Removable = { 
/**
 * Deliveries that go.
 */
goes: number, 
/**
 * Deliveries that stay because they are still to be sent.
 */
onTheWay: number, 
/**
 * Deliveries that stay because a person has to say first what became of them.
 */
needsYou: number, 
/**
 * Deliveries that stay because they tell whose files are on the ticket of one that may be done.
 */
proof: number, 
/**
 * Damaged lists, set aside by a rescue, that go too: they may hold the same.
 */
setAside: number, };

/**
 * A removal from the list.
 */
export type Removal = { "what": "one", delivery: number, } | { "what": "ticket", 
/**
 * The account's id.
 */
account: string, 
/**
 * The ticket's number.
 */
ticket: string, } | { "what": "everything" };

/**
 * The outcome of calling a file otherwise.
 */
export type Renamed = { "result": "renamed", files: DraftFiles, } | { "result": "fault", fault: NameFault, };

/**
 * A database that was found damaged at the start, and what became of it.
 */
export type Rescue = { setAside: string, deliveries: number, draft: boolean, };

/**
 * The outcome of restoring a file; `left` says why it was not.
 */
export type RestoredFile = { files: DraftFiles, left: LeftOut | null, };

/**
 * The answer to saving an account.
 */
export type Saved = { "result": "saved", overview: Overview, 
/**
 * How many of its deliveries wait that are for the place where the account was.
 */
waitingElsewhere: number, } | { "result": "faults", faults: Array<AccountFault>, } | { "result": "no_keychain", why: string, } | { "result": "no_keyring" } | { "result": "keychain_locked" };

/**
 * Why keys were not sealed.
 */
export type SealFault = { "code": "passphrase_too_short", least: number, } | { "code": "not_sealed" };

/**
 * A ticket as it was when it was read. Values are as the server writes them.
 */
export type SeenTicket = { number: string, 
/**
 * The lead's ID.
 */
lead: string | null, 
/**
 * Where it is known: tickets name their lead by ID only.
 */
leadName: string | null, title: string | null, status: string | null, priority: string | null, channel: string | null, 
/**
 * Such as 2024-08-29T10:36:23.
 */
dueDate: string | null, fields: Array<FieldValue>, 
/**
 * Milliseconds since 1970.
 */
readAt: number, };

/**
 * The answer to pressing Send.
 */
export type Sent = { "result": "faults", faults: Array<DraftFault>, } | { "result": "keys_not_available", keys: KeysState, } | { "result": "no_room", needed: number, free: number, } | { "result": "not_taken", failures: Array<Failure>, } | { "result": "not_allowed", left: Array<LeftOut>, } | { "result": "stopped" } | { "result": "accepted", delivery: Delivery, before: Array<Delivery>, draft: Draft, };

/**
 * A file as it was sent, or was to be.
 */
export type SentFile = { name: string, size: number, kind: FileKind, };

/**
 * A damaged database that a rescue set aside.
 */
export type SetAside = { 
/**
 * Its name in the app's folder.
 */
name: string, 
/**
 * Milliseconds since 1970: when something was written into it last.
 */
writtenAt: number, 
/**
 * Bytes of all that belongs to it.
 */
bytes: number, };

/**
 * Settings that could not be read at the start, or not all of them, and what became of them.
 */
export type SettingsRescue = { 
/**
 * The damaged file, where it lies now; null where there was none, or it could not be moved.
 */
setAside: string | null, 
/**
 * The unreadable parts are back from the last good copy.
 */
restored: boolean, 
/**
 * Accounts that are in neither.
 */
lost: number, };

/**
 * Why a file is no team setup that can be used. There is one for each file: the first that was found.
 *
 * `place` is the path of a member, as `account.host` or `fields[2].label`, counted from 0. Texts of the file that
 * come along are such as can be shown: without control characters, and short.
 */
export type SetupFault = { "code": "too_large", bytes: number, most: number, } | { "code": "not_a_setup" } | { "code": "utf16" } | { "code": "cut_off", line: number, } | { "code": "damaged", line: number, } | { "code": "too_deep", line: number, } | { "code": "member_twice", member: string, line: number, } | { "code": "newer_version", version: number, known: number, } | { "code": "unknown_version" } | { "code": "key_in_the_clear", place: string, } | { "code": "unknown_member", place: string, } | { "code": "missing", place: string, } | { "code": "wrong_kind", place: string, } | { "code": "unreadable", place: string, } | { "code": "empty", place: string, } | { "code": "too_long", place: string, most: number, } | { "code": "too_many", place: string, most: number, } | { "code": "out_of_range", place: string, least: number, most: number, } | { "code": "hidden_characters", place: string, } | { "code": "address", place: string, fault: AddressFault, } | { "code": "field_twice", field: string, } | { "code": "list_value_twice", field: string, value: string, } | { "code": "preset_twice", preset: string, } | { "code": "change_twice", preset: string, field: string, } | { "code": "least_above_most", field: string, } | { "code": "pattern_invalid", field: string, } | { "code": "pattern_too_costly", field: string, } | { "code": "seal_damaged" };

/**
 * A field that people see. Its rules are checked by [`crate::check_value`].
 */
export type SetupField = { 
/**
 * The schema name.
 */
name: string, 
/**
 * People's name for the field.
 */
label: string, 
/**
 * How its value is entered.
 */
kind: SetupKind, 
/**
 * Under which heading it stands.
 */
group: string | null, 
/**
 * Values to offer, in their order. None is refused for not being among them.
 */
values: Array<ListValue>, 
/**
 * Whether it may not be emptied.
 */
mandatory: boolean, 
/**
 * Whether it is set when a ticket is made and not changed afterwards, as the account tells; a setup's file does not.
 */
locked: boolean, 
/**
 * Characters at least.
 */
min_length: number | null, 
/**
 * Characters at most.
 */
max_length: number | null, 
/**
 * The least number.
 */
min_value: number | null, 
/**
 * The greatest number.
 */
max_value: number | null, 
/**
 * A pattern that a value must match somewhere; `^` and `$` tie it to the ends. See [`crate::check_pattern`].
 */
pattern: string | null, };

/**
 * The form's first content when an account's team setup is saved.
 */
export type SetupForm = { 
/**
 * The team's name.
 */
name: string, 
/**
 * The number of the setup that was saved or taken last.
 */
revision: number | null, 
/**
 * Fields that people see, in their order.
 */
fields: Array<SetupField>, 
/**
 * Fields that they could see besides.
 */
others: Array<SetupField>, presets: Array<Preset>, limits: SetupLimits, 
/**
 * The account's, in any 5 seconds.
 */
callsPerWindow: number, 
/**
 * The keys were in it.
 */
keys: boolean, signing: Signing, };

/**
 * How a field's value is entered. A setup knows more kinds than the system fields have.
 */
export type SetupKind = "list" | "text" | "long_text" | "time" | "date" | "number" | "emails" | "tags";

/**
 * Limits to attachments, by the team's own wish. The vendor's limits are not known.
 */
export type SetupLimits = { 
/**
 * The largest file, in bytes.
 */
largest_file: number | null, 
/**
 * Endings of the kinds of files that are allowed, small letters without the dot; all kinds without it.
 */
endings: Array<string> | null, };

/**
 * The outcome of opening a team setup file. Nothing is changed yet.
 */
export type SetupOpened = { "result": "previewed", preview: SetupPreview, } | { "result": "not_a_setup", file: string, fault: SetupFault, } | { "result": "unreadable", file: string, why: string, } | { "result": "not_chosen" };

/**
 * A setup's consequences, and how it stands to what is here.
 */
export type SetupPreview = { 
/**
 * The name by which this one is taken or left, and no other that is opened meanwhile.
 */
id: string, 
/**
 * The file's name.
 */
file: string, summary: Summary, standing: Standing, keys: KeysNeeded, 
/**
 * There is something to take, and it is not an older one.
 */
mayBeTaken: boolean, 
/**
 * The name of the account that it is about; null where it would be a new one.
 */
account: string | null, 
/**
 * The number of the setup that is here.
 */
revisionHere: number | null, 
/**
 * The account's keys would go elsewhere than today, so they are asked for again.
 */
elsewhere: boolean, 
/**
 * Where the account is today; null where it would be a new one.
 */
here: AccountPlace | null, 
/**
 * Another account that looks like it: at the same host with another organisation, or of the same name.
 */
alike: AccountPlace | null, 
/**
 * The hosts that keys would go to and that are neither the vendor's nor this computer.
 */
notOfVendor: Array<string>, 
/**
 * The differences; of a new account everything that it brings.
 */
differences: Array<Difference>, shownOtherwise: Array<ShownOtherwise>, provenance: Provenance, 
/**
 * The beginning of the key that signed it, as two people read it to each other.
 */
signedBy: string | null, 
/**
 * The same of the key that the team is known by.
 */
teamKey: string | null, confirm: Array<Confirmation>, 
/**
 * Deliveries that wait for the place where the account is today.
 */
waiting: number, };

/**
 * The outcome of saving a team setup.
 */
export type SetupSaved = { "result": "saved", path: string, revision: number, } | { "result": "not_chosen" } | { "result": "setup", fault: SetupFault, } | { "result": "passphrase", fault: SealFault, } | { "result": "keys_not_available", keys: KeysState, } | { "result": "signing_key_not_available", keys: KeysState, } | { "result": "failed", why: string, };

/**
 * The outcome of taking the setup that was opened. Nothing is changed unless it was taken.
 */
export type SetupTaken = { "result": "taken", overview: Overview, } | { "result": "keys", fault: KeysFault, } | { "result": "passphrase", fault: UnsealFault, } | { "result": "no_keychain", why: string, } | { "result": "keychain_locked" } | { "result": "unconfirmed", preview: SetupPreview, } | { "result": "nothing_to_take" };

/**
 * A team setup's content as it is to be saved; the rest is the account's.
 */
export type SetupToSave = { 
/**
 * The account's id.
 */
account: string, name: string, fields: Array<SetupField>, presets: Array<Preset>, limits: SetupLimits, 
/**
 * With it the account's keys are sealed; null: no keys go into the file.
 */
passphrase: string | null, 
/**
 * A setup without a signature, because the keychain does not have the key or does not take one.
 */
unsigned: boolean, };

/**
 * Why something could not be had, in short.
 */
export type Short = "no_connection" | "not_secure" | "proxy" | "busy" | "keys_refused" | "not_the_ticket_system" | "no_usable_answer";

/**
 * A field or a value that people would see under another name than the one that is sent.
 */
export type ShownOtherwise = { "of": "field", 
/**
 * The schema name, which is sent.
 */
name: string, 
/**
 * The setup's name for it.
 */
label: string, 
/**
 * The usual name, where that is known.
 */
usual: string | null, 
/**
 * The schema name of the field that is usually called so: the setup gives one field the name of another.
 */
name_of: string | null, } | { "of": "value", 
/**
 * The schema name of the field.
 */
field: string, 
/**
 * The text that people choose.
 */
text: string, 
/**
 * The value that is sent.
 */
value: string, 
/**
 * The value's usual text, where that is known.
 */
usual: string | null, 
/**
 * The value that is usually called so.
 */
text_of: string | null, };

/**
 * How a setup that is saved here would be signed. `key` is as two people read it to each other.
 */
export type Signing = { "by": "first" } | { "by": "ours", key: string, } | { "by": "anothers", key: string, };

/**
 * The outcome of giving the signing key to a second administrator, or of taking it from the first.
 */
export type SigningKeyMoved = { "result": "exported", path: string, } | { "result": "imported", key: string, } | { "result": "not_chosen" } | { "result": "weak", fault: SealFault, } | { "result": "sealed", fault: UnsealFault, } | { "result": "another_teams", key: string, team: string, } | { "result": "not_available", keys: KeysState, } | { "result": "failed", why: string, };

/**
 * An account's limit as far as its requests have shown it, in bytes of the whole request.
 */
export type SizeBounds = { 
/**
 * The largest that was done.
 */
passed: number | null, 
/**
 * The smallest that was refused for its size.
 */
refused: number | null, 
/**
 * More than that may be too much; none where nothing was ever refused.
 */
doubtful_above: number | null, };

/**
 * An answer's speaker. `name`: what it calls itself, where it does (anybody may call itself anything); `at`: the other host
 * that it leads to.
 */
export type Speaker = { "who": "ticket_system" } | { "who": "gateway", name: string | null, } | { "who": "proxy", name: string | null, } | { "who": "sign_in_page", at: string | null, } | { "who": "page", name: string | null, } | { "who": "unknown" };

/**
 * How a setup stands to the accounts on this computer.
 */
export type Standing = "new" | "joins" | "newer" | "same" | "older" | "parted" | "leaps";

/**
 * How a field of an update stands by a fresh reading.
 */
export type Stands = "can_go_back" | "as_before" | "changed_since" | "cannot_tell" | "not_read";

/**
 * How much room the outbox takes, in bytes, and where it lies.
 */
export type Storage = { spoolBytes: number, spoolFiles: number, deliveries: number, databaseBytes: number, folder: string, };

/**
 * Where a delivery's attempts ended that failed so often in a row that a person is asked: bytes of the request that had
 * left, and of the request in all.
 */
export type Stuck = { sent: number, total: number, };

/**
 * A setup's facts, for the screen to put into words.
 */
export type Summary = { name: string, revision: number, 
/**
 * With the port where it is not the usual one.
 */
host: string, 
/**
 * Whether that is this computer itself: a practice server.
 */
on_this_computer: boolean, organisation: string, 
/**
 * The keys would go there, too.
 */
lead_host: string | null, 
/**
 * Calls in any 5 seconds.
 */
calls_per_window: number, 
/**
 * How many there are.
 */
fields: number, 
/**
 * Their names, in their order.
 */
presets: Array<string>, limits: SetupLimits, 
/**
 * Whether a passphrase gives the keys; without it they are entered.
 */
has_sealed_keys: boolean, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * The outcome of reading a ticket.
 */
export type TicketAnswer = { "result": "seen", ticket: SeenTicket, 
/**
 * Why it could not be read anew just now: this is what was kept.
 */
stale: Short | null, } | { "result": "not_there" } | { "result": "overtaken" } | { "result": "not_a_number" } | { "result": "not_allowed" } | { "result": "keys_not_available", keys: KeysState, } | { "result": "failed", why: Short, };

/**
 * Why a text is no time, or no day, that can be sent.
 */
export type TimeFault = { "is": "unreadable" } | { "is": "has_zone" } | { "is": "no_such_day" } | { "is": "short_year" } | { "is": "doubtful", 
/**
 * With the day first.
 */
one: string, 
/**
 * With the month first.
 */
other: string, } | { "is": "has_time", 
/**
 * The day without it.
 */
day: string, };

/**
 * The answer to Undo.
 */
export type Undone = { "result": "draft", draft: Draft, } | { "result": "in_the_way", delivery: Delivery, };

/**
 * Why sealed keys were not given.
 */
export type UnsealFault = { "code": "nothing_sealed" } | { "code": "passphrase_wrong" } | { "code": "seal_damaged" } | { "code": "seal_too_costly" } | { "code": "sealed_for_another" };

/**
 * Why a draft cannot be sent. `change` counts from 0.
 */
export type UpdateFault = { "code": "ticket_empty" } | { "code": "ticket_not_a_number", given: string, why: NumberFault, } | { "code": "lead_empty" } | { "code": "lead_not_an_id", given: string, } | { "code": "field_empty", change: number, } | { "code": "field_twice", change: number, field: string, } | { "code": "value_not_a_time", change: number, given: string, why: TimeFault, } | { "code": "value_not_an_email", change: number, given: string, } | { "code": "nothing_to_send" } | { "code": "note_empty" } | { "code": "title_empty" };

/**
 * The draft after a delivery was put into it, and which of its files could not be.
 */
export type UsedAgain = { draft: Draft, attached: Attached, };

/**
 * Why a delivery waits.
 */
export type Waiting = { "code": "turn" } | { "code": "behind" } | { "code": "behind_unknown" } | { "code": "pace", asked: boolean, } | { "code": "connection", host: string, } | { "code": "busy" } | { "code": "unsure" } | { "code": "way", failure: Failure, 
/**
 * The proxy that a name and a password would do for.
 */
sign_in_to: string | null, } | { "code": "keys", keys: KeysState, } | { "code": "keys_refused" } | { "code": "account_gone" } | { "code": "place_changed", from: Place, to: Place, } | { "code": "storage", why: string, } | { "code": "other_computer" };

/**
 * A state to filter by.
 */
export type Wanted = "waiting" | "sending" | "done" | "refused" | "may_be_done" | "cancelled" | "needs_you";
