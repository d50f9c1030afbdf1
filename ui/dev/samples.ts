// What the pretended shell holds: believable, and enough of it to fill the window.
import type { Account, Attachment, Code, Draft, Failure, Folder, Receipt, SentFile } from "../src/shell/types";

export const lead = "330fba67-6795-46c2-9dad-077794077f70";
export const now = Date.now();

export const practice: Account = {
  id: "practice", name: "Practice", practice: true, host: "http://127.0.0.1:40123", organisation: "22824", callsPerWindow: 25, keys: "session", leadHost: "", leadStep: "ticket", signOff: "", signs: false,
};
export const acme: Account = {
  id: "acme", name: "Acme Support", practice: false, host: "https://apigw.service-in.leadsquared.com", organisation: "22824", callsPerWindow: 25, keys: "saved",
  leadHost: "", leadStep: "ticket", signOff: "", signs: false,
};
export const attachments: Attachment[] = [
  { id: 1, name: "Damage front left.jpg", path: "/home/ann/Pictures/Damage front left.jpg", size: 4_200_000, kind: "picture", online: false },
  { id: 2, name: "Invoice 2291.pdf", path: "/home/ann/Invoice 2291.pdf", size: 310_000, kind: "pdf", online: false },
  { id: 3, name: "Papers.zip", path: "/home/ann/Papers.zip", size: 18_600_000, kind: "archive", online: true },
];
export const folder: Folder = {
  listing: 1,
  names: ["Claim 143"],
  files: [
    { name: "Letter.docx", size: 31_000, kind: "document" },
    { name: "Photos/Damage front left.jpg", size: 4_200_000, kind: "picture" },
    { name: "Photos/Damage rear.jpg", size: 3_900_000, kind: "picture" },
    { name: "Photos/older/A name that somebody wrote in full so that nobody has to ask what it shows.jpg", size: 2_000_000, kind: "picture" },
    { name: "Talk.mp3", size: 910_000, kind: "sound" },
  ],
  hidden: 3, links: 1, unread: 0, more: false,
};
/** Of no photo, but of one's shape. */
export async function thumbnail(): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(96, 64);
  const brush = canvas.getContext("2d");
  if (brush) {
    const sky = brush.createLinearGradient(0, 0, 96, 64);
    sky.addColorStop(0, "#7aa7d8");
    sky.addColorStop(1, "#8a6a3c");
    brush.fillStyle = sky;
    brush.fillRect(0, 0, 96, 64);
  }
  return (await canvas.convertToBlob()).arrayBuffer();
}
export const emptyDraft: Draft = { job: "update", ticket: "", lead: "", changes: [], customer: "", fields: [], note: "", attachments: [], removed: [] };
export const filled: Draft = {
  ...emptyDraft,
  ticket: "143", lead,
  changes: [{ field: "Status", value: "On Hold" }, { field: "Priority", value: "Low" }],
  attachments,
  removed: [],
};
/** Everything at once, and long: what a screen breaks on. */
export const full: Draft = {
  ...emptyDraft,
  ticket: "1204431", lead: "330fba67-6795-46c2",
  changes: [
    { field: "Status", value: "Waiting for the other department" },
    { field: "Title", value: "" },
    { field: "Description", value: "The customer called again.\nThe left door does not close." },
    { field: "DueDate", value: "tomorrow" },
    { field: "CcEmails", value: "ann@example.org" },
    { field: "CustomData.WarrantyReference", value: "W-2291" },
    { field: "Type", value: "" },
  ],
  attachments: [
    ...attachments,
    { id: 4, name: `A very long name of a file that somebody saved from an email ${"and saved again ".repeat(5)}.docx`, path: "/x", size: 999, kind: "document", online: false },
    { id: 5, name: "Gespräch mit Frau Żółć 🎧.mp3", path: "/y", size: 1_999_999_999, kind: "sound", online: false },
    { id: 6, name: "README", path: "/z", size: 0, kind: "other", online: false },
  ],
  removed: [],
};

export const newTicket: Draft = {
  ...emptyDraft, job: "new_ticket", customer: lead, attachments,
  fields: [{ field: "Title", value: "The left door does not close" }, { field: "Description", value: "The customer called on Monday." }, { field: "Priority", value: "High" }],
};
export const note: Draft = { ...emptyDraft, job: "note", ticket: "143", lead, note: "Called the customer back.\nNobody was there; again on Thursday.", attachments: attachments.slice(0, 2) };

export const effectOf = (code: Code["code"]): Failure["effect"] => {
  if (["server_error", "answer_unreadable", "broke_before_answer", "no_answer"].includes(code)) return "may_be_done";
  const refused = ["not_accepted", "keys_refused", "forbidden", "not_found", "too_large", "refused", "redirected", "declined", "too_many_calls", "unavailable", "too_slow", "not_the_ticket_system", "wrong_address", "answered_early"];
  return refused.includes(code) ? "not_done" : "not_sent";
};
const file = "Invoice 2291.pdf";
const host = "apigw.service-in.leadsquared.com";
const proxy = "proxy.acme.example:3128";
export const codes: { [C in Code["code"]]: Extract<Code, { code: C }> } = {
  file_missing: { code: "file_missing", file },
  file_unreadable: { code: "file_unreadable", file, why: "permission denied" },
  file_not_regular: { code: "file_not_regular", file, kind: "folder" },
  file_changed: { code: "file_changed", file },
  file_shrank: { code: "file_shrank", file },
  file_grew: { code: "file_grew", file },
  lead_unknown: { code: "lead_unknown" },
  changed_since: { code: "changed_since", fields: ["Status"] },
  host_not_found: { code: "host_not_found", host },
  cannot_connect: { code: "cannot_connect", host },
  connect_timed_out: { code: "connect_timed_out", host },
  connection_not_secure: { code: "connection_not_secure", host, why: "certificate expired", kind: "expired" },
  proxy_unreachable: { code: "proxy_unreachable", proxy },
  proxy_not_spoken: { code: "proxy_not_spoken", proxy, kind: "socks4" },
  proxy_sign_in: { code: "proxy_sign_in", proxy, kinds: ["Basic"] },
  proxy_refused: { code: "proxy_refused", host, proxy, status: 403 },
  broke_while_sending: { code: "broke_while_sending" },
  stalled_while_sending: { code: "stalled_while_sending", seconds: 60 },
  not_released: { code: "not_released", why: "the disk is full" },
  cancelled: { code: "cancelled" },
  too_many_calls: { code: "too_many_calls" },
  unavailable: { code: "unavailable" },
  too_slow: { code: "too_slow" },
  failed_early: { code: "failed_early", status: 502 },
  not_the_ticket_system: { code: "not_the_ticket_system", status: 403 },
  wrong_address: { code: "wrong_address" },
  not_accepted: { code: "not_accepted" },
  keys_refused: { code: "keys_refused" },
  forbidden: { code: "forbidden" },
  not_found: { code: "not_found" },
  too_large: { code: "too_large" },
  refused: { code: "refused", status: 422 },
  redirected: { code: "redirected", status: 302, to: "https://example.org/" },
  declined: { code: "declined", status: "Failure" },
  server_error: { code: "server_error", status: 500 },
  answer_unreadable: { code: "answer_unreadable", status: 200 },
  answered_early: { code: "answered_early", status: 413 },
  broke_before_answer: { code: "broke_before_answer" },
  no_answer: { code: "no_answer", seconds: 60 },
};
const answered = ["not_accepted", "keys_refused", "forbidden", "not_found", "too_large", "refused", "declined", "server_error"];
export function failure(code: Code["code"], effect = effectOf(code)): Failure {
  const reason = "Status: ‘On Hold’ is not one of the values of this field.";
  const answer = answered.includes(code)
    ? { status: 400, reason, message: null, body: JSON.stringify({ Status: "Failure", ReasonForFailure: reason, Id: "143" }, null, 2) }
    : null;
  return { ...codes[code], effect, answer, oversize: false };
}
const message = "Ticket properties have been updated successfully";
const body = JSON.stringify({ Status: "Success", ReasonForFailure: null, Id: "143", Message: message, Key: "#143", TicketId: null }, null, 2);
export const receipt: Receipt = { ticket: "143", key: "#143", message, answer: { status: 200, reason: null, message, body } };
export const sentFiles: SentFile[] = attachments.map(({ name, size, kind }) => ({ name, size, kind }));
